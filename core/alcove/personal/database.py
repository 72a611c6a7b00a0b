"""Open the personal database: upgraded, durable, and erasing deleted rows securely.

Every version uses a rollback journal, never a write-ahead log, so that reading it leaves no file
behind.
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
    """Open the personal database at `path`; create it or upgrade it to this version as needed.

    Raises:
        LibraryError: it is damaged, a newer Alcove wrote it, or the disk is full.
    """
    # A rollback journal and EXTRA: several processes write here, and a power cut must lose nothing.
    # https://sqlite.org/pragma.html#pragma_synchronous
    with errors_for_people(path):
        if path.exists():
            _refuse_newer_unwritten(path)
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
            version = refuse_newer(connection)
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA secure_delete = ON")  # deletes history and judgments
            if version < PERSONAL_VERSION:
                from alcove.personal.migrations import upgrade

                upgrade(connection, path)
            yield connection


@contextmanager
def changed(path: Path) -> Iterator["Database"]:
    """Open the personal database for one transaction, which is durable as a whole or rolled back.

    The transaction is the lock: a second process that writes waits for the first.

    Raises:
        LibraryError: as `opened`.
    """
    from sqlite_utils import Database  # only a write needs this import

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
    """Convert SQLite's errors about the database at `path` to LibraryError."""
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
            # A process was killed during a change: only a writer can roll it back.
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
