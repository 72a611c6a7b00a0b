"""Classify errors: a full or failing disk (waited for), damage (rebuilt), or a bug of ours."""

import errno
import shutil
import sqlite3
from pathlib import Path

from alcove.errors import DamagedError, ModelError, StorageError
from alcove.index.opening import is_damage

# Bytes free, below which a disk counts as full. Not zero: a model that did not fit is removed and
# so frees up to its own size.
_FULL = 50_000_000

_FULL_ERRNOS = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))
_FAILING_ERRNOS = frozenset((errno.EIO, errno.EROFS, errno.ENXIO, errno.ENODEV))


def explained(error: Exception, root: Path) -> Exception:
    """Return the meaning of `error`, raised while writing to the library in `root`.

    Returns:
        A StorageError, a DamagedError, or `error` itself.
    """
    if not isinstance(error, (OSError, ValueError, sqlite3.Error, ModelError)):
        return error
    if isinstance(error, sqlite3.Error) and is_damage(error):
        return DamagedError("the index is damaged", advice="Run alcove index: it is built again.")
    if is_full(error, root):
        return StorageError(
            "the disk that holds the library is full",
            advice="Make room; what was finished is kept, and alcove index goes on from there.",
            full=True,
        )
    if _is_failing(error):
        return StorageError(
            f"the disk that holds the library reports an error: {error}",
            advice="Check the disk. What is finished is kept.",
            full=False,
        )
    return error


def is_full(error: Exception, root: Path) -> bool:
    """Return whether an error, of whatever library, was caused by a full disk."""
    if isinstance(error, OSError) and error.errno in _FULL_ERRNOS:
        return True
    if _sqlite_code(error) == sqlite3.SQLITE_FULL:
        return True
    return not has_room(root)


def has_room(root: Path) -> bool:
    """Return whether the disk has enough free space to go on."""
    try:
        return shutil.disk_usage(root).free > _FULL
    except OSError:
        return True  # the disk fails in another way, which the next write reports


def _is_failing(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FAILING_ERRNOS
    return _sqlite_code(error) in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY)


def _sqlite_code(error: Exception) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
