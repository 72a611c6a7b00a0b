"""The personal database, opened: brought up to date, durable, and leaving nothing deleted behind.

It has a rollback journal in every version, never a write-ahead log, so that a look at it leaves no
file behind.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alcove.errors import LibraryError
from alcove.personal.versions import PERSONAL_VERSION, open_to_read, refuse_newer

if TYPE_CHECKING:
    from sqlite_utils import Database


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the personal database at `path`; it is made, or brought to this version, if need be.

    Raises:
        LibraryError: it is damaged, a newer Alcove wrote it, or the disk is full.
    """
    # A rollback journal and EXTRA: several processes write here, and a power cut may lose nothing.
    # https://sqlite.org/pragma.html#pragma_synchronous
    with errors_for_people(path):
        if path.exists():
            _refuse_newer_unwritten(path)
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
            version = refuse_newer(connection)
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA secure_delete = ON")  # questions are deleted here
            if version < PERSONAL_VERSION:
                from alcove.personal.migrations import upgrade

                upgrade(connection, path)
            yield connection


@contextmanager
def changed(path: Path) -> Iterator["Database"]:
    """Open the personal database for one transaction: durable as a whole, or as if it never was.

    The transaction is the lock: a second process that changes something waits for the first.

    Raises:
        LibraryError: as `opened`.
    """
    from sqlite_utils import Database  # whoever only looks does without it

    with opened(path) as connection:
        db = Database(connection, execute_plugins=False)
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            db.rollback()
            raise
        db.commit()


@contextmanager
def errors_for_people(path: Path) -> Iterator[None]:
    """Raise what SQLite finds wrong with the database at `path` as a LibraryError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            f"the personal data in {path} cannot be read or written: {error}",
            advice="Check the disk and its free space, or put back a backup of that file.",
        ) from error


def _refuse_newer_unwritten(path: Path) -> None:
    with closing(open_to_read(path)) as connection:
        try:
            refuse_newer(connection)
        except sqlite3.OperationalError as error:
            # Somebody was killed in the middle of a change: only a writer may take it back.
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
