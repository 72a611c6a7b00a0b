"""Whether what was found answers the query, or is only the closest that there is."""

from enum import StrEnum

from alcove.search.ranking.fusion import Mode
from alcove.search.ranking.score_scales import ScoreScale, strength


class Verdict(StrEnum):
    """What the hits are worth as a whole."""

    RELEVANT = "relevant"
    NOTHING = "nothing relevant"
    UNKNOWN = "unknown"  # the library was not measured yet


def judge(
    mode: Mode, scale: ScoreScale | None, *, cosine: float | None, share: float, exact: bool
) -> Verdict:
    """Judge the best hits by what chance reaches in this library.

    Args:
        mode: which arms were asked.
        scale: of the query's language; None before the library was measured.
        cosine: the highest of a passage; None where no vector was asked.
        share: the best BM25 as a share of the highest that the query could reach, 0…1.
        exact: the query asks for what every hit has for certain: a phrase, or a likeness.
    """
    if exact:
        return Verdict.RELEVANT
    if scale is None:
        return Verdict.UNKNOWN
    if cosine is None:
        mode = Mode.WORDS
    found = strength(mode, cosine or 0.0, share, scale.knowledge)
    return Verdict.RELEVANT if found > scale.relevant[str(mode)] else Verdict.NOTHING
