"""Score each sentence of a passage by the query's words that it contains: a lexical score."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alcove.search.evidence.answer_spans import AnswerSpan
from alcove.search.evidence.word_matches import WordMatch, WordMatcher

LEADING = 0.5
"""The weight of a heading or a question, which is seldom the answer itself."""

# A word also counts in the sentences after its own, which say "it" or "he" instead. Tuned on
# xquad's English paragraphs; German and Chinese agree.
_BESIDE = 0.4  # for a word in the sentence before
_EARLIER = 0.2  # for a word in an earlier sentence of the passage
_LED = 0.8  # for a word in the heading or the question before
_ROW = 0.25  # for two words that follow each other as in the query, in units of idf


def score(
    sentences: Sequence[AnswerSpan], query: WordMatcher, word_matches: Sequence[WordMatch]
) -> NDArray[np.float64]:
    """Return the word score of each sentence, float64 (n,), ≥ 0; 0 where no word matches."""
    weights = np.array([0.0 if t.is_stop_word else t.weight for t in query.terms])
    present, pairs = _occurrences(sentences, query, word_matches)
    count = len(sentences)
    counts = (present > 0).sum(axis=0)
    # A word in every sentence tells none of them apart: BM25's idf, within the passage.
    rarity = np.log1p((count - counts + 0.5) / (counts + 0.5)) / np.log1p((count + 0.5) / 0.5)
    leads = np.array([sentence.leads for sentence in sentences], np.bool_)
    counted = _carried(present, leads) @ (weights * rarity) + _ROW * pairs
    scores: NDArray[np.float64] = counted * np.where(leads, LEADING, 1.0)
    return scores / max(float(weights.sum()), 1e-9)


def _occurrences(
    sentences: Sequence[AnswerSpan], query: WordMatcher, word_matches: Sequence[WordMatch]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return word occurrences by sentence, float64 (n, m), 0…1, and counts of word pairs, (n,)."""
    present = np.zeros((len(sentences), len(query.terms)))
    pairs: list[set[int]] = [set() for _ in sentences]
    number = 0
    for match in word_matches:
        while number < len(sentences) and sentences[number].end <= match.start:
            number += 1
        if number == len(sentences):
            break
        present[number, match.term] = max(present[number, match.term], match.counts)
        if match.follows and not query.terms[match.term].is_stop_word:
            pairs[number].add(match.term)
    return present, np.array([float(len(terms)) for terms in pairs])


def _carried(present: NDArray[np.float64], leads: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Add to each sentence a part of the words of those before it; return float64 (n, m)."""
    carried = present.copy()
    if len(present) > 1:
        beside = np.where(leads, _LED, _BESIDE)[:-1, None] * present[:-1]
        earlier = _EARLIER * np.maximum.accumulate(present[:-1])
        carried[1:] = np.maximum.reduce((present[1:], beside, earlier))
    return carried
