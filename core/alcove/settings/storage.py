"""Settings on disk: read, changed whole or not at all, and numbered so that others notice.

The database has a rollback journal in every version, never a write-ahead log, so that a look at
it leaves no file behind.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from alcove.errors import LibraryError
from alcove.settings.versions import migrations, open_to_read, refuse_newer, upgrade
from alcove.settings.wanted import Pace, Settings

_VALUES = ("model", "patterns", "ignore_files", "hidden", "size_limits", "cores", "memory")
_PACES = ("on_battery", "when_busy")


def load(path: Path) -> Settings:
    """Read the settings in the personal database at `path`; defaults where there is none yet.

    Raises:
        LibraryError: the database is damaged, or a newer Alcove wrote it.
    """
    if not path.exists():
        return Settings()
    with _opened(path) as db:
        return _read(db)


def revision(path: Path) -> int:
    """Return the number of the last change, without reading the settings; 0 before the first.

    Costs a tenth of a millisecond: a running indexer asks every second or so.

    Raises:
        LibraryError: as `load`.
    """
    if not path.exists():
        return 0
    with _errors_for_people(path):
        try:
            return _read_revision(path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
    return load(path).revision  # takes back what somebody was killed in the middle of


def _read_revision(path: Path) -> int:
    with closing(open_to_read(path)) as connection:
        if refuse_newer(connection) == 0:
            return 0
        row = connection.execute("SELECT value FROM settings WHERE key = 'revision'").fetchone()
        return json.loads(row[0]) if row else 0


def change(path: Path, edit: Callable[[Settings], Settings]) -> Settings:
    """Replace the settings by `edit(settings)` in one durable transaction and return the new ones.

    The transaction is the lock: a second process that edits waits for the first. An edit that
    changes nothing leaves the revision as it is.

    Raises:
        LibraryError: as `load`, or the disk is full.
    """
    with _opened(path) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            before = _read(db)
            wanted = edit(before)
            if wanted != before:
                _write(db, replace(wanted, revision=before.revision + 1))
            settings = _read(db)
        except BaseException:
            db.rollback()
            raise
        db.commit()
        return settings


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    # A rollback journal and EXTRA: several processes write here, and a power cut may lose nothing.
    # https://sqlite.org/pragma.html#pragma_synchronous
    with _errors_for_people(path):
        if path.exists():
            _refuse_newer_unwritten(path)
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        with closing(Database(connection, execute_plugins=False)) as db:
            refuse_newer(connection)
            db.execute("PRAGMA synchronous = EXTRA")
            if migrations.pending(db):
                upgrade(db, path)
            yield db


def _refuse_newer_unwritten(path: Path) -> None:
    with closing(open_to_read(path)) as connection:
        try:
            refuse_newer(connection)
        except sqlite3.OperationalError as error:
            # Somebody was killed in the middle of a change: only a writer may take it back.
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise


@contextmanager
def _errors_for_people(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            f"the personal data in {path} cannot be read or written: {error}",
            advice="Check the disk and its free space, or put back a backup of that file.",
        ) from error


def _read(db: Database) -> Settings:
    folders = {
        path: json.loads(patterns)
        for path, patterns in db.execute("SELECT path, patterns FROM folders ORDER BY path")
    }
    stored = {key: json.loads(value) for key, value in db.execute("SELECT * FROM settings")}
    values: dict[str, Any] = {key: stored[key] for key in (*_VALUES, "revision") if key in stored}
    values |= {key: Pace(stored[key]) for key in _PACES if key in stored}
    patterns = {path: lines for path, lines in folders.items() if lines}
    return Settings(folders=tuple(folders), folder_patterns=patterns, **values)


def _write(db: Database, settings: Settings) -> None:
    db.execute("DELETE FROM folders")
    db.table("folders").insert_all(
        {"path": path, "patterns": json.dumps(settings.folder_patterns.get(path, ""))}
        for path in sorted(set(settings.folders))
    )
    db.table("settings").upsert_all(
        (
            {"key": key, "value": json.dumps(getattr(settings, key))}
            for key in (*_VALUES, *_PACES, "revision")
        ),
        pk="key",
    )
