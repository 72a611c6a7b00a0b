"""Retrieve candidates from each arm, so many that one long document cannot fill the list alone."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alcove.index.vectors import PassageTable
from alcove.search.filtering.filters import AllowedIds
from alcove.search.ids import distinct
from alcove.search.ranking.semantic_arm import best
from alcove.search.words.keyword_arm import KeywordArm, KeywordMatches, Passes

_DEPTH = 1000
"""Passages per request to an arm; a deeper one does not reach the hits that anyone looks at."""

_ENOUGH = 100  # aim for this many documents among the candidates
_ROUNDS = 4  # further requests, each without the documents found so far
_NAMES = 50  # files found by name


def by_words(
    words: KeywordArm, table: PassageTable, text: str, passing: AllowedIds | None, *, typing: bool
) -> KeywordMatches:
    """Return the candidate passages of the keyword arm.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    matches = words.passages(
        text, _DEPTH, passing.has_documents if passing else None, typing=typing
    )
    batches = [matches]
    for _ in range(_ROUNDS):
        positions = table.positions_of(np.concatenate([batch.ids for batch in batches]))
        documents = distinct(table.document_ids[positions[positions >= 0]])
        if len(matches.ids) < _DEPTH or len(documents) >= _ENOUGH:
            break
        matches = words.passages(text, _DEPTH, _not_in(passing, documents), typing=typing)
        batches.append(matches)
    return replace(
        batches[0],
        ids=np.concatenate([batch.ids for batch in batches]),
        scores=np.concatenate([batch.scores for batch in batches]),
    )


def by_names(
    words: KeywordArm, text: str, passing: AllowedIds | None, *, typing: bool
) -> KeywordMatches:
    """Return the candidate files by name.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    return words.names(text, _NAMES, passing.has_files if passing else None, typing=typing)


def by_meaning(
    table: PassageTable, cosines: NDArray[np.float32], passing: AllowedIds | None
) -> NDArray[np.int64]:
    """Return the positions of the nearest passages, int64 (m,), by cosines float32 (n,)."""
    passes = passing.has_documents(table.document_ids) if passing else None
    batches = [best(cosines, passes, _DEPTH)]
    for _ in range(_ROUNDS):
        documents = distinct(table.document_ids[np.concatenate(batches)])
        if len(batches[-1]) < _DEPTH or len(documents) >= _ENOUGH:
            break
        others = ~np.isin(table.document_ids, documents)
        passes = others if passes is None else passes & others
        batches.append(best(cosines, passes, _DEPTH))
    return np.concatenate(batches)


def _not_in(passing: AllowedIds | None, documents: NDArray[np.int64]) -> Passes:
    is_allowed: Callable[[NDArray[np.int64]], NDArray[np.bool_]] | None
    is_allowed = passing.has_documents if passing else None

    def passes(ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        unseen = ~np.isin(ids, documents)
        return unseen if is_allowed is None else unseen & is_allowed(ids)

    return passes
