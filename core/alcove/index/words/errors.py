"""What tantivy reports, told apart: what the disk refused, and a words index that is damaged."""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from alcove.errors import LibraryError

_SYSTEM_ERROR = re.compile(r"os error (\d+)|code: (\d+)")  # Rust's two ways of writing an io::Error
_KILLED = "index writer was killed"


class WordsError(LibraryError):
    """The words index is missing or damaged; it is derived, and built again from the database."""

    def __init__(self) -> None:
        """Say it in the words that people see."""
        super().__init__(
            "the words index is missing or damaged",
            advice="Run alcove index: it is built again from what is stored.",
        )


@contextmanager
def tantivy_errors() -> Iterator[None]:
    """Turn what tantivy raises inside into our errors.

    Raises:
        OSError: the system refused something, with its number (ENOSPC, EIO, …); EBUSY where
            another process writes the index.
        WordsError: files of the index are missing or damaged.
    """
    try:
        yield
    except ValueError as error:  # tantivy's only kind; the text alone tells them apart
        raise _told(str(error)) from error
    except BaseException as error:
        # A Rust panic, met where the bytes of a segment make no sense; its class has no name that
        # could be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise WordsError from error


def only_says_killed(error: ValueError) -> bool:
    """Whether a writer says no more than that one of its threads died; its commit knows why."""
    return _KILLED in str(error)


def _told(text: str) -> OSError | WordsError:
    if "LockBusy" in text:
        return OSError(errno.EBUSY, os.strerror(errno.EBUSY))
    found = _SYSTEM_ERROR.search(text)
    error = _system_error(int(found[1] or found[2])) if found else None
    return WordsError() if error is None or isinstance(error, FileNotFoundError) else error


def _system_error(number: int) -> OSError:
    if sys.platform == "win32":  # Windows has numbers of its own; Python translates them
        error = OSError(None, f"error {number} of the system", None, number)
    else:
        error = OSError(number, os.strerror(number))
    return error
