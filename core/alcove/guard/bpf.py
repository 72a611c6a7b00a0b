"""Assemble the seccomp filter: a classic BPF program of the system calls to refuse.

The steps are public, so that the sandbox can build a tighter filter: each either returns an answer
or goes on with the call's number still loaded, so they can be chained between `prologue` and
`ALLOW`.

The numbers are those of the kernel's headers: linux/bpf_common.h, linux/seccomp.h, linux/audit.h
and the asm/unistd.h of each machine. The program is short because the kernel runs it on every
system call that it cannot decide by number alone (Linux 5.11 added a cache of such answers).
"""

import errno
import struct
from collections.abc import Iterable, Mapping

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS: a word of struct seccomp_data
_IF_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_IF_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_IF_ANY_BIT = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K

STEP_BYTES = 8  # struct sock_filter

_RETURN_ERRNO = 0x00050000
_RETURN_ALLOW = 0x7FFF0000

# Offsets in struct seccomp_data. Arguments are 64 bits wide there; those that we check are ints, so
# the kernel ignores the upper half, and so do we: both machines are little-endian.
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT, _ARGUMENT_BYTES = 0, 4, 16, 8

ARCHITECTURES: Mapping[str, int] = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # AUDIT_ARCH

_AF_UNIX = 1
_X32_BIT = 0x40000000  # x86-64's third ABI; no call of another ABI has a number this high
_IO_URING = (425, 426, 427)  # setup, enter, register: io_uring opens sockets without socket(2)
_PIDFD_GETFD = 438  # takes a socket that another process has open

# A family that no kernel has, and an error that socket(2) never returns by itself: a process that
# gets it is under this filter. Change both whenever the filter refuses something else.
SIGNATURE_FAMILY = 0x414C
SIGNATURE_ANSWER = errno.EXDEV


def _step(code: int, value: int, *, then: int = 0, otherwise: int = 0) -> bytes:
    """Return one `struct sock_filter`; `then` and `otherwise` are the steps that a jump skips."""
    return struct.pack("=HBBI", code, then, otherwise, value)


ALLOW = _step(_RETURN, _RETURN_ALLOW)


def refuse(answer: int) -> bytes:
    """Return a step that makes every call reaching it fail with this errno."""
    return _step(_RETURN, _RETURN_ERRNO | answer)


def refuse_call(number: int, answer: int = errno.EPERM) -> bytes:
    """Return steps that make a call always fail; EPERM looks like a call that an admin disabled."""
    return _step(_IF_EQUAL, number, otherwise=1) + refuse(answer)


def refuse_unless_equal(number: int, argument: int, value: int) -> bytes:
    """Return steps that make a call fail unless this argument (from 0) has this value."""
    return _with_argument(number, argument, _step(_IF_EQUAL, value, otherwise=1))


def refuse_without_bits(number: int, argument: int, bits: int) -> bytes:
    """Return steps that make a call fail unless this argument (from 0) has one of these bits."""
    return _with_argument(number, argument, _step(_IF_ANY_BIT, bits, otherwise=1))


def refuse_with_bits(number: int, argument: int, bits: int) -> bytes:
    """Return steps that make a call fail if this argument (from 0) has one of these bits."""
    return _with_argument(number, argument, _step(_IF_ANY_BIT, bits, then=1))


def _with_argument(number: int, argument: int, condition: bytes) -> bytes:
    load = _step(_LOAD, _FIRST_ARGUMENT + _ARGUMENT_BYTES * argument)
    return _step(_IF_EQUAL, number, otherwise=4) + load + condition + ALLOW + refuse(errno.EPERM)


def prologue(architecture: int) -> bytes:
    """Return steps that refuse all other ABIs (int 0x80, 32-bit ARM, x32) and load the number.

    Args:
        architecture: a value of `ARCHITECTURES`.
    """
    return b"".join(
        (
            _step(_LOAD, _ARCHITECTURE),
            _step(_IF_EQUAL, architecture, then=1),
            refuse(errno.EPERM),
            _step(_LOAD, _NUMBER),
            _step(_IF_AT_LEAST, _X32_BIT, otherwise=1),
            refuse(errno.EPERM),
        )
    )


def _program(architecture: int, *, sockets: tuple[int, int], refused: Iterable[int]) -> bytes:
    """Assemble the filter for one machine.

    Args:
        architecture: a value of `ARCHITECTURES`.
        sockets: the machine's numbers of socket and socketpair, which are allowed only AF_UNIX.
        refused: the machine's numbers of the calls that always fail.
    """
    steps = [
        prologue(architecture),
        *map(refuse_call, refused),
        _step(_IF_EQUAL, sockets[0], then=2),
        _step(_IF_EQUAL, sockets[1], then=1),
        ALLOW,
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_IF_EQUAL, _AF_UNIX, otherwise=1),
        ALLOW,
        _step(_IF_EQUAL, SIGNATURE_FAMILY, otherwise=1),
        refuse(SIGNATURE_ANSWER),
        # socket(2) documents EACCES for a socket that is not permitted. Python raises it as
        # PermissionError; EAFNOSUPPORT would look like a kernel without that family.
        refuse(errno.EACCES),
    ]
    return b"".join(steps)


# Beside io_uring and pidfd_getfd: ptrace and process_vm_writev, which make another process act for
# us, and request_key, for which the kernel starts a program outside the filter (it can query DNS).
# No library of ours uses any of them.
PROGRAMS: Mapping[str, bytes] = {
    "x86_64": _program(
        ARCHITECTURES["x86_64"], sockets=(41, 53), refused=(*_IO_URING, _PIDFD_GETFD, 101, 311, 249)
    ),
    "aarch64": _program(
        ARCHITECTURES["aarch64"],
        sockets=(198, 199),
        refused=(*_IO_URING, _PIDFD_GETFD, 117, 271, 218),
    ),
}
