"""Judge whether the hits are relevant to the query or merely the closest in the library."""

from enum import StrEnum

from alcove.search.ranking.fusion import Mode
from alcove.search.ranking.score_scales import ScoreScale, strength


class Verdict(StrEnum):
    """The relevance of the hits as a whole."""

    RELEVANT = "relevant"
    NOTHING = "nothing relevant"
    UNKNOWN = "unknown"  # the library is not calibrated yet


def judge(
    mode: Mode, scale: ScoreScale | None, *, cosine: float | None, share: float, exact: bool
) -> Verdict:
    """Return whether the best hits score higher than chance does in this library.

    Args:
        mode: which arms were asked.
        scale: of the query's language; None before the library is calibrated.
        cosine: the highest of any passage; None if the semantic arm was not asked.
        share: the best BM25 as a share of the highest that the query could reach, 0…1.
        exact: every hit is certain to have what the query asks for: a phrase or `similar:`.
    """
    if exact:
        return Verdict.RELEVANT
    if scale is None:
        return Verdict.UNKNOWN
    if cosine is None:
        mode = Mode.WORDS
    reached = strength(mode, cosine or 0.0, share, scale.knowledge)
    return Verdict.RELEVANT if reached > scale.relevant[str(mode)] else Verdict.NOTHING
