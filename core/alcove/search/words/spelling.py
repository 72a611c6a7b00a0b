"""Correct spelling: find words of an index within edit distance, without scanning all words."""

from collections.abc import Iterator
from itertools import islice

import tantivy

from alcove.index.words.fields import SURFACE

_VARIANTS = 3  # the most corrections of a word
_SHORTEST = 4  # letters of a word that may have one wrong letter
_LONG = 8  # letters of a word that may have two wrong letters
_SURE = 4  # first letters of a long word, assumed to be right if two others are wrong
_NEIGHBOURS = 500  # the most words with that beginning to compare, most frequent first

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіґєў",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "אבגדהוזחטיכלמנסעפצקרשת",
)


def variants(searcher: tantivy.Searcher, word: str) -> tuple[str, ...]:
    """Return the most frequent words within one wrong letter, in a long word two.

    A wrong letter is missing, superfluous, replaced, or swapped with its neighbour. The first
    letter of a short word counts as right: "Deck" is no misspelling of "Eck".

    Args:
        searcher: of the index.
        word: folded; not in the index.
    """
    if len(word) < _SHORTEST:
        return ()
    counts = {variant: searcher.doc_freq(SURFACE, variant) for variant in _one_off(word)}
    candidates = {variant: count for variant, count in counts.items() if count}
    if not candidates and len(word) >= _LONG:
        others = searcher.terms_with_prefix(SURFACE, word[:_SURE], limit=_NEIGHBOURS)
        candidates = {other: count for other, count in others if _distance(word, other, 2) <= 2}
    return tuple(islice(sorted(candidates, key=lambda variant: -candidates[variant]), _VARIANTS))


def _one_off(word: str) -> Iterator[str]:
    """Yield all words at edit distance 1: some fifty for each letter of the word."""
    alphabet = next((letters for letters in _ALPHABETS if word[0] in letters), "")
    for i in range(len(word) < _LONG, len(word) + 1):
        before, after = word[:i], word[i:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in alphabet)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in alphabet)


def _distance(word: str, other: str, limit: int) -> int:
    """Return the optimal string alignment distance; `limit` + 1 if it is greater.

    Source: https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance.
    """
    if abs(len(word) - len(other)) > limit:
        return limit + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, other_letter in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == other_letter:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]
