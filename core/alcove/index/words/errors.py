"""Translate tantivy's errors: refusals of the disk, or a damaged words index."""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from alcove.errors import LibraryError

_SYSTEM_ERROR = re.compile(r"os error (\d+)|code: (\d+)")  # Rust's two forms of an io::Error
_KILLED = "index writer was killed"


class WordsError(LibraryError):
    """The words index is missing or damaged; it is derived, and built again from the database."""

    def __init__(self) -> None:
        """Set the message and the advice that people see."""
        super().__init__(
            "the words index is missing or damaged",
            advice="Run alcove index: it is built again from what is stored.",
        )


@contextmanager
def tantivy_errors() -> Iterator[None]:
    """Turn the errors that tantivy raises inside into ours.

    Raises:
        OSError: the system refused something; with its errno (ENOSPC, EIO, …), or EBUSY if another
            process writes the index.
        WordsError: files of the index are missing or damaged.
    """
    try:
        yield
    except ValueError as error:  # tantivy's only class: only the text tells them apart
        raise _translated(str(error)) from error
    except BaseException as error:
        # A Rust panic, raised when the bytes of a segment are corrupt; its class cannot be
        # imported.
        if type(error).__name__ != "PanicException":
            raise
        raise WordsError from error


def only_says_killed(error: ValueError) -> bool:
    """Return whether a writer reports only that a thread of it died; its commit reports why."""
    return _KILLED in str(error)


def _translated(text: str) -> OSError | WordsError:
    if "LockBusy" in text:
        return OSError(errno.EBUSY, os.strerror(errno.EBUSY))
    match = _SYSTEM_ERROR.search(text)
    error = _system_error(int(match[1] or match[2])) if match else None
    return WordsError() if error is None or isinstance(error, FileNotFoundError) else error


def _system_error(number: int) -> OSError:
    if sys.platform == "win32":  # Windows has its own error numbers; Python translates them
        error = OSError(None, f"error {number} of the system", None, number)
    else:
        error = OSError(number, os.strerror(number))
    return error
