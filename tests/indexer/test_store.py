"""The index is opened for writing: checked after a kill, set aside if damaged."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from alcove.errors import DamagedError, LibraryError
from alcove.index.opening import SCHEMA_VERSION
from alcove.indexer.store import IndexStore, open_store
from alcove.personal import LibraryFolder


class Power(BaseException):
    """Simulates a power cut."""


@pytest.fixture
def library(tmp_path: Path) -> LibraryFolder:
    """Create a library with one file's row, closed cleanly."""
    library = LibraryFolder(tmp_path)
    with open_store(library) as store:
        add_row(store)
    return library


def add_row(store: IndexStore) -> None:
    store.db.execute(
        "INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns)"
        " VALUES (randomblob(2000), 1, 1, 1, 1, 1)"
    )


def rows(library: LibraryFolder) -> int:
    with open_store(library) as store:
        count: int = store.db.execute("SELECT count(*) FROM files").fetchone()[0]
    return count


def end_badly(library: LibraryFolder) -> None:
    with suppress(Power), open_store(library) as store:
        for _ in range(200):
            add_row(store)
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raise Power


def break_a_page(library: LibraryFolder) -> None:
    """Overwrite a page in the middle: a check detects it, opening the database does not."""
    content = bytearray(library.index.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    library.index.write_bytes(content)


def files_of(folder: Path) -> dict[str, bytes]:
    """Read all files but the -shm, which holds no data: https://sqlite.org/walformat.html"""
    return {
        os.fspath(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


def test_written_rows_are_there_the_next_time(library: LibraryFolder) -> None:
    assert rows(library) == 1


def test_a_whole_index_is_kept_after_an_unclean_end(library: LibraryFolder) -> None:
    end_badly(library)
    assert rows(library) == 201
    assert not library.damaged.exists()


def test_the_check_after_an_unclean_end_detects_a_broken_page(library: LibraryFolder) -> None:
    end_badly(library)
    break_a_page(library)
    with open_store(library) as store:
        assert store.db.execute("SELECT count(*) FROM files").fetchone()[0] == 0
        assert len(store.notices) == 1
    assert (library.damaged / "index.db").exists()


def test_after_a_clean_end_nothing_is_checked(library: LibraryFolder) -> None:
    end_badly(library)
    assert rows(library) == 201
    break_a_page(library)
    with open_store(library) as store:
        assert not store.notices


@pytest.mark.parametrize(
    "damage",
    [
        lambda index: index.write_bytes(b"no database at all" * 100),
        lambda index: index.write_bytes(index.read_bytes()[:5000]),
        lambda index: index.write_bytes(b"\0" * 100 + index.read_bytes()[100:]),
    ],
    ids=["another file", "cut short", "without its header"],
)
def test_an_index_that_cannot_be_opened_is_set_aside(
    library: LibraryFolder, damage: Callable[[Path], object]
) -> None:
    end_badly(library)
    damage(library.index)
    before = library.index.read_bytes()
    with open_store(library) as store:
        assert store.db.execute("SELECT count(*) FROM files").fetchone()[0] == 0
        assert "damaged" in store.notices[0]
    assert (library.damaged / "index.db").read_bytes() == before


def test_the_notice_stays_until_what_was_set_aside_is_removed(library: LibraryFolder) -> None:
    library.index.write_bytes(b"no database at all" * 100)
    for _ in range(2):
        with open_store(library) as store:
            assert len(store.notices) == 1
    shutil.rmtree(library.damaged)
    with open_store(library) as store:
        assert not store.notices


def test_a_second_damaged_index_takes_the_place_of_the_first(library: LibraryFolder) -> None:
    for content in (b"first" * 1000, b"second" * 1000):
        library.index.write_bytes(content)
        with open_store(library):
            pass
    assert (library.damaged / "index.db").read_bytes() == b"second" * 1000


def make_newer(library: LibraryFolder, *, killed: bool) -> None:
    """Let a newer version write to the index, and end cleanly or not."""
    connection = sqlite3.connect(library.index)
    with closing(connection):
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.commit()
        if killed:
            left = {path: path.read_bytes() for path in library.root.glob("index.db*")}
    if killed:
        for path, content in left.items():
            path.write_bytes(content)


@pytest.mark.parametrize("killed", [False, True], ids=["ended well", "was killed"])
def test_a_newer_version_is_refused_and_nothing_is_touched(
    library: LibraryFolder, *, killed: bool
) -> None:
    make_newer(library, killed=killed)
    before = files_of(library.root)
    with pytest.raises(LibraryError) as caught, open_store(library):
        pass
    assert not isinstance(caught.value, DamagedError)
    assert caught.value.advice
    assert files_of(library.root) == before
