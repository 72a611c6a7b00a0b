"""Narrow the allowed ids for both arms to those with all required phrases and no excluded words."""

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
    """Return the ids in `passing` with every phrase and no excluded word; None for all.

    A phrase may occur in a document's text or in the name of one of its files.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    required, without = list(phrases), list(excluded)
    if not required and not without:
        return passing
    allowed = passing or _all_ids(connection)
    for phrase in required:
        matching = _matching(connection, words, phrase)
        allowed = AllowedIds(
            np.intersect1d(allowed.documents, matching.documents),
            np.intersect1d(allowed.files, matching.files),
        )
    for phrase in without:
        matching = _matching(connection, words, phrase)
        allowed = AllowedIds(
            np.setdiff1d(allowed.documents, matching.documents),
            np.setdiff1d(allowed.files, matching.files),
        )
    return allowed


def without(
    connection: sqlite3.Connection, passing: AllowedIds | None, documents: NDArray[np.int64]
) -> AllowedIds:
    """Return the ids in `passing` except for `documents`, int64 (n,)."""
    allowed = passing or _all_ids(connection)
    return AllowedIds(np.setdiff1d(allowed.documents, documents), allowed.files)


def _all_ids(connection: sqlite3.Connection) -> AllowedIds:
    return AllowedIds(all_documents(connection), all_files(connection))


def _matching(connection: sqlite3.Connection, words: KeywordArm, phrase: str) -> AllowedIds:
    """Return the documents with a phrase in their text or a file name, and all their files."""
    named, in_text = words.files_with(phrase), words.documents_with(phrase)
    documents = np.union1d(in_text, documents_of(connection, named))
    return AllowedIds(documents, np.union1d(named, files_with(connection, documents)))
