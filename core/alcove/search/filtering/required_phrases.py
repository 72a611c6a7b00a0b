"""Phrases that must occur and words that must not: they limit what both arms may find."""

import json
import sqlite3
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from alcove.search.filtering.filters import AllowedIds
from alcove.search.words.keyword_arm import KeywordArm


def narrowed(
    connection: sqlite3.Connection,
    passing: AllowedIds | None,
    words: KeywordArm,
    *,
    phrases: Iterable[str],
    excluded: Iterable[str],
) -> AllowedIds | None:
    """What of `passing` has every phrase and nothing that is excluded; None for everything.

    A phrase counts in a document's text and in the names of its files alike.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    required, without = list(phrases), list(excluded)
    if not required and not without:
        return passing
    rest = passing or _everything(connection)
    for phrase in required:
        having = _having(connection, words, phrase)
        rest = AllowedIds(
            np.intersect1d(rest.documents, having.documents),
            np.intersect1d(rest.files, having.files),
        )
    for phrase in without:
        having = _having(connection, words, phrase)
        rest = AllowedIds(
            np.setdiff1d(rest.documents, having.documents),
            np.setdiff1d(rest.files, having.files),
        )
    return rest


def without(
    connection: sqlite3.Connection, passing: AllowedIds | None, documents: NDArray[np.int64]
) -> AllowedIds:
    """What of `passing` is not among documents int64 (n,)."""
    rest = passing or _everything(connection)
    return AllowedIds(np.setdiff1d(rest.documents, documents), rest.files)


def _everything(connection: sqlite3.Connection) -> AllowedIds:
    return AllowedIds(
        _ids(connection.execute("SELECT id FROM documents ORDER BY id")),
        _ids(connection.execute("SELECT id FROM files ORDER BY id")),
    )


def _having(connection: sqlite3.Connection, words: KeywordArm, phrase: str) -> AllowedIds:
    """The documents with a phrase in their text or a name, and all files of these."""
    named, in_text = words.files_with(phrase), words.documents_with(phrase)
    by_name = connection.execute(
        "SELECT d.id FROM json_each(?) wanted JOIN files f ON f.id = wanted.value"
        " JOIN documents d ON d.content_id = f.content_id",
        (json.dumps(named.tolist()),),
    )
    documents = np.union1d(in_text, _ids(by_name))
    holding = connection.execute(
        "SELECT f.id FROM json_each(?) wanted JOIN documents d ON d.id = wanted.value"
        " JOIN files f ON f.content_id = d.content_id",
        (json.dumps(documents.tolist()),),
    )
    return AllowedIds(documents, np.union1d(named, _ids(holding)))


def _ids(rows: sqlite3.Cursor) -> NDArray[np.int64]:
    return np.fromiter((row[0] for row in rows), np.int64)
