"""Read the rows behind a hit: document, passage, snippet text and paths, to be shown."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from alcove.index.filtering.conditions import Condition


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text.

    Attributes:
        title: found inside the document; None if there is none.
        format: how it was read.
        language: ISO 639-1; None if unknown.
        part: 0, or the number of the message in a mailbox.
    """

    title: str | None
    format: str
    language: str | None
    part: int


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with its text.

    Attributes:
        page: on which it starts, from 1; None if the document has no pages.
        line: on which it starts, from 1; None if the document has pages.
        start: first code point of the passage in the document's text.
        end: one past the last.
        text: of the passage alone.
    """

    page: int | None
    line: int | None
    start: int
    end: int
    text: str


def document_row(connection: sqlite3.Connection, document: int | None) -> DocumentRow | None:
    """Return a document by its id; None if it was deleted, or for None."""
    row = connection.execute(
        "SELECT d.title, c.format, d.language, d.part FROM documents d"
        " JOIN contents c ON c.id = d.content_id WHERE d.id = ?",
        (document,),
    ).fetchone()
    return DocumentRow(*row) if row else None


def passage_row(connection: sqlite3.Connection, passage: int) -> PassageRow | None:
    """Return a passage by its id; None if it was deleted."""
    row = connection.execute(
        'SELECT p.page, p.line, p.start, p."end", substr(d.text, p.start + 1, p."end" - p.start)'
        " FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id = ?",
        (passage,),
    ).fetchone()
    return PassageRow(*row) if row else None


def page_at(connection: sqlite3.Connection, document: int | None, offset: int) -> int | None:
    """Return the page of a document, from 1, that holds this code point; None without pages."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM json_each(page_starts) WHERE value <= ?)"
        " FROM documents WHERE id = ?",
        (offset, document),
    ).fetchone()
    return int(row[0]) or None if row else None


def beginning(connection: sqlite3.Connection, document: int, length: int) -> str:
    """Return the first `length` code points of a document's text; empty if it was deleted."""
    row = connection.execute(
        "SELECT substr(text, 1, ?) FROM documents WHERE id = ?", (length, document)
    ).fetchone()
    return str(row[0]) if row else ""


def last_change(connection: sqlite3.Connection, document: int | None) -> int:
    """Return the mtime of a document's newest file, nanoseconds since the epoch; 0 if none."""
    row = connection.execute(
        "SELECT max(f.mtime_ns) FROM documents d JOIN files f ON f.content_id = d.content_id"
        " WHERE d.id = ?",
        (document,),
    ).fetchone()
    return int(row[0] or 0)


def newest_paths(connection: sqlite3.Connection, condition: Condition) -> list[tuple[bytes, int]]:
    """Return path and mtime_ns of the files that meet a condition, newest first."""
    return connection.execute(
        "SELECT f.path, f.mtime_ns"  # noqa: S608 - the condition is ours; its values are bound
        " FROM files f LEFT JOIN contents c ON c.id = f.content_id"
        f" WHERE {condition.sql} ORDER BY f.mtime_ns DESC, f.path",
        condition.parameters,
    ).fetchall()


def newest_files(
    connection: sqlite3.Connection, files: list[int], limit: int
) -> list[tuple[int, int | None]]:
    """Select at most `limit` of these files, newest first, deduplicated by their bytes.

    Returns:
        The id of each, with that of its first document; None if it has no text.
    """
    return connection.execute(
        "SELECT f.id, min(d.id) FROM json_each(?) wanted JOIN files f ON f.id = wanted.value"
        " LEFT JOIN documents d ON d.content_id = f.content_id"
        " GROUP BY coalesce(-f.content_id, f.id) ORDER BY max(f.mtime_ns) DESC, f.id LIMIT ?",
        (json.dumps(files), limit),
    ).fetchall()


def first_documents(connection: sqlite3.Connection, files: Iterable[int]) -> dict[int, int | None]:
    """Return file → its first document; None for a file without text.

    Deleted files are left out.
    """
    first = dict[int, int | None]()
    for file in files:
        row = connection.execute(
            "SELECT d.id FROM files f LEFT JOIN documents d"
            " ON d.content_id = f.content_id AND d.part = 0 WHERE f.id = ?",
            (file,),
        ).fetchone()
        if row is not None:
            first[file] = row[0]
    return first
