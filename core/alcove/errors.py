"""Errors that people see, and the reasons why a file could not be read."""

from enum import StrEnum


class AlcoveError(Exception):
    """A problem in the user's environment that they can act on; any other exception is our bug.

    The message says what happened and to what; `advice` says what to do about it.
    """

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class LibraryError(AlcoveError):
    """The library folder cannot be used: busy, damaged, too new, or not writable."""


class BusyError(LibraryError):
    """Another process already runs as the library's indexer."""


class DamagedError(LibraryError):
    """The index is damaged; it is derived, so it is rebuilt."""


class StorageError(LibraryError):
    """The library's disk is full or fails; nothing is lost, and work resumes when it can."""

    def __init__(self, message: str, *, advice: str, full: bool) -> None:
        super().__init__(message, advice=advice)
        self.full = full


class ReaderError(AlcoveError):
    """The process that reads documents cannot be started, so no file can be read."""


class ModelError(AlcoveError):
    """A model folder is incomplete, altered, or of a kind that we cannot run."""


class GuardError(AlcoveError):
    """The egress guard could not be armed."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Long work stopped because its cancel token was set; results finished before are kept."""


class Reason(StrEnum):
    """Reason why a file has no text in the index; stored as it is, shown translated."""

    EMPTY = "empty"
    NO_TEXT = "no text"
    NEEDS_OCR = "needs ocr"
    UNKNOWN_FORMAT = "unknown format"
    BINARY = "binary"
    SWITCHED_OFF = "kind switched off"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    EXPANDS_TOO_MUCH = "expands too much"
    TIMED_OUT = "timed out"
    READER_DIED = "reader died"
    NO_PERMISSION = "no permission"
    NOT_A_REGULAR_FILE = "not a regular file"
    SYMBOLIC_LINK = "symbolic link"
    PLACEHOLDER = "not downloaded"
    IO_ERROR = "input/output error"
    CHANGED_WHILE_READ = "changed while read"


class ReadError(Exception):
    """One file could not be read as text; no other file is affected.

    Attributes:
        reason: the kind of failure, for grouping and counting.
        detail: one plain sentence for this file, without its path and without its text.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
