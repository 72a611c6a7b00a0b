"""Ends a child with the parent that needs it, however the parent ended."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def end_with_parent(parent: int) -> None:
    """Have the kernel kill this process when its parent ends (Linux).

    The kernel watches the thread that started this process: that thread has to live for as long
    as the process is wanted. Elsewhere, the end of a pipe or socket to the parent has to tell.

    Args:
        parent: the process that started this one; where that is dead already, this one exits.
    """
    if sys.platform == "linux":
        zero = ctypes.c_ulong(0)
        killed = ctypes.c_ulong(signal.SIGKILL)
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, killed, zero, zero, zero)
    if sys.platform != "win32" and os.getppid() != parent:  # it ended before we could ask
        os._exit(1)
