"""How much words and meaning count for one query, by what the query and both lists tell."""

import math
from collections.abc import Sequence

import numpy as np

from alcove.search.ranking.fusion import ArmWeights, Candidates
from alcove.search.words.query_terms import QueryTerm

# Measured on SciFact, NFCorpus, Cranfield and XQuAD in English and German, each also with the
# rarest half and third of the words taken from the words arm: the best of .25 to .4 on average.
_WORDS = 0.3
# Where the model cannot tell texts of a language apart, words have to carry.
_WORDS_ALONE = 0.8
# An exact name or number is what was meant, not what resembles it.
_FOR_IDENTIFIERS = 0.3
# Words count in full from so many words on that no other passage has, or from this share of all
# that the query has: so a list that matches only the small change of a question counts for little.
_RARE_WORDS, _MOST_WORDS = 2.5, 0.8
# Where meaning ranks what words found best hardly above chance, and is at home in the language,
# these words were beside the point.
_DISAGREE, _AGREE, _DISTRUST = 0.1, 0.5, 0.3
_TELLS = 0.02  # of cosine similarity, from which on meaning tells near from far
_TOP = 10  # of each list that are compared


def weigh(
    passages: Candidates,
    *,
    ceiling: float,
    entries: int,
    average: float,
    terms: Sequence[QueryTerm],
    knowledge: float,
) -> ArmWeights:
    """The weight of one query.

    Args:
        passages: what the arms found.
        ceiling: the highest BM25 that the query could reach.
        entries: passages in the library.
        average: cosine of the query to the library's passages.
        terms: the words of the query.
        knowledge: how well the model tells texts in the query's language apart, 0…1.
    """
    best = float(passages.bm25.max(initial=0))
    full = max(best, min(_MOST_WORDS * ceiling, _RARE_WORDS * math.log(1 + entries)))
    words = _WORDS + (_WORDS_ALONE - _WORDS) * (1 - knowledge)
    words *= 1 - knowledge * (1 - _trust(_agreement(passages, average)))
    words += _FOR_IDENTIFIERS * _identifiers(terms)
    return ArmWeights(min(words, 1.0), full)


def _agreement(passages: Candidates, average: float) -> float:
    """How near the best by words are to the query, between the average (0) and the nearest (1).

    Where what may be found is hardly nearer than the average, meaning cannot tell: in a library of
    few passages these are all that there are, in a folder they may be of another kind.
    """
    known = ~np.isnan(passages.cosines)
    cosines, bm25 = passages.cosines[known], passages.bm25[known]
    found = np.flatnonzero(bm25 > 0)
    if not len(found):
        return 1.0
    by_words = found[np.argsort(-bm25[found], kind="stable")[:_TOP]]
    nearest = float(np.sort(cosines)[::-1][:_TOP].mean())
    if nearest - average < _TELLS:
        return 1.0
    return (float(cosines[by_words].mean()) - average) / (nearest - average)


def _trust(agreement: float) -> float:
    share = min(1.0, max(0.0, (agreement - _DISAGREE) / (_AGREE - _DISAGREE)))
    return _DISTRUST + (1 - _DISTRUST) * share


def _identifiers(terms: Sequence[QueryTerm]) -> float:
    """The share of identifiers that the library has in all that the query's words weigh."""
    content = [term for term in terms if not term.is_stop_word]
    exact = sum(term.weight for term in content if term.is_identifier and term.share)
    return exact / max(sum(term.weight for term in content), 1e-9)
