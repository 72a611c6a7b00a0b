"""Semantic arm: exact nearest-neighbour search over passage embeddings by cosine similarity."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.index.vectors import PassageTable

EncodeQuery = Callable[[str], NDArray[np.float32]]
"""Text → its vector float32 (d,), L2-normalised."""


@dataclass(frozen=True, slots=True)
class SemanticArm:
    """The vectors of all passages in memory. Immutable, so any thread may use it."""

    table: PassageTable

    def cosines(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the cosine of a query (d,) to every passage, float32 (n,); NaN without a vector.

        Query and passages are L2-normalised, so that the dot product is the cosine similarity.
        """
        table = self.table
        if not len(table.vectors):
            return np.full(len(table.rows), np.nan, np.float32)
        by_row = table.vectors @ query
        return np.where(table.rows >= 0, by_row[table.rows], np.float32(np.nan))


def best(
    cosines: NDArray[np.float32], passes: NDArray[np.bool_] | None, limit: int
) -> NDArray[np.int64]:
    """Return the positions of the `limit` highest cosines, int64 (m,), best first.

    Args:
        cosines: float32 (n,), NaN where unknown.
        passes: bool (n,), which passages pass the filters; None for all.
        limit: the most positions to return.
    """
    eligible = ~np.isnan(cosines) if passes is None else passes & ~np.isnan(cosines)
    positions = np.flatnonzero(eligible)
    values = cosines[positions]
    if len(values) > limit:
        top = np.argpartition(-values, limit)[:limit]
        positions, values = positions[top], values[top]
    return positions[np.argsort(-values, kind="stable")]
