"""A child of ours never outlives its parent, even one that was killed with SIGKILL."""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def die_with_parent(parent: int) -> None:
    """Has the kernel kill this process when its parent ends; Linux only.

    The kernel watches the *thread* that started us, not its process: that thread has to live for
    as long as we are wanted. Elsewhere, callers need a pipe from the parent that they read to its
    end: it works everywhere, but waits while a library holds the interpreter's lock.

    Args:
        parent: the process id that started us; when it is gone already, so are we at once.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL))
    if sys.platform != "win32" and os.getppid() != parent:  # it ended before we could ask
        os._exit(1)
