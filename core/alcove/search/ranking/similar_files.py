"""What is like a file: its passages stand for the question."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.index.at_path import beginnings_at
from alcove.index.vectors import PassageTable
from alcove.search.words.keyword_arm import KeywordArm

_SEEN = 4000  # characters from the beginning of a document whose words stand for it


@dataclass(frozen=True, slots=True)
class FileQuery:
    """A file as a question.

    Attributes:
        documents: int64 (n,), ascending: its own, which are no answer.
        vector: float32 (d,), L2-normalised: the mean of its passages'; None without vectors.
        text: the words that it begins with, but those that say nothing.
    """

    documents: NDArray[np.int64]
    vector: NDArray[np.float32] | None
    text: str


def file_query(
    connection: sqlite3.Connection, table: PassageTable, words: KeywordArm, path: bytes
) -> FileQuery | None:
    """What is like the file at an absolute path; None where it has no text in this library.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    rows = beginnings_at(connection, path, _SEEN)
    if not rows:
        return None
    documents = np.array([row[0] for row in rows], np.int64)
    text = "\n".join(part for _, title, start in rows for part in (title, start) if part)[:_SEEN]
    return FileQuery(documents, _mean(table, documents), _telling(words, text))


def _mean(table: PassageTable, documents: NDArray[np.int64]) -> NDArray[np.float32] | None:
    own = np.isin(table.document_ids, documents) & (table.rows >= 0)
    if not own.any():
        return None
    mean = table.vectors[table.rows[own]].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _telling(words: KeywordArm, text: str) -> str:
    """Common and rare ones: of the rarest, most are in no other document."""
    return " ".join(term.word for term in words.terms(text) if term.share and not term.is_stop_word)
