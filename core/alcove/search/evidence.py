"""What shows why a passage is a hit: the sentence that answers, and the words that matched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from alcove.search.answer import PassageText
from alcove.search.matching import Match, Range, Sought, matches, merged, phrase_ranges, ranges
from alcove.search.stretches import Stretch, stretches

# Learnt from xquad's English half of paragraphs, and the same on the other half and in German and
# Chinese: a word counts in the sentence after it too, since that one says "it" or "he" instead.
_BESIDE = 0.4  # of a word that the sentence before has
_EARLIER = 0.2  # of one that an earlier sentence of the passage has
_LED = 0.8  # of one in the heading or the question before
_LEADING = 0.5  # what a heading or a question itself is worth as an answer
_ROW = 0.5  # for two words that follow each other as in the query, in units of idf
_MEANING = 0.4  # of the cosine similarity, against words as a share of all that could match
_SPREAD = 0.6  # between the cosines of two sentences of a passage, at most (99% of xquad's)
_ENCODED = 8  # sentences of a passage, the best by words

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


class How(StrEnum):
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
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A passage as the words of a query see it.

    Attributes:
        passage: what was read.
        stretches: its n sentences.
        scores: float64 (n,), how much each answers, as a share of all that the words could say.
        matched: bool (n,), whether a word stands in it.
        words: what matched, within the document's text.
    """

    passage: PassageText
    stretches: Sequence[Stretch]
    scores: NDArray[np.float64]
    matched: NDArray[np.bool_]
    words: tuple[Range, ...]


def read(
    passage: PassageText, query: Sought, language: str | None, phrases: Sequence[str] = ()
) -> Read:
    """Look for the words of a query in a passage.

    Args:
        passage: that is shown.
        query: what to look for.
        language: of the document, ISO 639-1; None if that is not known.
        phrases: what was asked for word for word.
    """
    text = passage.text
    found = matches(text, query, language)
    parts = stretches(text)
    marked = merged((*ranges(query, found), *phrase_ranges(text, phrases)))
    scores, matched = _score(parts, query, found)
    shift = passage.start
    return Read(passage, parts, scores, matched, tuple((a + shift, b + shift) for a, b in marked))


def by_words(one: Read) -> Evidence:
    """The evidence that words show."""
    if not one.matched.any():
        return Evidence(words=one.words)
    return _evidence(one, int(one.scores.argmax()), How.WORDS)


def by_both(
    passages: Sequence[Read], query: NDArray[np.float32], encode: Encode, *, trust: float = 1.0
) -> list[Evidence]:
    """The evidence that words and meaning show, for each passage; the words stay what they were.

    Only sentences that meaning could put first are encoded, those of all passages at once.

    Args:
        passages: what was read.
        query: its vector, float32 (d,), L2-normalised.
        encode: texts → float32 (n, d), L2-normalised, as passages are encoded.
        trust: how well the model knows the language, 0…1; at 0 words alone count.
    """
    if trust <= 0:
        return [by_words(one) for one in passages]
    reach = _MEANING * trust
    open_ones = [_open(one, reach) for one in passages]
    texts = [
        one.passage.text[one.stretches[n].start : one.stretches[n].end]
        for one, numbers in zip(passages, open_ones, strict=True)
        for n in numbers
    ]
    cosines = np.clip(encode(texts) @ query, 0, 1) if texts else np.zeros(0)
    found, at = [], 0
    for one, numbers in zip(passages, open_ones, strict=True):
        found.append(_chosen(one, numbers, reach * cosines[at : at + len(numbers)]))
        at += len(numbers)
    return found


def _open(one: Read, reach: float) -> NDArray[np.int64]:
    """The sentences that meaning could put first; none where the words decide."""
    if not len(one.scores):
        return np.zeros(0, np.int64)
    found = np.flatnonzero(one.scores >= one.scores.max() - reach * _SPREAD)
    if len(found) > _ENCODED:
        found = np.sort(found[np.argsort(-one.scores[found], kind="stable")[:_ENCODED]])
    return found if len(found) > 1 or not one.matched.any() else found[:0]


def _chosen(one: Read, numbers: NDArray[np.int64], meaning: NDArray[np.float64]) -> Evidence:
    if not len(numbers):
        return by_words(one)
    worth = np.array([_LEADING if one.stretches[n].leads else 1.0 for n in numbers])
    best = int(numbers[np.argmax(one.scores[numbers] + worth * meaning)])
    return _evidence(one, best, How.BOTH if one.matched[best] else How.MEANING)


def _evidence(one: Read, number: int, how: How) -> Evidence:
    best, shift = one.stretches[number], one.passage.start
    return Evidence((best.start + shift, best.end + shift), one.words, how)


def _score(
    parts: Sequence[Stretch], query: Sought, found: Sequence[Match]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """How much each sentence answers, float64 (n,), and whether a word stands in it, bool (n,)."""
    weights = np.array([0.0 if t.is_stop_word else t.weight for t in query.terms])
    has, rows = _occurrences(parts, query, found)
    count = len(parts)
    having = has.sum(axis=0)
    # What every sentence has tells none from the others: BM25's idf, within the passage.
    rarity = np.log1p((count - having + 0.5) / (having + 0.5)) / np.log1p((count + 0.5) / 0.5)
    leads = np.array([part.leads for part in parts], np.bool_)
    counted = _carried(has, leads) @ (weights * rarity) + _ROW * rows
    scores = counted * np.where(leads, _LEADING, 1.0) / max(float(weights.sum()), 1e-9)
    matched: NDArray[np.bool_] = (has[:, weights > 0] > 0).any(axis=1)
    return scores, matched


def _occurrences(
    parts: Sequence[Stretch], query: Sought, found: Sequence[Match]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Which words stand in which sentences, float64 (n, m) of 0 and 1; rows of them, (n,)."""
    has = np.zeros((len(parts), len(query.terms)))
    pairs: list[set[int]] = [set() for _ in parts]
    number = 0
    for match in found:
        while number < len(parts) and parts[number].end <= match.start:
            number += 1
        if number == len(parts):
            break
        has[number, match.term] = 1.0
        if match.follows:
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
