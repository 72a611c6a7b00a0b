"""Why a hit has its score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Why:
    """The parts of a score: `(1 - weight) * meaning + weight * words`.

    Attributes:
        meaning: the cosine, not below 0; where there is no vector, what others like it have.
        words: the BM25 as a share of what counts in full for this query, 0…1.
        weight: of words in this query, 0…1.
    """

    meaning: float
    words: float
    weight: float
