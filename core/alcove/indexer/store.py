"""Where the indexer writes: checked after an unclean end, set aside where it is damaged."""

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
"""A fact that is there from the first write to the clean end: found at the start, it tells of a
kill or a power cut."""


@dataclass(frozen=True, slots=True)
class IndexStore:
    """The database and the words index, open for the one writer's thread.

    Attributes:
        db: the writer's connection.
        words: the words index, which follows the database.
        notices: what the user should know of the opening, in plain words.
    """

    db: Database
    words: WordsWriter
    notices: tuple[str, ...] = ()


@contextmanager
def open_store(library: LibraryFolder) -> Iterator[IndexStore]:
    """Open the index of a library for writing; the caller holds the indexer's lock.

    A damaged index is set aside and an empty one takes its place: it is derived, and is filled
    again from the disk.

    Raises:
        LibraryError: a newer version wrote it, or it cannot be opened.
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
    """What the user should know, for as long as what was set aside lies there."""
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
    """Move the database's files away; the words index no longer fits and is made anew."""
    shutil.rmtree(library.damaged, ignore_errors=True)
    library.damaged.mkdir(mode=0o700)
    for suffix in ("", "-wal", "-shm"):
        file = library.index.with_name(library.index.name + suffix)
        if file.exists():
            file.rename(library.damaged / file.name)
    sync_names(library.root)
