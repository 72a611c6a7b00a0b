"""Open the index: its one writer migrates it, all others open it read-only."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alcove.errors import DamagedError, LibraryError
from alcove.index.untouched import untouched

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = 3


def open_writer(path: Path) -> "Database":
    """Open, create or migrate the index for its one writer.

    Raises:
        LibraryError: a newer version wrote it, or it is not a database.
    """
    _refuse_newer_untouched(path)
    try:
        connection = sqlite3.connect(path, isolation_level=None)
    except sqlite3.DatabaseError as error:
        raise _explained(path, error) from error
    from sqlite_utils import Database  # here: a search only reads and does not need it

    from alcove.index.schema import migrations

    db = Database(connection, execute_plugins=False)
    with _closed_on_failure(connection, path):
        _refuse_newer(connection)
        # NORMAL: a power cut may cost the last moments, which the next scan brings back.
        for pragma in (
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        if migrations.pending(db):
            migrations.apply(db)
    return db


def open_reader(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open the index for reading; the connection never writes and never checkpoints.

    Args:
        path: of the database.
        any_thread: let other threads use and close the connection, one at a time.

    Raises:
        LibraryError: there is no index yet, another version wrote it, or it is not a database.
    """
    if not path.exists():
        raise _empty()
    _refuse_newer_untouched(path)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        isolation_level=None,
        check_same_thread=not any_thread,
    )
    with _closed_on_failure(connection, path):
        _refuse_newer(connection)
        _refuse_older(connection)
    return connection


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Read everything inside from one snapshot, whatever the writer commits meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.commit()  # nothing was written


def data_version(connection: sqlite3.Connection) -> int:
    """Return a number that changes whenever another connection changes the index."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def check_integrity(db: "Database") -> None:
    """Raise DamagedError if https://sqlite.org/pragma.html#pragma_quick_check finds damage."""
    verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise DamagedError("the index is damaged", advice="Alcove rebuilds it by itself.")


def empty_log(db: "Database") -> None:
    """Checkpoint the write-ahead log into the database and truncate it to zero bytes."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise _explained(path, error) from error
        raise


def _empty() -> LibraryError:
    return LibraryError("this library is empty", advice="Add a folder first: alcove index FOLDER")


def _refuse_older(connection: sqlite3.Connection) -> None:
    """Refuse an index of an earlier version: a reader cannot migrate it."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:  # the writer is still creating its tables
        raise _empty()
    if version < SCHEMA_VERSION:
        raise LibraryError(
            "an earlier version of Alcove wrote this library",
            advice="Run alcove index: it is brought up to date, and nothing is lost.",
        )


def _refuse_newer_untouched(path: Path) -> None:
    """Refuse a newer index without changing a byte of it."""
    if path.exists():
        try:
            with untouched(path) as connection:
                _refuse_newer(connection)
        except sqlite3.DatabaseError as error:
            raise _explained(path, error) from error


def _refuse_newer(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise LibraryError(
            f"a newer version of Alcove wrote this library (index version {version}; this "
            f"program reads up to {SCHEMA_VERSION})",
            advice="Update Alcove, or choose another library with --library.",
        )


def _explained(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """Return the error to raise when SQLite fails: damage is told apart from a failing disk."""
    if is_damage(error):
        return DamagedError(
            f"the index {path} is damaged: {error}",
            advice="It is derived from your documents: alcove index builds it again.",
        )
    return error


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error means a corrupt file: https://sqlite.org/rescode.html."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
