"""Store relevance judgments: documents opened or marked for a query. Personal data."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from alcove.personal.database import changed, opened
from alcove.personal.erase import Receipt, erase


class Grade(IntEnum):
    """Relevance of a document to a query; above 0 is relevant."""

    NOT_THIS = 0
    OPENED = 1
    THIS_WAS_IT = 2


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """Identity of a judged document, which survives a move, an edit, and a rebuilt index.

    Attributes:
        path: absolute path when it was judged, bytes.
        sha256: digest of the file's bytes, 32 bytes; None where the file was never read.
        format: how the bytes were read; None where they were not.
        part: number of the message in a mailbox; None for the whole file.
    """

    path: bytes
    sha256: bytes | None = None
    format: str | None = None
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Judgment:
    """The user's judgment of a document as the answer to a query: a mark, or an opening.

    Attributes:
        query: as typed.
        document: the judged document.
        grade: its relevance.
        at: time of the judgment, seconds since the epoch.
    """

    query: str
    document: JudgedDocument
    grade: Grade
    at: float

    @property
    def rank(self) -> tuple[bool, float]:
        """Precedence among judgments of one document, highest wins: a mark, then the later one."""
        return self.grade is not Grade.OPENED, self.at


def add(path: Path, judgment: Judgment) -> None:
    """Store a judgment in the personal database at `path`, durably.

    Each document has one judgment for each query: a mark outranks an opening, and the later of two
    marks, or of two openings, replaces the earlier.

    Raises:
        LibraryError: the database cannot be written, or a newer Alcove wrote it.
    """
    document = judgment.document
    with changed(path) as db:
        db.execute(
            "INSERT INTO judgments (query, sha256, format, part, path, grade, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET path = excluded.path, grade = excluded.grade,"
            " at = excluded.at WHERE grade = ? OR excluded.grade <> ?",
            [
                *(judgment.query, document.sha256, document.format, document.part, document.path),
                *(judgment.grade, judgment.at, Grade.OPENED, Grade.OPENED),
            ],
        )


def stored(path: Path) -> list[Judgment]:
    """Return all judgments, ordered by query, then by time.

    Raises:
        LibraryError: as `add`.
    """
    if not path.exists():
        return []
    with opened(path) as connection:
        rows: Iterable[tuple[str, float, int, bytes, bytes | None, str | None, int | None]]
        rows = connection.execute(
            "SELECT query, at, grade, path, sha256, format, part FROM judgments ORDER BY query, at"
        )
        return [
            Judgment(query, JudgedDocument(*document), Grade(grade), at)
            for query, at, grade, *document in rows
        ]


def forget(path: Path, query: str | None = None) -> Receipt:
    """Delete the judgments for one query, or all of them, and prove that nothing is left.

    Deleting all of them also deletes the evaluations based on them.

    Raises:
        LibraryError: as `add`.
    """
    if query is None:
        return erase(path, "judgments", ["query", "path"], {}, "evaluations")
    return erase(path, "judgments", ["query", "path"], {"query": query})
