"""The meaning arm: the cosine similarity of a query to every passage, exactly."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.index.vectors import PassageTable

EncodeQuery = Callable[[str], NDArray[np.float32]]
"""Text → its vector float32 (d,), L2-normalised."""


@dataclass(frozen=True, slots=True)
class SemanticArm:
    """Every passage's vector in memory; never changes, so that any thread may ask it."""

    table: PassageTable

    def cosines(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of the query float32 (d,) to every passage, float32 (n,); NaN without vector.

        Both sides have length 1, so that the dot product is the cosine similarity.
        """
        table = self.table
        if not len(table.vectors):
            return np.full(len(table.rows), np.nan, np.float32)
        by_row = table.vectors @ query
        return np.where(table.rows >= 0, by_row[table.rows], np.float32(np.nan))


def best(
    cosines: NDArray[np.float32], passes: NDArray[np.bool_] | None, limit: int
) -> NDArray[np.int64]:
    """Positions of the highest cosines, the best first, at most `limit`.

    Args:
        cosines: float32 (n,), NaN where unknown.
        passes: bool (n,), what the filters let through; None for all.
        limit: how many.
    """
    wanted = ~np.isnan(cosines) if passes is None else passes & ~np.isnan(cosines)
    positions = np.flatnonzero(wanted)
    values = cosines[positions]
    if len(values) > limit:
        top = np.argpartition(-values, limit)[:limit]
        positions, values = positions[top], values[top]
    return positions[np.argsort(-values, kind="stable")]
