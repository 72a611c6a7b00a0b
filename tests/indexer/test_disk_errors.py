"""A full or failing disk, damage, and a bug of ours are classified correctly."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from alcove.errors import DamagedError, StorageError
from alcove.indexer.disk_errors import explained, has_room


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
        OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)),
        sqlite_error(sqlite3.SQLITE_FULL),
    ],
)
def test_no_room_is_a_full_disk(tmp_path: Path, error: Exception) -> None:
    meant = explained(error, tmp_path)
    assert isinstance(meant, StorageError)
    assert meant.full
    assert meant.advice


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EIO, os.strerror(errno.EIO)),
        OSError(errno.EROFS, os.strerror(errno.EROFS)),
        sqlite_error(sqlite3.SQLITE_IOERR),
        sqlite_error(sqlite3.SQLITE_IOERR | (3 << 8)),
        sqlite_error(sqlite3.SQLITE_READONLY),
    ],
)
def test_a_disk_that_fails_is_not_full(tmp_path: Path, error: Exception) -> None:
    meant = explained(error, tmp_path)
    assert isinstance(meant, StorageError)
    assert not meant.full


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
def test_a_corrupt_file_is_damage(tmp_path: Path, code: int) -> None:
    assert isinstance(explained(sqlite_error(code), tmp_path), DamagedError)


@pytest.mark.parametrize(
    "error",
    [
        KeyError("a bug"),
        ValueError("another"),
        PermissionError(errno.EACCES, "not allowed"),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT),
    ],
)
def test_any_other_error_is_returned_unchanged(tmp_path: Path, error: Exception) -> None:
    assert has_room(tmp_path)
    assert explained(error, tmp_path) is error


def test_a_disk_of_unknown_size_has_room(tmp_path: Path) -> None:
    assert has_room(tmp_path / "missing")
