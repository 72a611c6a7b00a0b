"""Ends a child with the parent that needs it, however the parent ended."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def end_with_parent(parent: int) -> None:
    """Have the kernel kill this process when the thread that started it ends (Linux).

    Elsewhere, the end of a pipe or socket to the parent has to tell.

    Args:
        parent: the process that started this one; if it is dead already, this one exits.
    """
    if sys.platform != "linux":
        return
    zero = ctypes.c_ulong(0)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), zero, zero, zero)
    if os.getppid() != parent:
        raise SystemExit
