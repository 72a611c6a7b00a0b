"""The passages of one document, scored as the answer that it stands in scored its hits."""

from collections.abc import Iterator

import numpy as np

from alcove.index.vectors import PassageTable
from alcove.search.ranking.arms import ArmResults
from alcove.search.ranking.fusion import ArmWeights, Candidates, Mode, fuse
from alcove.search.words.keyword_arm import KeywordMatches


def best_within(
    table: PassageTable,
    document: int,
    told: ArmResults,
    matches: KeywordMatches,
    mode: Mode,
    weight: ArmWeights,
) -> Iterator[tuple[int, float]]:
    """Yield positions in the table and scores of a document's passages that answer, best first.

    Args:
        table: all passages.
        document: its id.
        told: what the arms say.
        matches: which of the document's passages words find, all of them.
        mode: which arms were asked.
        weight: of the query.
    """
    positions = np.flatnonzero(table.document_ids == document)
    bm25 = np.zeros(len(positions), np.float32)
    found = table.positions_of(matches.ids)
    bm25[np.searchsorted(positions, found[found >= 0])] = matches.scores[found >= 0]
    bm25 += told.named.scores[told.named.documents == document].sum()
    parts = fuse(Candidates(positions, told.cosines[positions], bm25), mode, weight)
    for place in np.argsort(-parts.scores, kind="stable"):
        if parts.scores[place] > 0:
            yield int(positions[place]), float(parts.scores[place])
