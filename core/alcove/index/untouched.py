"""Read the index without changing a byte of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def untouched(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an existing database for a short look.

    A connection that may write would, when closed, empty the log that a killed process left; one
    that only reads would create a log where there is none.

    Raises:
        sqlite3.DatabaseError: the file is not a database, or it cannot be opened.
    """
    has_log = path.with_name(f"{path.name}-wal").exists()
    uri = f"{path.absolute().as_uri()}?{'mode=ro' if has_log else 'immutable=1'}"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        yield connection
