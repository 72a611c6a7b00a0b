"""Linux: has the kernel put every system call of every thread through our filter, by seccomp(2)."""

import ctypes
import os
import sys

from alcove.guard import bpf

_PR_SET_NO_NEW_PRIVS = 38  # linux/prctl.h; the kernel asks for it of those who are not root
_SET_MODE_FILTER = 1  # linux/seccomp.h, as are the flags
_GET_ACTION_AVAIL = 2
_ANSWER_ERRNO = 0x00050000
_ALL_THREADS = 1 << 0  # TSYNC: threads that run already get the filter too, or none does
# SPEC_ALLOW: kernels before 5.16 otherwise turn off speculative loads in filtered processes, which
# slows the encoder; that protects from hostile code, and the filter is not made for that.
_FULL_SPEED = 1 << 2

_SECCOMP = {"x86_64": 317, "aarch64": 277}  # the number of seccomp(2), asm/unistd.h
_SOCK_STREAM = 1


class _FilterProgram(ctypes.Structure):
    """`struct sock_fprog` of linux/filter.h."""

    _fields_ = (("steps", ctypes.c_ushort), ("code", ctypes.c_char_p))


def install() -> bool:
    """Puts the filter in force unless it is already; it holds until the process ends.

    Returns:
        Whether it is in force. False on other systems and machines, and where the kernel or a
        container refuses it.
    """
    program = bpf.PROGRAMS.get(machine())
    if program and not in_force():
        load(program)
    return in_force()


def in_force() -> bool:
    """Whether our filter answers, installed here or inherited; False on other systems."""
    return sys.platform == "linux" and _answers()


def _answers() -> bool:
    """Asks for a socket of a family that only our filter knows."""
    libc = ctypes.CDLL(None, use_errno=True)
    made = libc.socket(bpf.SIGNATURE_FAMILY, _SOCK_STREAM, 0)
    return bool(made == -1 and ctypes.get_errno() == bpf.SIGNATURE_ANSWER)


def machine() -> str:
    """What the kernel calls this machine; empty where our programs cannot be meant for it."""
    if sys.platform == "linux" and sys.maxsize > 2**32:  # not a 32-bit Python on a 64-bit kernel
        return os.uname().machine
    return ""


def supported() -> bool:
    """Whether this kernel takes filters that answer with an error; False on other systems."""
    answer = ctypes.c_uint32(_ANSWER_ERRNO)
    return _seccomp(_GET_ACTION_AVAIL, 0, ctypes.byref(answer)) == 0


def load(code: bytes) -> bool:
    """Gives the kernel one more filter, for all threads; it holds until the process ends.

    Args:
        code: of whole steps; of several filters, the strictest answer counts.

    Returns:
        Whether the kernel took it.
    """
    forbid_new_privileges()
    program = _FilterProgram(len(code) // bpf.STEP_BYTES, code)
    return _seccomp(_SET_MODE_FILTER, _ALL_THREADS | _FULL_SPEED, ctypes.byref(program)) == 0


def forbid_new_privileges() -> None:
    """Keeps setuid programs from giving this process rights: without it, no walls for users."""
    zero = ctypes.c_ulong(0)
    ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero)


def _seccomp(operation: int, flags: int, argument: object) -> int:
    number = _SECCOMP.get(machine())
    if number is None:
        return -1
    libc = ctypes.CDLL(None, use_errno=True)
    done: int = libc.syscall(
        ctypes.c_long(number), ctypes.c_ulong(operation), ctypes.c_ulong(flags), argument
    )
    return done
