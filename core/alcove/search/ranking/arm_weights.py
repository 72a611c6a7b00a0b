"""Weigh the keyword and the semantic arm per query, by the query's words and both result lists."""

import math
from collections.abc import Sequence

import numpy as np

from alcove.search.ranking.fusion import ArmWeights, Candidates
from alcove.search.words.query_terms import QueryTerm

# Measured on SciFact, NFCorpus, Cranfield and XQuAD in English and German, each also with the
# rarest half and third of the words removed from the keyword arm: the best on average of .25 to .4.
_WORDS = 0.3
# The weight of words if the model cannot tell texts of the language apart.
_WORDS_ALONE = 0.8
# Added for identifiers: an exact name or number is meant, not something similar.
_FOR_IDENTIFIERS = 0.3
# The BM25 that counts in full: that of so many words that no other passage has, or this share of
# the highest that the query could reach, whichever is lower. So matches of common words alone count
# for little.
_RARE_WORDS, _MOST_WORDS = 2.5, 0.8
# If the model knows the language, but finds the keyword arm's best hits hardly nearer than average,
# the words were beside the point.
_DISAGREE, _AGREE, _DISTRUST = 0.1, 0.5, 0.3
_LEAST_SPREAD = 0.02  # of cosine similarity; below it meaning cannot tell near from far
_COMPARED = 10  # passages of each list to compare


def weigh(
    passages: Candidates,
    *,
    ceiling: float,
    entries: int,
    average: float,
    terms: Sequence[QueryTerm],
    knowledge: float,
) -> ArmWeights:
    """Return the arms' weights for one query.

    Args:
        passages: the candidates of both arms.
        ceiling: the highest BM25 that the query could reach.
        entries: number of passages in the library.
        average: mean cosine of the query to the library's passages.
        terms: the words of the query.
        knowledge: how well the model tells texts in the query's language apart, 0…1.
    """
    highest = float(passages.bm25.max(initial=0))
    full = max(highest, min(_MOST_WORDS * ceiling, _RARE_WORDS * math.log(1 + entries)))
    words = _WORDS + (_WORDS_ALONE - _WORDS) * (1 - knowledge)
    words *= 1 - knowledge * (1 - _trust(_agreement(passages, average)))
    words += _FOR_IDENTIFIERS * _identifier_share(terms)
    return ArmWeights(min(words, 1.0), full)


def _agreement(passages: Candidates, average: float) -> float:
    """Return how near the keyword arm's best are to the query: 0 is average, 1 is the nearest.

    Return 1 if even the nearest are hardly nearer than average: meaning cannot tell then. In a
    small library they are all passages; in a filtered folder they may all be unrelated.
    """
    known = ~np.isnan(passages.cosines)
    cosines, bm25 = passages.cosines[known], passages.bm25[known]
    with_words = np.flatnonzero(bm25 > 0)
    if not len(with_words):
        return 1.0
    by_words = with_words[np.argsort(-bm25[with_words], kind="stable")[:_COMPARED]]
    nearest = float(np.sort(cosines)[::-1][:_COMPARED].mean())
    if nearest - average < _LEAST_SPREAD:
        return 1.0
    return (float(cosines[by_words].mean()) - average) / (nearest - average)


def _trust(agreement: float) -> float:
    share = min(1.0, max(0.0, (agreement - _DISAGREE) / (_AGREE - _DISAGREE)))
    return _DISTRUST + (1 - _DISTRUST) * share


def _identifier_share(terms: Sequence[QueryTerm]) -> float:
    """Return the share of known identifiers in the total weight of the query's words, 0…1."""
    content = [term for term in terms if not term.is_stop_word]
    identifiers = sum(term.weight for term in content if term.is_identifier and term.share)
    return identifiers / max(sum(term.weight for term in content), 1e-9)
