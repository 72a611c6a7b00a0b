"""Store the settings: read them, change them atomically, and number each change for pollers."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alcove.personal.database import changed, errors_for_people, opened
from alcove.personal.settings import Pace, Settings
from alcove.personal.versions import open_to_read, refuse_newer

if TYPE_CHECKING:
    from sqlite_utils import Database

_VALUES = (
    *("model", "patterns", "ignore_files", "hidden", "size_limits", "cores", "memory"),
    *("judgments", "history", "without_types"),
)
_LISTS = ("without_types",)  # tuples, which JSON returns as lists
_PACES = ("on_battery", "when_busy")


def load(path: Path) -> Settings:
    """Read the settings from the personal database at `path`; defaults where there is none yet.

    Raises:
        LibraryError: the database is damaged, or a newer Alcove wrote it.
    """
    if not path.exists():
        return Settings()
    with opened(path) as connection:
        return _read(connection)


def revision(path: Path) -> int:
    """Return the number of the last change, without reading the settings; 0 before the first.

    Takes 0.1 ms: a running indexer polls it about once a second.

    Raises:
        LibraryError: as `load`.
    """
    if not path.exists():
        return 0
    with errors_for_people(path):
        try:
            return _read_revision(path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
    return load(path).revision  # rolls back the change of a process that was killed


def _read_revision(path: Path) -> int:
    with closing(open_to_read(path)) as connection:
        if refuse_newer(connection) == 0:
            return 0
        row = connection.execute("SELECT value FROM settings WHERE key = 'revision'").fetchone()
        return json.loads(row[0]) if row else 0


def change(path: Path, edit: Callable[[Settings], Settings]) -> Settings:
    """Replace the settings by `edit(settings)` in one durable transaction and return the new ones.

    A second process that edits waits for the first. An edit that changes nothing leaves the
    revision as it is.

    Raises:
        LibraryError: as `load`, or the disk is full.
    """
    with changed(path) as db:
        before = _read(db.conn)
        edited = edit(before)
        if edited != before:
            _write(db, replace(edited, revision=before.revision + 1))
        return _read(db.conn)


def _read(connection: sqlite3.Connection) -> Settings:
    folders = {
        path: json.loads(patterns)
        for path, patterns in connection.execute("SELECT path, patterns FROM folders ORDER BY path")
    }
    stored = {key: json.loads(value) for key, value in connection.execute("SELECT * FROM settings")}
    values: dict[str, Any] = {key: stored[key] for key in (*_VALUES, "revision") if key in stored}
    values |= {key: tuple(stored[key]) for key in _LISTS if key in stored}
    values |= {key: Pace(stored[key]) for key in _PACES if key in stored}
    patterns = {path: lines for path, lines in folders.items() if lines}
    return Settings(folders=tuple(folders), folder_patterns=patterns, **values)


def _write(db: "Database", settings: Settings) -> None:
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
