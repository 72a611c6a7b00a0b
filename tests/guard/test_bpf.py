"""Every branch of both filters, run by a small interpreter of classic BPF."""

import errno

import pytest

from alcove.guard import bpf

from . import bpf_machine
from .bpf_machine import AARCH64, ALLOW, ARM, I386, NATIVE, X86_64, refusal

SOCKETS = {"x86_64": (41, 53), "aarch64": (198, 199)}
REFUSED = {
    "x86_64": {
        "io_uring_setup": 425,
        "io_uring_enter": 426,
        "io_uring_register": 427,
        "pidfd_getfd": 438,
        "ptrace": 101,
        "process_vm_writev": 311,
        "request_key": 249,
    },
    "aarch64": {
        "io_uring_setup": 425,
        "io_uring_enter": 426,
        "io_uring_register": 427,
        "pidfd_getfd": 438,
        "ptrace": 117,
        "process_vm_writev": 271,
        "request_key": 218,
    },
}
FAMILIES = {
    "unspec": 0,
    "inet": 2,
    "ax25": 3,
    "inet6": 10,
    "netlink": 16,
    "packet": 17,
    "vsock": 40,
}

machines = pytest.mark.parametrize("machine", sorted(SOCKETS))


def run(machine: str, number: int, argument: int = 0, architecture: int | None = None) -> int:
    """Return the answer of a machine's guard filter to one system call."""
    program = bpf.PROGRAMS[machine]
    return bpf_machine.run(program, architecture or NATIVE[machine], number, argument)


@pytest.mark.parametrize(
    ("machine", "name"), [(machine, name) for machine in REFUSED for name in REFUSED[machine]]
)
def test_calls_that_go_around_socket_are_refused(machine: str, name: str) -> None:
    assert run(machine, REFUSED[machine][name]) == refusal(errno.EPERM)


@machines
@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_families_that_reach_a_network_are_refused(machine: str, family: int) -> None:
    for call in SOCKETS[machine]:
        assert run(machine, call, family) == refusal(errno.EACCES)


@machines
def test_local_sockets_are_allowed(machine: str) -> None:
    for call in SOCKETS[machine]:
        assert run(machine, call, 1) == ALLOW


@machines
def test_only_the_low_half_of_the_family_counts_as_in_the_kernel(machine: str) -> None:
    socket, _ = SOCKETS[machine]
    assert run(machine, socket, 2 | 1 << 32) == refusal(errno.EACCES)
    assert run(machine, socket, 2 | 1 << 63) == refusal(errno.EACCES)
    assert run(machine, socket, 1 | 1 << 32) == ALLOW


@machines
def test_the_filter_answers_its_signature_family(machine: str) -> None:
    socket, _ = SOCKETS[machine]
    assert run(machine, socket, bpf.SIGNATURE_FAMILY) == refusal(bpf.SIGNATURE_ANSWER)


@machines
def test_every_other_call_is_allowed(machine: str) -> None:
    judged = {*SOCKETS[machine], *REFUSED[machine].values()}
    others = set(range(600)) - judged
    assert {run(machine, number, 2) for number in others} == {ALLOW}


@machines
def test_numbers_of_the_x32_abi_are_refused(machine: str) -> None:
    for number in (0x40000000, 0x40000000 | 41, 0xFFFFFFFF):
        assert run(machine, number, 1) == refusal(errno.EPERM)


@pytest.mark.parametrize(
    ("machine", "foreign"),
    [("x86_64", I386), ("x86_64", AARCH64), ("aarch64", ARM), ("aarch64", X86_64)],
)
def test_calls_of_another_architecture_are_refused(machine: str, foreign: int) -> None:
    for number in (0, 1, 102, 359):
        assert run(machine, number, 1, foreign) == refusal(errno.EPERM)
