"""The index, opened: brought up to date by its one writer, read-only by all others."""

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
    from sqlite_utils import Database  # a search, which only reads, does without it

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
        any_thread: let another thread than this one close the connection.

    Raises:
        LibraryError: there is none yet, another version wrote it, or it is not a database.
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
    """Let everything that is read meanwhile be of one moment, whatever the writer commits."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.commit()  # nothing was written


def data_version(connection: sqlite3.Connection) -> int:
    """A number that is another one as soon as another connection has changed the index."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def check_integrity(db: "Database") -> None:
    """Raise DamagedError unless https://sqlite.org/pragma.html#pragma_quick_check is content."""
    verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise DamagedError("the index is damaged", advice="Alcove rebuilds it by itself.")


def empty_log(db: "Database") -> None:
    """Bring the write-ahead log into the database, and leave none of its bytes."""
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
    """A reader cannot migrate."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:  # its tables are just being made
        raise _empty()
    if version < SCHEMA_VERSION:
        raise LibraryError(
            "an earlier version of Alcove wrote this library",
            advice="Run alcove index: it is brought up to date, and nothing is lost.",
        )


def _refuse_newer_untouched(path: Path) -> None:
    """Look at the version so that a newer library stays as it is, to the last byte."""
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
    """What to raise for an index that SQLite cannot open: damage is told from a failing disk."""
    if is_damage(error):
        return DamagedError(
            f"the index {path} is damaged: {error}",
            advice="It is derived from your documents: alcove index builds it again.",
        )
    return error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file makes no sense: https://sqlite.org/rescode.html."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
