"""Phrases that must occur and words that must not: they limit what both arms may find."""

import sqlite3
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from alcove.index.ids import all_documents, all_files, documents_of, files_with
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
    return AllowedIds(all_documents(connection), all_files(connection))


def _having(connection: sqlite3.Connection, words: KeywordArm, phrase: str) -> AllowedIds:
    """The documents with a phrase in their text or a name, and all files of these."""
    named, in_text = words.files_with(phrase), words.documents_with(phrase)
    documents = np.union1d(in_text, documents_of(connection, named))
    return AllowedIds(documents, np.union1d(named, files_with(connection, documents)))
