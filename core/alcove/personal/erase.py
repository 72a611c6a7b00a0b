"""Delete personal data permanently, also from the copies made before upgrades, and prove it.

The proof reads the bytes of every file of the personal data: none may contain a deleted text,
unless a row that is kept holds the same text.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alcove.personal.database import changed, errors_for_people

_MIN_BYTES = 4  # shorter texts occur in any file by chance, and are not searched for
_PIECE = 64  # bytes; SQLite spreads long texts over pages, so only pieces are contiguous


@dataclass(frozen=True, slots=True)
class Receipt:
    """Result of a deletion, with the proof that nothing is left.

    Attributes:
        deleted: number of rows deleted from the database itself; the same rows in its copies are
            not counted again.
        files: names of the files that were searched afterwards, in the library's folder.
        bytes: total size of these files.
        found: number of deleted texts with a remainder in these files; 0 is the proof.
        kept: number of deleted texts that are in these files only as part of a row that is kept,
            such as a saved search.
    """

    deleted: int
    files: tuple[str, ...]
    bytes: int
    found: int
    kept: int = 0


def erase(
    path: Path, table: str, columns: Sequence[str], where: Mapping[str, str], *also: str
) -> Receipt:
    """Delete rows from the personal database at `path` and from its copies, and rewrite both.

    A journal is deleted like any file: a program cannot control what the disk keeps of it.

    Args:
        path: path of the personal database; if it is missing, it is not created.
        table: table of the rows.
        columns: columns whose texts must be gone afterwards.
        where: column → value that a row must have; empty for all rows.
        also: tables to empty as well; they hold no text of the user's.

    Raises:
        LibraryError: a database cannot be written, or a newer Alcove wrote it.
    """
    if not path.exists():
        return Receipt(0, (), 0, 0)
    with changed(path) as db:  # upgrades it first, which may leave one more copy
        path.with_name(f"{path.stem}.copy").unlink(missing_ok=True)  # of an interrupted upgrade
        erased = _delete(db.conn, table, columns, where, also)
    deleted = len(erased)
    _rewrite(path)
    for copy in _databases(path):
        if copy != path:
            with errors_for_people(copy), closing(sqlite3.connect(copy, timeout=30)) as connection:
                erased += _delete(connection, table, columns, where, also)
                connection.commit()
            _rewrite(copy)
    return _prove(path, deleted, {text for texts in erased for text in texts})


def _files(path: Path) -> list[Path]:
    """Return the database, its copies, and files that SQLite or an upgrade left beside them."""
    return sorted(path.parent.glob(f"{path.stem}.*"))


def _databases(path: Path) -> list[Path]:
    return [file for file in _files(path) if file.suffix == path.suffix]


def _delete(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    where: Mapping[str, str],
    also: Iterable[str],
) -> list[tuple[str | bytes, ...]]:
    """Delete the rows and return their texts; an older version may not have the table."""
    connection.execute("PRAGMA secure_delete = ON")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if table not in tables:
        return []
    for other in tables.intersection(also):
        connection.execute(f"DELETE FROM {other}")  # noqa: S608 - names of our own tables
    condition = " AND ".join(f"{column} = ?" for column in where) or "1"
    texts = ", ".join(columns)
    return connection.execute(
        f"DELETE FROM {table} WHERE {condition} RETURNING {texts}",  # noqa: S608
        [*where.values()],
    ).fetchall()


def _rewrite(database: Path) -> None:
    """Remove remainders of deleted rows: SQLite keeps copies of rows moved between pages."""
    with errors_for_people(database), closing(sqlite3.connect(database, timeout=30)) as connection:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("VACUUM")


def _prove(path: Path, deleted: int, erased: Iterable[str | bytes]) -> Receipt:
    files = _files(path)
    contents = [file.read_bytes() for file in files]
    remaining = b"\0".join(value for database in _databases(path) for value in _values(database))
    found = kept = 0
    for text in erased:
        present = [piece for piece in _pieces(text) if any(piece in data for data in contents)]
        is_kept = all(piece in remaining for piece in present)
        found += not is_kept
        kept += bool(present) and is_kept
    names = tuple(file.name for file in files)
    return Receipt(deleted, names, sum(map(len, contents)), found, kept)


def _pieces(text: str | bytes) -> Iterator[bytes]:
    encoded = _bytes(text)
    for start in range(0, len(encoded) - _MIN_BYTES + 1, _PIECE):
        yield encoded[start : start + _PIECE]


def _values(database: Path) -> Iterator[bytes]:
    """Yield every value in a database, including its schema."""
    with errors_for_people(database), closing(sqlite3.connect(database)) as connection:
        tables = [row[0] for row in connection.execute(_TABLES)]
        for table in ("sqlite_schema", *tables):
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608
                yield from (_bytes(value) for value in row if value is not None)


_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()
