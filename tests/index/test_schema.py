"""The index is created once, refused when newer, and read without being written to."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.errors import LibraryError
from alcove.index.opening import SCHEMA_VERSION, open_reader, open_writer


def identity(db: Database) -> str:
    return str(db.execute("SELECT value FROM facts WHERE key = 'identity'").fetchone()[0])


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_index_has_the_version_and_keeps_its_identity(tmp_path: Path) -> None:
    with closing(open_writer(tmp_path / "index.db")) as db:
        first = identity(db)
        assert version(db.conn) == SCHEMA_VERSION
    with closing(open_writer(tmp_path / "index.db")) as db:
        assert identity(db) == first
    with closing(open_writer(tmp_path / "other.db")) as db:
        assert identity(db) != first


def test_a_newer_index_is_refused_and_not_a_byte_changes(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    with closing(open_writer(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer version of Alcove"):
        open_writer(path)
    with pytest.raises(LibraryError, match="newer version of Alcove"):
        open_reader(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    junk = b"these bytes are somebody's, not ours " * 100
    path.write_bytes(junk)
    for open_it in (open_writer, open_reader):
        with pytest.raises(LibraryError) as caught:
            open_it(path)
        assert caught.value.advice
    assert path.read_bytes() == junk


def test_a_reader_refuses_a_missing_index_and_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="empty"):
        open_reader(tmp_path / "index.db")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_sees_what_is_committed_and_cannot_write(
    tmp_path: Path, db: Database, store: Callable[..., int]
) -> None:
    with closing(open_reader(tmp_path / "index.db")) as reader:
        store(b"/a", "words")
        assert reader.execute("SELECT path FROM files").fetchall() == [(b"/a",)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("DELETE FROM files")


@pytest.mark.parametrize("name", ["a ?mode=rwc.db", "a#b%41.db", "ü.db"])
def test_a_reader_opens_any_path(tmp_path: Path, name: str) -> None:
    open_writer(tmp_path / name).close()
    with closing(open_reader(tmp_path / name)) as reader:
        assert version(reader) == SCHEMA_VERSION
