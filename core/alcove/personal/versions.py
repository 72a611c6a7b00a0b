"""Check the version of the personal database, and open it read-only."""

import sqlite3
from pathlib import Path

from alcove.errors import LibraryError

PERSONAL_VERSION = 4


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open the personal database read-only.

    Raises:
        sqlite3.DatabaseError: it is missing or damaged.
    """
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)


def refuse_newer(connection: sqlite3.Connection) -> int:
    """Return the database's version, which this program supports; 0 for an empty file.

    Raises:
        LibraryError: a newer Alcove wrote it.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > PERSONAL_VERSION:
        raise LibraryError(
            f"a newer version of Alcove wrote this library (personal data version {version}; "
            f"this program reads up to {PERSONAL_VERSION})",
            advice="Update Alcove. Nothing was changed.",
        )
    return version
