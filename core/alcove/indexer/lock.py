"""Allow one indexer per library: a file lock that the system releases when the process ends."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from alcove.errors import BusyError, LibraryError
from alcove.system.locks import lock


class IndexerLock:
    """The lock that a process holds while it may write to the index; a context manager."""

    def __init__(self, path: Path) -> None:
        """Set the lock file; `with` takes the lock."""
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Take the lock at once.

        Raises:
            BusyError: another process holds it.
            LibraryError: the disk cannot lock files.
        """
        try:
            self._descriptor = lock(self._path)
        except BlockingIOError as error:
            raise BusyError(
                "another Alcove is indexing this library",
                advice="Wait until it has finished, or choose another library with --library.",
            ) from error
        except OSError as error:
            raise LibraryError(
                f"the disk that holds the library cannot lock files: {error.strerror}",
                advice="Choose a library on a disk of this computer with --library.",
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
