"""Judgments: which document answered a question, as the user opened or marked it. Personal data."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from alcove.personal.database import changed, opened
from alcove.personal.erase import Receipt, erase


class Grade(IntEnum):
    """How well a document answers; above 0 is relevant."""

    NOT_THIS = 0
    OPENED = 1
    THIS_WAS_IT = 2


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """A document by what survives a move, an edit, and a new index.

    Attributes:
        path: where it lay when it was judged, absolute, bytes.
        sha256: of the file's bytes, 32 bytes; None where the file was never read.
        format: how the bytes were read; None where they were not.
        part: the number of the message in a mailbox; None for the whole file.
    """

    path: bytes
    sha256: bytes | None = None
    format: str | None = None
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Judgment:
    """What the user said, or showed, of a document as the answer to a question.

    Attributes:
        query: as typed.
        document: that was judged.
        grade: how well it answers.
        at: seconds since the epoch.
    """

    query: str
    document: JudgedDocument
    grade: Grade
    at: float

    @property
    def rank(self) -> tuple[bool, float]:
        """Of two judgments on one document the higher counts: a mark, then the later one."""
        return self.grade is not Grade.OPENED, self.at


def add(path: Path, judgment: Judgment) -> None:
    """Keep a judgment in the personal database at `path`, durably.

    Each document has one judgment for each question: a mark outranks an opening, and the later of
    two marks, or of two openings, replaces the earlier.

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
    """All judgments, by question and within one by time.

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
    """Delete the judgments on one question, or all of them, and prove that nothing is left.

    With all of them go the evaluations that were made of them.

    Raises:
        LibraryError: as `add`.
    """
    if query is None:
        return erase(path, "judgments", ["query", "path"], {}, "evaluations")
    return erase(path, "judgments", ["query", "path"], {"query": query})
