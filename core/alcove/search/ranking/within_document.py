"""Rank the passages of one document by the same scores as the hits of its answer."""

from collections.abc import Iterator

import numpy as np

from alcove.index.vectors import PassageTable
from alcove.search.ranking.arms import ArmResults
from alcove.search.ranking.fusion import ArmWeights, Candidates, Mode, fuse
from alcove.search.words.keyword_arm import KeywordMatches


def best_within(
    table: PassageTable,
    document: int,
    results: ArmResults,
    matches: KeywordMatches,
    mode: Mode,
    weight: ArmWeights,
) -> Iterator[tuple[int, float]]:
    """Yield (position in the table, score > 0) of a document's passages, best first.

    Args:
        table: all passages.
        document: its id.
        results: of both arms.
        matches: all of the document's passages that the keyword arm finds.
        mode: which arms were asked.
        weight: the arms' weights for the query.
    """
    positions = np.flatnonzero(table.document_ids == document)
    bm25 = np.zeros(len(positions), np.float32)
    matched = table.positions_of(matches.ids)
    bm25[np.searchsorted(positions, matched[matched >= 0])] = matches.scores[matched >= 0]
    bm25 += results.named.scores[results.named.documents == document].sum()
    fused = fuse(Candidates(positions, results.cosines[positions], bm25), mode, weight)
    for index in np.argsort(-fused.scores, kind="stable"):
        if fused.scores[index] > 0:
            yield int(positions[index]), float(fused.scores[index])
