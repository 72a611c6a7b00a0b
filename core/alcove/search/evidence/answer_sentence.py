"""Choose the sentence of a passage that answers best: rank by words, rerank by embeddings.

The matched words are kept for highlighting.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from alcove.search.evidence.answer_spans import AnswerSpan, spans
from alcove.search.evidence.marks import Range, merged, phrase_ranges, ranges
from alcove.search.evidence.sentence_scores import LEADING, score
from alcove.search.evidence.word_matches import WordMatch, WordMatcher, matches
from alcove.search.passage_text import PassageText

# The weaker the word match, the more meaning counts. On xquad-en, where the best sentence has less
# than a tenth of the highest word score, words alone are right for .43 of the questions; with
# meaning, .64 are right.
_MEANING = 0.4  # weight of the cosine similarity, next to a word score of 0…1
_ENOUGH = 0.5  # word score from which on meaning is not used
_LEAST_TRUST = 0.5  # below it meaning is ignored; an English model's knowledge of German is .3
_LEAST_COSINE = 0.2  # cosine similarity below which meaning alone is no evidence; for MiniLM
_SPREAD = 0.3  # the most by which the cosine similarities of two sentences usually differ
_ENCODED = 3  # sentences of a passage to encode, the best by words
_ENCODED_WITHOUT_WORDS = 8  # the same where no word matches
_WORD = re.compile(r"\w")
_ENDS = frozenset(".!…。！｡।۔")  # noqa: RUF001 - sentence ends

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


class FoundBy(StrEnum):
    """The arms that found a sentence."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence and words of a passage that show why it is a hit.

    Ranges are [start, end) in code points of the document's text, like those of `PassageText`.

    Attributes:
        sentence: the one that answers best; None if none stands out.
        words: the matched words anywhere in the passage, ascending, not overlapping.
        how: the arms that found the sentence; None without one.
    """

    sentence: Range | None = None
    words: tuple[Range, ...] = ()
    how: FoundBy | None = None


@dataclass(frozen=True, slots=True)
class MatchedPassage:
    """A passage with the matches of a query's words.

    Attributes:
        passage: the passage.
        spans: its n sentences.
        scores: float64 (n,), the word score of each sentence, as a share of the highest possible.
        words: ranges of the matched words, in the document's text.
    """

    passage: PassageText
    spans: Sequence[AnswerSpan]
    scores: NDArray[np.float64]
    words: tuple[Range, ...]


def read(
    passage: PassageText, query: WordMatcher, language: str | None, phrases: Sequence[str] = ()
) -> MatchedPassage:
    """Match the words of a query in a passage and score its sentences.

    Args:
        passage: the passage to show.
        query: the words to match.
        language: of the document, ISO 639-1; None if unknown.
        phrases: the quoted phrases.
    """
    text = passage.text
    word_matches = matches(text, query, language)
    sentences = _mark_leading(text, spans(text, language), word_matches)
    marked = merged((*ranges(query, word_matches), *phrase_ranges(text, phrases)))
    scores = score(sentences, query, word_matches)
    shift = passage.start
    return MatchedPassage(
        passage, sentences, scores, tuple((a + shift, b + shift) for a, b in marked)
    )


def _mark_leading(
    text: str, sentences: Sequence[AnswerSpan], word_matches: Iterable[WordMatch]
) -> list[AnswerSpan]:
    """Mark spans that lead to the next: no sentences, and without a word beside the query's."""
    chars = list(text)
    for match in word_matches:
        chars[match.start : match.end] = " " * (match.end - match.start)
    unmatched = "".join(chars)
    return [
        sentence
        if text[sentence.end - 1] in _ENDS or _WORD.search(unmatched, sentence.start, sentence.end)
        else replace(sentence, leads=True)
        for sentence in sentences
    ]


def by_words(passage: MatchedPassage) -> Evidence:
    """Return the evidence by words alone."""
    if not passage.scores.any():
        return Evidence(words=passage.words)
    return _evidence(passage, int(passage.scores.argmax()), FoundBy.WORDS)


def by_both(
    passages: Sequence[MatchedPassage],
    query: NDArray[np.float32],
    encode: Encode,
    *,
    trust: float = 1.0,
) -> list[Evidence]:
    """Return the evidence by words and meaning for each passage; the matched words stay the same.

    Only sentences that meaning could put first are encoded, in one batch for all passages.

    Args:
        passages: from `read`.
        query: its vector, float32 (d,), L2-normalised.
        encode: texts → float32 (n, d), L2-normalised, as passages are encoded.
        trust: how well the model knows the language, 0…1; up to a half, words alone count.
    """
    trust_weight = (trust - _LEAST_TRUST) / (1 - _LEAST_TRUST)
    if trust_weight <= 0:
        return [by_words(passage) for passage in passages]
    weights = [trust_weight * _meaning_weight(passage) for passage in passages]
    candidates = [
        _candidates(passage, weight) for passage, weight in zip(passages, weights, strict=True)
    ]
    texts = [
        passage.passage.text[passage.spans[n].start : passage.spans[n].end]
        for passage, indices in zip(passages, candidates, strict=True)
        for n in indices
    ]
    cosines = np.clip(encode(texts) @ query, 0, 1) if texts else np.zeros(0, np.float32)
    evidence, at = [], 0
    for passage, weight, indices in zip(passages, weights, candidates, strict=True):
        evidence.append(_best_by_both(passage, indices, cosines[at : at + len(indices)], weight))
        at += len(indices)
    return evidence


def _meaning_weight(passage: MatchedPassage) -> float:
    """Return the weight of the cosine similarity, next to the word scores of a passage."""
    best = float(passage.scores.max(initial=0))
    return _MEANING * max(0.0, 1 - best / _ENOUGH)


def _candidates(passage: MatchedPassage, weight: float) -> NDArray[np.int64]:
    """Return the indices of sentences that meaning could put first; none if the words decide."""
    if not len(passage.scores):
        return np.zeros(0, np.int64)
    close = np.flatnonzero(passage.scores >= passage.scores.max() - weight * _SPREAD)
    if not passage.scores.any():
        return close[:_ENCODED_WITHOUT_WORDS]
    best = close[np.argsort(-passage.scores[close], kind="stable")[:_ENCODED]]
    return np.sort(best) if len(best) > 1 else best[:0]


def _best_by_both(
    passage: MatchedPassage, indices: NDArray[np.int64], cosines: NDArray[np.float32], weight: float
) -> Evidence:
    if not len(indices) or (not passage.scores.any() and cosines.max() < _LEAST_COSINE):
        return by_words(passage)
    worth = np.array([LEADING if passage.spans[n].leads else 1.0 for n in indices])
    best = int(indices[np.argmax(passage.scores[indices] + weight * worth * cosines)])
    return _evidence(passage, best, FoundBy.BOTH if passage.scores[best] > 0 else FoundBy.MEANING)


def _evidence(passage: MatchedPassage, number: int, how: FoundBy) -> Evidence:
    best, shift = passage.spans[number], passage.passage.start
    return Evidence((best.start + shift, best.end + shift), passage.words, how)
