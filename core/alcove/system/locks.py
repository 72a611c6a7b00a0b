"""Lock a file, so that a library has one process of a kind; the lock ends with the process."""

import errno
import os
import sys
from pathlib import Path


def lock(path: Path) -> int:
    """Lock a file without waiting, and create it if it is missing.

    The file stays when the lock is dropped: removing it would race with the next holder.

    Returns:
        The descriptor that holds the lock until it is closed.

    Raises:
        BlockingIOError: another process holds it.
        OSError: files cannot be created or locked there.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        if error.errno in _HELD:
            raise BlockingIOError(error.errno, "another process holds the lock") from error
        raise
    return descriptor


if sys.platform == "win32":
    import msvcrt

    _HELD = frozenset((errno.EACCES,))

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    _HELD = frozenset((errno.EWOULDBLOCK, errno.EAGAIN))

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
