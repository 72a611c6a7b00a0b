"""How much each sentence of a passage answers, by the words of the query that stand in it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alcove.search.evidence.answer_spans import AnswerSpan
from alcove.search.evidence.word_matches import WordMatch, WordMatcher

LEADING = 0.5
"""What a heading, or a question, is itself worth as an answer."""

# A word counts in the sentences after its own too, since they say "it" or "he" instead. Found on
# xquad's English paragraphs, chosen there; German and Chinese agree.
_BESIDE = 0.4  # of a word that the sentence before has
_EARLIER = 0.2  # of one that an earlier sentence of the passage has
_LED = 0.8  # of one in the heading or the question before
_ROW = 0.25  # for two words that follow each other as in the query, in units of idf


def score(
    parts: Sequence[AnswerSpan], query: WordMatcher, found: Sequence[WordMatch]
) -> NDArray[np.float64]:
    """How much each sentence answers by its words, float64 (n,); 0 where none matches."""
    weights = np.array([0.0 if t.is_stop_word else t.weight for t in query.terms])
    has, rows = _occurrences(parts, query, found)
    count = len(parts)
    having = (has > 0).sum(axis=0)
    # What every sentence has tells none from the others: BM25's idf, within the passage.
    rarity = np.log1p((count - having + 0.5) / (having + 0.5)) / np.log1p((count + 0.5) / 0.5)
    leads = np.array([part.leads for part in parts], np.bool_)
    counted = _carried(has, leads) @ (weights * rarity) + _ROW * rows
    scores: NDArray[np.float64] = counted * np.where(leads, LEADING, 1.0)
    return scores / max(float(weights.sum()), 1e-9)


def _occurrences(
    parts: Sequence[AnswerSpan], query: WordMatcher, found: Sequence[WordMatch]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Which words stand in which sentences, float64 (n, m), 0…1; rows of them, (n,)."""
    has = np.zeros((len(parts), len(query.terms)))
    pairs: list[set[int]] = [set() for _ in parts]
    number = 0
    for match in found:
        while number < len(parts) and parts[number].end <= match.start:
            number += 1
        if number == len(parts):
            break
        has[number, match.term] = max(has[number, match.term], match.counts)
        if match.follows and not query.terms[match.term].is_stop_word:
            pairs[number].add(match.term)
    return has, np.array([float(len(terms)) for terms in pairs])


def _carried(has: NDArray[np.float64], leads: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What each sentence has, and in part what those before it have; float64 (n, m)."""
    carried = has.copy()
    if len(has) > 1:
        beside = np.where(leads, _LED, _BESIDE)[:-1, None] * has[:-1]
        earlier = _EARLIER * np.maximum.accumulate(has[:-1])
        carried[1:] = np.maximum.reduce((has[1:], beside, earlier))
    return carried
