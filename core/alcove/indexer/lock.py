"""One indexer per library: a lock that the system drops with the process, however it ends."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from alcove.errors import BusyError


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
        """
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise BusyError(
                "another Alcove is indexing this library",
                advice="Wait until it has finished, or choose another library with --library.",
            ) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Drop the lock; the file stays, since removing it would race with the next holder."""
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
