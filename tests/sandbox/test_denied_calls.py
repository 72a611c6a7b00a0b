"""Every branch of the reader's filter on both machines, and its numbers in the system headers."""

import errno
import re
from pathlib import Path

import pytest

from alcove.sandbox.denied_calls import REFUSED, program

from ..guard.bpf_machine import ALLOW, I386, NATIVE, refusal, run

MACHINES = ("x86_64", "aarch64")
ITSELF = 4711  # id of the process that the filter is for
CLONE_VM, CLONE_THREAD = 0x100, 0x10000
OPENING = [("x86_64", 2, 1), ("x86_64", 257, 2), ("aarch64", 56, 2)]  # call, where its flags are
CLONE = {"x86_64": 56, "aarch64": 220}
TGKILL = {"x86_64": 234, "aarch64": 131}
TAKEN = {  # by reading: read, write, close, mmap, recvmsg, sendto, futex, exit_group
    "x86_64": (0, 1, 3, 9, 47, 44, 202, 231),
    "aarch64": (63, 64, 57, 222, 212, 206, 98, 94),
}
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}

machines = pytest.mark.parametrize("machine", MACHINES)


def answer(machine: str, number: int, *arguments: int) -> int:
    return run(program(machine, ITSELF), NATIVE[machine], number, *arguments)


@machines
def test_calls_that_reading_never_needs_are_refused(machine: str) -> None:
    numbers = [numbers[MACHINES.index(machine)] for numbers in REFUSED.values()]
    for number in filter(None, numbers):
        assert answer(machine, number) == refusal(errno.EPERM)


@machines
def test_calls_that_reading_needs_are_allowed(machine: str) -> None:
    assert {answer(machine, number) for number in TAKEN[machine]} == {ALLOW}


@machines
def test_threads_may_start_and_processes_may_not(machine: str) -> None:
    assert answer(machine, CLONE[machine], CLONE_VM | CLONE_THREAD) == ALLOW
    assert answer(machine, CLONE[machine], CLONE_VM) == refusal(errno.EPERM)
    assert answer(machine, CLONE[machine], CLONE_THREAD << 32) == refusal(errno.EPERM)


@machines
def test_calls_with_hidden_flags_look_unimplemented(machine: str) -> None:
    for number in (435, 437):  # clone3, openat2
        assert answer(machine, number) == refusal(errno.ENOSYS)


@pytest.mark.parametrize(("machine", "number", "place"), OPENING)
def test_files_open_for_reading_only(machine: str, number: int, place: int) -> None:
    def opened(flags: int) -> int:
        return answer(machine, number, *[0] * place, flags)

    assert opened(0o2000000) == ALLOW  # O_RDONLY | O_CLOEXEC
    for writing in (0o1, 0o2, 0o100, 0o1000, 0o2000001):
        assert opened(writing) == refusal(errno.EPERM)


@machines
def test_it_may_signal_itself_alone(machine: str) -> None:
    assert answer(machine, TGKILL[machine], ITSELF, ITSELF, 6) == ALLOW
    assert answer(machine, TGKILL[machine], ITSELF + 1, ITSELF + 1, 6) == refusal(errno.EPERM)


@machines
def test_calls_of_another_architecture_are_refused(machine: str) -> None:
    assert run(program(machine, ITSELF), I386, 1) == refusal(errno.EPERM)


@machines
def test_the_numbers_are_those_of_the_headers(machine: str) -> None:
    if not HEADERS[machine].exists():
        pytest.skip("the kernel's headers are not installed")
    defined = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", HEADERS[machine].read_text())
    ours = {name: numbers[MACHINES.index(machine)] for name, numbers in REFUSED.items()}
    theirs = {name: int(number) for name, number in defined if name in ours}
    assert theirs.items() <= ours.items()
    assert len(theirs) > 50
