"""Look up the file at one path: its text, or the reason why there is none."""

import json
import sqlite3
from bisect import bisect_right
from dataclasses import dataclass

from alcove.errors import Reason
from alcove.records import Heading


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it was read.

    Attributes:
        text: the whole text; every offset counts its code points.
        title: found inside the document; None if there is none.
        headings: in the order of the text.
        page_starts: offset at which each page (sheet, slide) begins; empty without pages.
        format: how it was read.
        size: bytes of the file at the last scan.
        language: ISO 639-1; None if unknown.
    """

    text: str
    title: str | None
    headings: tuple[Heading, ...]
    page_starts: tuple[int, ...]
    format: str
    size: int
    language: str | None

    def page_at(self, offset: int) -> int | None:
        """Return the page, from 1, that holds this code point; None for documents without pages."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None

    def page_span(self, page: int) -> tuple[int, int]:
        """Return the span of the text that is on a page, [start, end).

        Args:
            page: from 1 to the number of pages.
        """
        starts = (*self.page_starts, len(self.text))
        return starts[page - 1], starts[page]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as the index last saw it.

    Attributes:
        size: bytes.
        mtime_ns: last change of its content, nanoseconds since the epoch.
        content: id of its content; None if it was never read.
        format: how it was read; None if that was not tried.
        reason: why there is no text; None if there is.
        detail: one plain sentence about the reason; may be empty.
        waiting: whether it waits to be read, for the first time or again.
    """

    size: int
    mtime_ns: int
    content: int | None
    format: str | None
    reason: Reason | None
    detail: str
    waiting: bool


def document_at(
    connection: sqlite3.Connection, path: bytes, part: int | None
) -> StoredDocument | None:
    """Return the document at a path, or message `part` of a mailbox; None if there is none."""
    row = connection.execute(
        "SELECT d.text, d.title, d.headings, d.page_starts, c.format, f.size, d.language"
        " FROM files f JOIN contents c ON c.id = f.content_id"
        " JOIN documents d ON d.content_id = c.id"
        " WHERE f.path = ?1 AND d.part = coalesce(?2, d.part) ORDER BY d.part LIMIT 1",
        (path, part),
    ).fetchone()
    if row is None:
        return None
    text, title, headings, page_starts, format_, size, language = row
    return StoredDocument(
        text,
        title,
        tuple(Heading(*heading) for heading in json.loads(headings)),
        tuple(json.loads(page_starts)),
        format_,
        size,
        language,
    )


def file_at(connection: sqlite3.Connection, path: bytes) -> StoredFile | None:
    """Return the file at a path as the index last saw it; None if no scan has seen it."""
    row = connection.execute(
        "SELECT f.size, f.mtime_ns, f.content_id, c.format, coalesce(f.reason, c.reason),"
        " iif(f.reason IS NULL, coalesce(c.detail, ''), f.detail), f.waiting"
        " FROM files f LEFT JOIN contents c ON c.id = f.content_id WHERE f.path = ?",
        (path,),
    ).fetchone()
    if row is None:
        return None
    size, mtime_ns, content, format_, reason, detail, waiting = row
    return StoredFile(
        size, mtime_ns, content, format_, Reason(reason) if reason else None, detail, bool(waiting)
    )


def content_at(
    connection: sqlite3.Connection, path: bytes
) -> tuple[bytes | None, str | None] | None:
    """Return the sha256 and the format of the file at a path.

    Returns:
        Two Nones if the file was never read; None if no scan has seen it.
    """
    row = connection.execute(
        "SELECT c.sha256, c.format FROM files f LEFT JOIN contents c ON c.id = f.content_id"
        " WHERE f.path = ?",
        (path,),
    ).fetchone()
    return (row[0], row[1]) if row else None


def has_text(connection: sqlite3.Connection, path: bytes) -> bool:
    """Return whether the file at a path has a document."""
    rows = connection.execute(
        "SELECT 1 FROM files f JOIN documents d ON d.content_id = f.content_id WHERE f.path = ?",
        (path,),
    )
    return rows.fetchone() is not None


def is_held(connection: sqlite3.Connection, sha256: bytes | None, format_: str | None) -> bool:
    """Return whether any file has these bytes and was read as this format."""
    rows = connection.execute(
        "SELECT 1 FROM contents c JOIN files f ON f.content_id = c.id"
        " WHERE c.sha256 = ? AND c.format = ? LIMIT 1",
        (sha256, format_),
    )
    return rows.fetchone() is not None


def beginnings_at(
    connection: sqlite3.Connection, path: bytes, length: int
) -> list[tuple[int, str | None, str]]:
    """Return id, title and first `length` code points of each document of the file at a path."""
    return connection.execute(
        "SELECT d.id, d.title, substr(d.text, 1, ?) FROM files f"
        " JOIN documents d ON d.content_id = f.content_id WHERE f.path = ? ORDER BY d.id",
        (length, path),
    ).fetchall()
