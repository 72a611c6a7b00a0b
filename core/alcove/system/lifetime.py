"""End a child process together with its parent, however the parent ended."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def end_with_parent(parent: int) -> None:
    """Make the kernel kill this process when its parent ends (Linux).

    The kernel watches the thread that started this process: that thread must live as long as the
    process is needed. On other systems, the process must notice that its pipe or socket to the
    parent was closed.

    Args:
        parent: id of the process that started this one; if it is dead already, this one exits.
    """
    if sys.platform == "linux":
        zero = ctypes.c_ulong(0)
        sigkill = ctypes.c_ulong(signal.SIGKILL)
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, sigkill, zero, zero, zero)
    if sys.platform != "win32" and os.getppid() != parent:  # it ended before the call above
        os._exit(1)
