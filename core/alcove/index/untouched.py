"""A look at the index that leaves it as it is, to the last byte."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def untouched(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database that is there, for a moment.

    A connection that may write would empty the log that a kill left behind when it is closed; one
    that only reads would begin a log where there is none.

    Raises:
        sqlite3.DatabaseError: it is none, or it cannot be opened.
    """
    has_log = path.with_name(f"{path.name}-wal").exists()
    uri = f"{path.absolute().as_uri()}?{'mode=ro' if has_log else 'immutable=1'}"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        yield connection
