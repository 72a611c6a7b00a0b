"""Fuse keyword and semantic scores into one ranking, for passages and their documents.

A convex combination of scores, not reciprocal rank fusion (RRF), which was measured to be weaker.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

_ABOUT = 0.5  # share of the best passage's score; another one with at least that is about as good


class Mode(StrEnum):
    """The arms that a search asks."""

    BEST = "best"
    MEANING = "meaning"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages, or files without text, that at least one arm found.

    Attributes:
        ids: int64 (n,).
        cosines: float32 (n,), NaN without a vector.
        bm25: float32 (n,), 0 where no word matches.
    """

    ids: NDArray[np.int64]
    cosines: NDArray[np.float32]
    bm25: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ArmWeights:
    """The weights of the arms for one query.

    Attributes:
        words: the weight of the keyword arm, 0…1; the semantic arm has the rest.
        full: the BM25 that counts as 1.
    """

    words: float
    full: float


@dataclass(frozen=True, slots=True)
class ScoreParts:
    """The parts of a score: `(1 - weight) * meaning + weight * words`.

    Attributes:
        meaning: the cosine, at least 0; without a vector, the median of similar candidates.
        words: the BM25 as a share of what counts in full for this query, 0…1.
        weight: of the keyword arm in this query, 0…1.
    """

    meaning: float
    words: float
    weight: float


@dataclass(frozen=True, slots=True)
class FusedScores:
    """The scores of n candidates: `(1 - weight) * meaning + weight * words`.

    Attributes:
        scores: float32 (n,), 0…1.
        meaning: float32 (n,), 0…1.
        words: float32 (n,), 0…1.
        weight: of the keyword arm, 0…1.
    """

    scores: NDArray[np.float32]
    meaning: NDArray[np.float32]
    words: NDArray[np.float32]
    weight: float


def fuse(candidates: Candidates, mode: Mode, weight: ArmWeights) -> FusedScores:
    """Return the fused scores of the candidates.

    This is a convex combination, which Bruch, Gai and Ingber found better than rank fusion: "An
    Analysis of Fusion Functions for Hybrid Retrieval", 2022, https://arxiv.org/abs/2210.11934.
    """
    words = np.minimum(candidates.bm25 / np.float32(max(weight.full, 1e-9)), np.float32(1))
    meaning = np.clip(_imputed_cosines(candidates), np.float32(0), np.float32(1))
    words_weight = np.float32({Mode.WORDS: 1.0, Mode.MEANING: 0.0}.get(mode, weight.words))
    return FusedScores(
        (1 - words_weight) * meaning + words_weight * words, meaning, words, float(words_weight)
    )


def _imputed_cosines(candidates: Candidates) -> NDArray[np.float32]:
    """Return the cosines; impute a missing one by the median of candidates that words also found.

    So a passage that is not encoded yet ranks neither behind nor before similar ones.
    """
    missing = np.isnan(candidates.cosines)
    if not missing.any():
        return candidates.cosines
    peers = candidates.cosines[~missing & (candidates.bm25 > 0)]
    estimate = np.median(peers) if len(peers) else np.float32(0)
    return np.where(missing, estimate, candidates.cosines)


def best_of_each(documents: NDArray[np.int64], scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the position of each document's best passage, best document first.

    A document scores as its best passage by both arms together. So a book cannot combine the words
    of one page with the meaning of another, or gain by having many pages.

    Args:
        documents: int64 (n,), the document of each passage.
        scores: float32 (n,), of each passage.

    Returns:
        int64 (m,), a position for each of m documents.
    """
    order = np.argsort(-scores, kind="stable")
    _, first = np.unique(documents[order], return_index=True)
    return order[np.sort(first)]


def about_as_good(
    documents: NDArray[np.int64], scores: NDArray[np.float32], best: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Count each document's other passages with at least half the score of its best one.

    Args:
        documents: int64 (n,), the document of each passage.
        scores: float32 (n,), of each passage.
        best: int64 (m,), positions of the best passages, as from `best_of_each`.

    Returns:
        int64 (m,), a count for each of m documents.
    """
    order = np.argsort(documents[best])
    owners = documents[best][order]
    if not len(owners):
        return np.zeros(0, np.int64)
    slots = np.minimum(np.searchsorted(owners, documents), len(owners) - 1)
    is_listed = owners[slots] == documents
    good = is_listed & (scores >= scores[best][order][slots] * _ABOUT)
    counts = np.bincount(slots[good], minlength=len(owners)) - 1
    result = np.empty(len(owners), np.int64)
    result[order] = counts
    return result
