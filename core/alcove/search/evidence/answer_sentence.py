"""What shows why a passage is a hit: the sentence that answers, and the words that matched."""

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

# Where words say less, meaning says more. On xquad-en, where the best sentence has less than a
# tenth of what words could say, words alone are right for .43 of the questions, with this for .64.
_MEANING = 0.4  # of the cosine similarity, beside words as a share of all that they could say
_ENOUGH = 0.5  # the share of the words from which on meaning is not asked
_KNOWN = 0.5  # how well a model must know a language to be heard; German with an English one: .3
_TELLS = 0.2  # cosine similarity below which meaning alone tells nothing: MiniLM's
_SPREAD = 0.3  # what a sentence may be behind in cosine similarity, and seldom is more
_ENCODED = 3  # sentences of a passage, the best by words
_ENCODED_WITHOUT_WORDS = 8  # where no word matches
_WORD = re.compile(r"\w")
_ENDS = frozenset(".!…。！｡।۔")  # noqa: RUF001 - of sentences

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


class FoundBy(StrEnum):
    """By which arms a sentence was found."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Ranges are [start, end) in code points of the document's text, like those of `PassageText`.

    Attributes:
        sentence: the one that answers best; None where nothing tells.
        words: what matched, ascending, not overlapping; anywhere in the passage.
        how: how the sentence was found; None without one.
    """

    sentence: Range | None = None
    words: tuple[Range, ...] = ()
    how: FoundBy | None = None


@dataclass(frozen=True, slots=True)
class MatchedPassage:
    """A passage as the words of a query see it.

    Attributes:
        passage: what was read.
        spans: its n sentences.
        scores: float64 (n,), how much each answers, as a share of all that the words could say.
        words: what matched, within the document's text.
    """

    passage: PassageText
    spans: Sequence[AnswerSpan]
    scores: NDArray[np.float64]
    words: tuple[Range, ...]


def read(
    passage: PassageText, query: WordMatcher, language: str | None, phrases: Sequence[str] = ()
) -> MatchedPassage:
    """Look for the words of a query in a passage.

    Args:
        passage: that is shown.
        query: what to look for.
        language: of the document, ISO 639-1; None if that is not known.
        phrases: what was asked for word for word.
    """
    text = passage.text
    found = matches(text, query, language)
    parts = _leading(text, spans(text, language), found)
    marked = merged((*ranges(query, found), *phrase_ranges(text, phrases)))
    scores = score(parts, query, found)
    shift = passage.start
    return MatchedPassage(passage, parts, scores, tuple((a + shift, b + shift) for a, b in marked))


def _leading(
    text: str, parts: Sequence[AnswerSpan], found: Iterable[WordMatch]
) -> list[AnswerSpan]:
    """The stretches; one that is no sentence and only repeats the question leads to the next."""
    rest = list(text)
    for match in found:
        rest[match.start : match.end] = " " * (match.end - match.start)
    unsaid = "".join(rest)
    return [
        part
        if text[part.end - 1] in _ENDS or _WORD.search(unsaid, part.start, part.end)
        else replace(part, leads=True)
        for part in parts
    ]


def by_words(one: MatchedPassage) -> Evidence:
    """The evidence that words show."""
    if not one.scores.any():
        return Evidence(words=one.words)
    return _evidence(one, int(one.scores.argmax()), FoundBy.WORDS)


def by_both(
    passages: Sequence[MatchedPassage],
    query: NDArray[np.float32],
    encode: Encode,
    *,
    trust: float = 1.0,
) -> list[Evidence]:
    """The evidence that words and meaning show, for each passage; the words stay what they were.

    Only sentences that meaning could put first are encoded, those of all passages at once.

    Args:
        passages: what was read.
        query: its vector, float32 (d,), L2-normalised.
        encode: texts → float32 (n, d), L2-normalised, as passages are encoded.
        trust: how well the model knows the language, 0…1; up to a half, words alone count.
    """
    heard = (trust - _KNOWN) / (1 - _KNOWN)
    if heard <= 0:
        return [by_words(one) for one in passages]
    reaches = [heard * _reach(one) for one in passages]
    open_ones = [_open(one, reach) for one, reach in zip(passages, reaches, strict=True)]
    texts = [
        one.passage.text[one.spans[n].start : one.spans[n].end]
        for one, numbers in zip(passages, open_ones, strict=True)
        for n in numbers
    ]
    cosines = np.clip(encode(texts) @ query, 0, 1) if texts else np.zeros(0, np.float32)
    found, at = [], 0
    for one, reach, numbers in zip(passages, reaches, open_ones, strict=True):
        found.append(_chosen(one, numbers, cosines[at : at + len(numbers)], reach))
        at += len(numbers)
    return found


def _reach(one: MatchedPassage) -> float:
    """How much a cosine similarity of 1 counts beside the words of a passage."""
    said = float(one.scores.max(initial=0))
    return _MEANING * max(0.0, 1 - said / _ENOUGH)


def _open(one: MatchedPassage, reach: float) -> NDArray[np.int64]:
    """The sentences that meaning could put first; none where the words decide."""
    if not len(one.scores):
        return np.zeros(0, np.int64)
    found = np.flatnonzero(one.scores >= one.scores.max() - reach * _SPREAD)
    if not one.scores.any():
        return found[:_ENCODED_WITHOUT_WORDS]
    best = found[np.argsort(-one.scores[found], kind="stable")[:_ENCODED]]
    return np.sort(best) if len(best) > 1 else best[:0]


def _chosen(
    one: MatchedPassage, numbers: NDArray[np.int64], cosines: NDArray[np.float32], reach: float
) -> Evidence:
    if not len(numbers) or (not one.scores.any() and cosines.max() < _TELLS):
        return by_words(one)
    worth = np.array([LEADING if one.spans[n].leads else 1.0 for n in numbers])
    best = int(numbers[np.argmax(one.scores[numbers] + reach * worth * cosines)])
    return _evidence(one, best, FoundBy.BOTH if one.scores[best] > 0 else FoundBy.MEANING)


def _evidence(one: MatchedPassage, number: int, how: FoundBy) -> Evidence:
    best, shift = one.spans[number], one.passage.start
    return Evidence((best.start + shift, best.end + shift), one.words, how)
