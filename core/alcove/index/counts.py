"""Count what the index holds: files, documents, passages, coverage, formats, languages."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from alcove.index.vectors import ModelRow
from alcove.paths import is_within, path_range


@dataclass(frozen=True, slots=True)
class IndexCounts:
    """Numbers of what the index holds now.

    Attributes:
        files: paths that the scans found.
        waiting: files that wait to be read.
        documents: texts; a mailbox has one for each message.
        passages: of all documents.
        encoded: passages with a vector under the active model.
    """

    files: int
    waiting: int
    documents: int
    passages: int
    encoded: int

    @property
    def coverage(self) -> float:
        """The share of passages that have a vector, 0…1; 1 if there are none."""
        return self.encoded / self.passages if self.passages else 1.0


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder as its last scan left it.

    Attributes:
        path: absolute, bytes.
        files: number of paths found below it.
        scanned_at: seconds since the epoch; None before the first scan.
        missing_since: seconds since the epoch; None while the folder exists.
        excluded: rule → number of files and folders that it left out.
    """

    path: bytes
    files: int
    scanned_at: float | None
    missing_since: float | None
    excluded: dict[str, int]


def count(connection: sqlite3.Connection, model: ModelRow | None) -> IndexCounts:
    """Count everything under the active model; without one, the passages of all splits."""
    number, split_id = (model.number, model.split_id) if model else (None, None)
    row = connection.execute(
        "SELECT (SELECT count(*) FROM files),"
        " (SELECT count(*) FROM files WHERE waiting),"
        " (SELECT count(*) FROM documents),"
        " (SELECT count(*) FROM passages WHERE cut_id = coalesce(?1, cut_id)),"
        " (SELECT count(*) FROM passages p JOIN vectors v"
        "  ON v.input_id = p.input_id AND v.model_id = ?2 WHERE p.cut_id = ?1)",
        (split_id, number),
    ).fetchone()
    return IndexCounts(*row)


def count_failures(connection: sqlite3.Connection) -> int:
    """Return how many files have no text, for any reason."""
    row = connection.execute(
        "SELECT count(*) FROM files f LEFT JOIN contents c ON c.id = f.content_id"
        " WHERE f.reason IS NOT NULL OR c.reason IS NOT NULL"
    ).fetchone()
    return int(row[0])


def count_formats(connection: sqlite3.Connection) -> dict[str, int]:
    """Return format → number of documents; a mailbox has one for each message."""
    rows = connection.execute(
        "SELECT c.format, count(*) FROM documents d JOIN contents c ON c.id = d.content_id"
        " GROUP BY c.format"
    )
    return {str(format_): int(number) for format_, number in rows}


def count_languages(connection: sqlite3.Connection) -> dict[str, int]:
    """Return language (ISO 639-1) → number of documents, the most frequent first.

    Documents without a language are left out.
    """
    rows = connection.execute(
        "SELECT language, count(*) FROM documents WHERE language IS NOT NULL"
        " GROUP BY language ORDER BY count(*) DESC, language"
    )
    return {str(language): int(number) for language, number in rows}


def count_encoded(
    connection: sqlite3.Connection, content: int, model: ModelRow | None
) -> tuple[int, int]:
    """Return how many passages a content has under a model, and how many of them have a vector.

    Without a model, count the passages of all splits.
    """
    number, split_id = (model.number, model.split_id) if model else (None, None)
    passages, encoded = connection.execute(
        "SELECT count(*), count(v.input_id) FROM documents d"
        " JOIN passages p ON p.document_id = d.id AND p.cut_id = coalesce(?, p.cut_id)"
        " LEFT JOIN vectors v ON v.input_id = p.input_id AND v.model_id = ?"
        " WHERE d.content_id = ?",
        (split_id, number, content),
    ).fetchone()
    return int(passages), int(encoded)


def count_files_of(connection: sqlite3.Connection, folder: bytes, others: Collection[bytes]) -> int:
    """Return how many paths are below a folder and below none of the others."""
    paths = connection.execute(
        "SELECT path FROM files WHERE path >= ? AND path < ?", path_range(folder)
    )
    return sum(not any(is_within(path, other) for other in others) for (path,) in paths)


def folder_state(connection: sqlite3.Connection, folder: bytes) -> FolderState:
    """Return the state of one folder of the library."""
    files = connection.execute(
        "SELECT count(*) FROM files WHERE path >= ? AND path < ?", path_range(folder)
    ).fetchone()[0]
    row = connection.execute(
        "SELECT scanned_at, missing_since, excluded FROM folders WHERE path = ?", (folder,)
    ).fetchone()
    scanned_at, missing_since, excluded = row or (None, None, "{}")
    return FolderState(folder, files, scanned_at, missing_since, json.loads(excluded))
