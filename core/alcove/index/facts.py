"""Single facts about the whole library, kept beside its rows."""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

ACTIVE_MODEL = "active model"
"""The id of the model that serves searches."""


def read_fact(connection: sqlite3.Connection, key: str) -> str | None:
    """What was noted under a key; None where nothing was."""
    row = connection.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def write_fact(db: "Database", key: str, value: str) -> None:
    """Note something, in place of what was noted under the key."""
    db.table("facts").upsert({"key": key, "value": value}, pk="key")


def remove_fact(db: "Database", key: str) -> None:
    """Note nothing under a key any more."""
    db.execute("DELETE FROM facts WHERE key = ?", [key])
