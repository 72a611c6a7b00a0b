"""One indexer per library: a lock that the system drops with the process, however it ends."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from alcove.errors import BusyError, LibraryError


class IndexerLock:
    """Held while a process may write to the index; a context manager."""

    def __init__(self, path: Path) -> None:
        """Name the lock file; nothing is taken before `with`."""
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Take the lock at once.

        Raises:
            BusyError: another process holds it.
            LibraryError: files cannot be locked there.
        """
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise _refusal(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Drop the lock; the file stays, since removing it would race with the next holder."""
        os.close(self._descriptor)


def _refusal(error: OSError) -> LibraryError:
    if error.errno in _HELD:
        return BusyError(
            "another Alcove is indexing this library",
            advice="Wait until it has finished, or choose another library with --library.",
        )
    return LibraryError(
        f"the disk with the library cannot lock files: {error.strerror}",
        advice="Choose a library on a disk of this computer with --library.",
    )


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
