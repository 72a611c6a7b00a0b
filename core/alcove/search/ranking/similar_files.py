"""Turn a file into a query for similar files: the mean of its embeddings and its first words."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.index.at_path import beginnings_at
from alcove.index.vectors import PassageTable
from alcove.search.words.keyword_arm import KeywordArm

_SEEN = 4000  # characters from the beginning of a document whose words are searched


@dataclass(frozen=True, slots=True)
class FileQuery:
    """A file as a query.

    Attributes:
        documents: int64 (n,), ascending: its own documents, which are excluded from the hits.
        vector: float32 (d,), L2-normalised mean of its passages' vectors; None without vectors.
        text: the words at its beginning, without stop words.
    """

    documents: NDArray[np.int64]
    vector: NDArray[np.float32] | None
    text: str


def file_query(
    connection: sqlite3.Connection, table: PassageTable, words: KeywordArm, path: bytes
) -> FileQuery | None:
    """Return the query for the file at an absolute path; None if it has no text in this library.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    rows = beginnings_at(connection, path, _SEEN)
    if not rows:
        return None
    documents = np.array([row[0] for row in rows], np.int64)
    text = "\n".join(part for _, title, start in rows for part in (title, start) if part)[:_SEEN]
    return FileQuery(documents, _mean(table, documents), _content_words(words, text))


def _mean(table: PassageTable, documents: NDArray[np.int64]) -> NDArray[np.float32] | None:
    own = np.isin(table.document_ids, documents) & (table.rows >= 0)
    if not own.any():
        return None
    mean = table.vectors[table.rows[own]].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _content_words(words: KeywordArm, text: str) -> str:
    """Return the words but stop words; not only rare ones, which no other document may have."""
    return " ".join(term.word for term in words.terms(text) if term.share and not term.is_stop_word)
