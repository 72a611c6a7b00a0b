"""Read and write single facts about the whole library, stored as key and value."""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

ACTIVE_MODEL = "active model"
"""The id of the model that serves searches."""


def read_fact(connection: sqlite3.Connection, key: str) -> str | None:
    """Return the value stored under a key; None if there is none."""
    row = connection.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def write_fact(db: "Database", key: str, value: str) -> None:
    """Store a value under a key, in place of any earlier one."""
    db.table("facts").upsert({"key": key, "value": value}, pk="key")


def remove_fact(db: "Database", key: str) -> None:
    """Delete the value under a key, if there is one."""
    db.execute("DELETE FROM facts WHERE key = ?", [key])
