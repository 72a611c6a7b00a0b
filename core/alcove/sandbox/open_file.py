"""Open an untrusted file safely: regular files only, never blocking, never through a link."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from alcove.errors import ReadError, Reason
from alcove.records import Signature

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@contextmanager
def open_regular(path: bytes) -> Iterator[int]:
    """Open a regular file for reading; yield its descriptor, then close it.

    Raises:
        FileNotFoundError: it does not exist.
        ReadError: no permission, not a regular file, or the disk fails.
    """
    descriptor = _open(path)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ReadError(Reason.NOT_A_REGULAR_FILE)
        yield descriptor
    finally:
        os.close(descriptor)


def signature_of(status: os.stat_result) -> Signature:
    """Return the signature of a `stat` result; device and inode wrap to SQLite's signed 64 bits."""
    return Signature(
        device=_signed(status.st_dev),
        inode=_signed(status.st_ino),
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
    )


def _open(path: bytes) -> int:
    try:
        return os.open(path, _FLAGS)
    except FileNotFoundError:
        raise
    except PermissionError as error:
        raise ReadError(Reason.NO_PERMISSION, "You may not read this file.") from error
    except OSError as error:
        detail = error.strerror or "the system gave no reason"
        raise ReadError(Reason.IO_ERROR, f"Opening it failed: {detail}.") from error


def _signed(number: int) -> int:
    return (number + 2**63) % 2**64 - 2**63
