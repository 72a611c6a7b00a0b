"""Linux: make the kernel run every system call of every thread through our seccomp(2) filter."""

import ctypes
import os
import sys

from alcove.guard import bpf

_PR_SET_NO_NEW_PRIVS = 38  # linux/prctl.h; the kernel requires it of every user but root
_SET_MODE_FILTER = 1  # linux/seccomp.h, as are the flags
_GET_ACTION_AVAIL = 2
_ANSWER_ERRNO = 0x00050000
_ALL_THREADS = 1 << 0  # TSYNC: threads that run already get the filter too, or none does
# SPEC_ALLOW: kernels before 5.16 otherwise turn off speculative loads in filtered processes, which
# slows the encoder; that protects against hostile code, which is not the filter's purpose.
_FULL_SPEED = 1 << 2

_SECCOMP = {"x86_64": 317, "aarch64": 277}  # the number of seccomp(2), asm/unistd.h
_SOCK_STREAM = 1


class _FilterProgram(ctypes.Structure):
    """`struct sock_fprog` of linux/filter.h."""

    _fields_ = (("steps", ctypes.c_ushort), ("code", ctypes.c_char_p))


def install() -> bool:
    """Install the filter unless it is in force; it stays until the process ends.

    Returns:
        Whether it is in force. False on other systems and machines, and where the kernel or a
        container refuses it.
    """
    program = bpf.PROGRAMS.get(machine())
    if program and not in_force():
        load(program)
    return in_force()


def in_force() -> bool:
    """Return whether our filter is in force, installed here or inherited; False elsewhere."""
    return sys.platform == "linux" and _answers()


def _answers() -> bool:
    """Return whether a socket of the signature family fails with our filter's error."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.socket(bpf.SIGNATURE_FAMILY, _SOCK_STREAM, 0)
    return bool(descriptor == -1 and ctypes.get_errno() == bpf.SIGNATURE_ANSWER)


def machine() -> str:
    """Return the kernel's name of this machine; empty where none of our filters can fit."""
    if sys.platform == "linux" and sys.maxsize > 2**32:  # not a 32-bit Python on a 64-bit kernel
        return os.uname().machine
    return ""


def supported() -> bool:
    """Return whether this kernel supports filters that return an errno; False elsewhere."""
    answer = ctypes.c_uint32(_ANSWER_ERRNO)
    return _seccomp(_GET_ACTION_AVAIL, 0, ctypes.byref(answer)) == 0


def load(code: bytes) -> bool:
    """Load one more filter for all threads; it stays until the process ends.

    Args:
        code: the steps of the BPF program; of several filters, the strictest answer counts.

    Returns:
        Whether the kernel accepted it.
    """
    forbid_new_privileges()
    program = _FilterProgram(len(code) // bpf.STEP_BYTES, code)
    return _seccomp(_SET_MODE_FILTER, _ALL_THREADS | _FULL_SPEED, ctypes.byref(program)) == 0


def forbid_new_privileges() -> None:
    """Stop setuid programs from granting rights; without root, loading a filter requires this."""
    zero = ctypes.c_ulong(0)
    ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero)


def _seccomp(operation: int, flags: int, argument: object) -> int:
    number = _SECCOMP.get(machine())
    if number is None:
        return -1
    libc = ctypes.CDLL(None, use_errno=True)
    result: int = libc.syscall(
        ctypes.c_long(number), ctypes.c_ulong(operation), ctypes.c_ulong(flags), argument
    )
    return result
