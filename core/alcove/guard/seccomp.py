"""Linux: has the kernel put every system call of every thread through our filter, by seccomp(2)."""

import ctypes
import os
import sys

from alcove.guard import bpf

_PR_SET_NO_NEW_PRIVS = 38  # linux/prctl.h; the kernel asks for it of those who are not root
_SET_MODE_FILTER = 1  # linux/seccomp.h, as are the flags
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
    machine = _machine()
    if machine in bpf.PROGRAMS and not in_force():
        _hand_over(bpf.PROGRAMS[machine], _SECCOMP[machine])
    return in_force()


def in_force() -> bool:
    """Whether our filter answers, installed here or inherited; False on other systems."""
    return sys.platform == "linux" and _answers()


def _answers() -> bool:
    """Asks for a socket of a family that only our filter knows."""
    libc = ctypes.CDLL(None, use_errno=True)
    made = libc.socket(bpf.SIGNATURE_FAMILY, _SOCK_STREAM, 0)
    return bool(made == -1 and ctypes.get_errno() == bpf.SIGNATURE_ANSWER)


def _machine() -> str:
    """What the kernel calls this machine; empty where our programs cannot be meant for it."""
    if sys.platform == "linux" and sys.maxsize > 2**32:  # not a 32-bit Python on a 64-bit kernel
        return os.uname().machine
    return ""


def _hand_over(code: bytes, seccomp: int) -> None:
    """Gives the kernel the program; `in_force` shows whether it took it."""
    libc = ctypes.CDLL(None, use_errno=True)
    zero = ctypes.c_ulong(0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero)
    program = _FilterProgram(len(code) // bpf.STEP_BYTES, code)
    flags = ctypes.c_ulong(_ALL_THREADS | _FULL_SPEED)
    libc.syscall(
        ctypes.c_long(seccomp), ctypes.c_ulong(_SET_MODE_FILTER), flags, ctypes.byref(program)
    )
