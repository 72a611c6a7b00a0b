"""What the index keeps of one file: its text for those who show it, or why there is none."""

import json
from bisect import bisect_right
from contextlib import closing
from dataclasses import dataclass

from alcove.errors import Reason
from alcove.index.opening import open_reader
from alcove.personal import LibraryFolder
from alcove.records import Heading


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it was read.

    Attributes:
        text: the whole text; every offset counts its code points.
        title: found inside the document; None where it has none.
        headings: in the order of the text.
        page_starts: offset at which each page (sheet, slide) begins; empty without pages.
        format: how it was read.
        size: bytes of the file, when it was last looked at.
        language: ISO 639-1; None if that is not known.
    """

    text: str
    title: str | None
    headings: tuple[Heading, ...]
    page_starts: tuple[int, ...]
    format: str
    size: int
    language: str | None

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, that holds this code point; None for documents without pages."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None

    def page_span(self, page: int) -> tuple[int, int]:
        """The part of the text that stands on a page, [start, end).

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
        format: how it was read; None where that was not tried.
        reason: why there is no text; None where there is.
        detail: one plain sentence about the reason; may be empty.
        waiting: whether it is still to be read, for the first time or again.
    """

    size: int
    mtime_ns: int
    format: str | None
    reason: Reason | None
    detail: str
    waiting: bool


def document_at(library: LibraryFolder, path: bytes, part: int | None) -> StoredDocument | None:
    """The text of the file at a path, or of one message of a mailbox; see `Library.document`."""
    with closing(open_reader(library.index)) as connection:
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


def file_at(library: LibraryFolder, path: bytes) -> StoredFile | None:
    """What the index knows of the file at a path; see `Library.file`."""
    with closing(open_reader(library.index)) as connection:
        row = connection.execute(
            "SELECT f.size, f.mtime_ns, c.format, coalesce(f.reason, c.reason),"
            " iif(f.reason IS NULL, coalesce(c.detail, ''), f.detail), f.waiting"
            " FROM files f LEFT JOIN contents c ON c.id = f.content_id WHERE f.path = ?",
            (path,),
        ).fetchone()
    if row is None:
        return None
    size, mtime_ns, format_, reason, detail, waiting = row
    return StoredFile(
        size, mtime_ns, format_, Reason(reason) if reason else None, detail, bool(waiting)
    )
