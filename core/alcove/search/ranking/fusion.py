"""Fusion: one score from both arms, for passages and for the documents that hold them."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

_ABOUT = 0.5  # of the best passage's score, from which on another one is about as good


class Mode(StrEnum):
    """Which arms a search asks."""

    BEST = "best"
    MEANING = "meaning"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages, or files without text, that at least one arm found.

    Attributes:
        ids: int64 (n,).
        cosines: float32 (n,), NaN where there is no vector.
        bm25: float32 (n,), 0 where no word matches.
    """

    ids: NDArray[np.int64]
    cosines: NDArray[np.float32]
    bm25: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ArmWeights:
    """How the arms of one query are weighed.

    Attributes:
        words: the weight of words, 0…1; the rest is that of meaning.
        full: the BM25 that counts as 1.
    """

    words: float
    full: float


@dataclass(frozen=True, slots=True)
class ScoreParts:
    """The parts of a score: `(1 - weight) * meaning + weight * words`.

    Attributes:
        meaning: the cosine, not below 0; where there is no vector, what others like it have.
        words: the BM25 as a share of what counts in full for this query, 0…1.
        weight: of words in this query, 0…1.
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
        weight: of words, 0…1.
    """

    scores: NDArray[np.float32]
    meaning: NDArray[np.float32]
    words: NDArray[np.float32]
    weight: float


def fuse(candidates: Candidates, mode: Mode, weight: ArmWeights) -> FusedScores:
    """The scores of the candidates.

    A convex combination, which Bruch, Gai and Ingber found better than fusing ranks: "An Analysis
    of Fusion Functions for Hybrid Retrieval", 2022, https://arxiv.org/abs/2210.11934.
    """
    words = np.minimum(candidates.bm25 / np.float32(max(weight.full, 1e-9)), np.float32(1))
    meaning = np.clip(_known(candidates), np.float32(0), np.float32(1))
    share = np.float32({Mode.WORDS: 1.0, Mode.MEANING: 0.0}.get(mode, weight.words))
    return FusedScores((1 - share) * meaning + share * words, meaning, words, float(share))


def _known(candidates: Candidates) -> NDArray[np.float32]:
    """The cosines, where a vector is still missing the median of those that words found as well.

    So a passage that was not encoded yet is neither put behind nor before its like.
    """
    unknown = np.isnan(candidates.cosines)
    if not unknown.any():
        return candidates.cosines
    peers = candidates.cosines[~unknown & (candidates.bm25 > 0)]
    guess = np.median(peers) if len(peers) else np.float32(0)
    return np.where(unknown, guess, candidates.cosines)


def best_of_each(documents: NDArray[np.int64], scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The position of each document's best passage, the best document first.

    A document is as good as its best passage by both arms together: a book cannot answer with the
    words of one page and the meaning of another, nor by having many pages.

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
    """How many passages beside a document's best one have at least half of its score.

    Args:
        documents: int64 (n,), the document of each passage.
        scores: float32 (n,), of each passage.
        best: int64 (m,), positions of the best passages, as from `best_of_each`.

    Returns:
        int64 (m,), a number for each of m documents.
    """
    chosen = np.argsort(documents[best])
    owners = documents[best][chosen]
    if not len(owners):
        return np.zeros(0, np.int64)
    places = np.minimum(np.searchsorted(owners, documents), len(owners) - 1)
    of_chosen = owners[places] == documents
    good = of_chosen & (scores >= scores[best][chosen][places] * _ABOUT)
    counts = np.bincount(places[good], minlength=len(owners)) - 1
    found = np.empty(len(owners), np.int64)
    found[chosen] = counts
    return found
