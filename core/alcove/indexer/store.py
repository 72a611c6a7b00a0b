"""Open the index for the indexer: check it after an unclean end, set it aside if damaged."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from alcove.errors import DamagedError
from alcove.index.facts import read_fact, remove_fact, write_fact
from alcove.index.opening import check_integrity, open_writer
from alcove.index.words.writer import WordsWriter
from alcove.personal import LibraryFolder
from alcove.system.durable import sync_names

_IN_USE = "in use"
"""Fact that is stored from opening to the clean end: if it exists at the start, the last indexer
was killed or lost power."""


@dataclass(frozen=True, slots=True)
class IndexStore:
    """The database and the words index, open for the one writer's thread.

    Attributes:
        db: the writer's connection.
        words: the words index, which follows the database.
        notices: for the user, about the opening, in plain words.
    """

    db: Database
    words: WordsWriter
    notices: tuple[str, ...] = ()


@contextmanager
def open_store(library: LibraryFolder) -> Iterator[IndexStore]:
    """Open the index of a library for writing; the caller holds the indexer's lock.

    Set a damaged index aside and replace it by an empty one: it is derived, and filled again from
    the disk.

    Raises:
        LibraryError: a newer version wrote the index, or it cannot be opened.
        OSError, sqlite3.Error: the disk is full or fails.
    """
    try:
        db = _open_checked(library.index)
    except DamagedError:
        set_aside(library)
        db = _open_checked(library.index)
    with closing(db), closing(WordsWriter(library.words)) as words:
        yield IndexStore(db, words, _notices(library))
        remove_fact(db, _IN_USE)


def _notices(library: LibraryFolder) -> tuple[str, ...]:
    """Return a notice for the user while there is an index that was set aside."""
    if not library.damaged.exists():
        return ()
    day = datetime.fromtimestamp(library.damaged.stat().st_mtime).astimezone()
    notice = (
        f"The index was damaged and was rebuilt on {day:%Y-%m-%d %H:%M}. The old one is in"
        f" {library.damaged}; you can delete it."
    )
    return (notice,)


def _open_checked(path: Path) -> Database:
    db = open_writer(path)
    try:
        if read_fact(db.conn, _IN_USE):
            check_integrity(db)
        write_fact(db, _IN_USE, "yes")
    except BaseException:
        db.close()
        raise
    return db


def set_aside(library: LibraryFolder) -> None:
    """Move the database's files away; the words index no longer fits it and will be rebuilt."""
    shutil.rmtree(library.damaged, ignore_errors=True)
    library.damaged.mkdir(mode=0o700)
    for suffix in ("", "-wal", "-shm"):
        file = library.index.with_name(library.index.name + suffix)
        if file.exists():
            file.rename(library.damaged / file.name)
    sync_names(library.root)
