"""Enough candidates from each arm: one long document may not fill the list alone."""

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
"""Passages taken from each arm; what lies deeper does not reach the hits that anyone looks at."""

_ENOUGH = 100  # documents among them
_ROUNDS = 4  # in which the documents found so far are left out
_NAMES = 50  # files taken by their names


def by_words(
    words: KeywordArm, table: PassageTable, text: str, passing: AllowedIds | None, *, typing: bool
) -> KeywordMatches:
    """The passages that words find.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    found = words.passages(text, _DEPTH, passing.has_documents if passing else None, typing=typing)
    parts = [found]
    for _ in range(_ROUNDS):
        positions = table.positions_of(np.concatenate([part.ids for part in parts]))
        documents = distinct(table.document_ids[positions[positions >= 0]])
        if len(found.ids) < _DEPTH or len(documents) >= _ENOUGH:
            break
        found = words.passages(text, _DEPTH, _others(passing, documents), typing=typing)
        parts.append(found)
    return replace(
        parts[0],
        ids=np.concatenate([part.ids for part in parts]),
        scores=np.concatenate([part.scores for part in parts]),
    )


def by_names(
    words: KeywordArm, text: str, passing: AllowedIds | None, *, typing: bool
) -> KeywordMatches:
    """The files that words find by their names.

    Raises:
        WordsError: the words index is missing or damaged.
    """
    return words.names(text, _NAMES, passing.has_files if passing else None, typing=typing)


def by_meaning(
    table: PassageTable, cosines: NDArray[np.float32], passing: AllowedIds | None
) -> NDArray[np.int64]:
    """Positions int64 (m,) of the passages nearest to a query with the cosines float32 (n,)."""
    passes = passing.has_documents(table.document_ids) if passing else None
    parts = [best(cosines, passes, _DEPTH)]
    for _ in range(_ROUNDS):
        documents = distinct(table.document_ids[np.concatenate(parts)])
        if len(parts[-1]) < _DEPTH or len(documents) >= _ENOUGH:
            break
        others = ~np.isin(table.document_ids, documents)
        passes = others if passes is None else passes & others
        parts.append(best(cosines, passes, _DEPTH))
    return np.concatenate(parts)


def _others(passing: AllowedIds | None, documents: NDArray[np.int64]) -> Passes:
    among: Callable[[NDArray[np.int64]], NDArray[np.bool_]] | None
    among = passing.has_documents if passing else None

    def passes(ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        others = ~np.isin(ids, documents)
        return others if among is None else others & among(ids)

    return passes
