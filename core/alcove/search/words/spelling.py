"""Words of an index that are spelt nearly like one of a query; never all words are looked at."""

from collections.abc import Iterator
from itertools import islice

import tantivy

from alcove.index.words.fields import SURFACE

_VARIANTS = 3
_SHORTEST = 4  # letters of a word in which one may be wrong
_LONG = 8  # letters of a word in which two may be wrong
_SURE = 4  # letters at the beginning of a long word, which are right where two others are wrong
_NEIGHBOURS = 500  # words with such a beginning that are looked at, the most frequent

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіґєў",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "אבגדהוזחטיכלמנסעפצקרשת",
)


def variants(searcher: tantivy.Searcher, word: str) -> tuple[str, ...]:
    """The words that may have been meant: one letter wrong, in a long word two.

    A letter is wrong where it is missing, too much, another one, or has changed places with its
    neighbour. The first letter of a short word is right: nobody means "Eck" by "Deck".

    Args:
        searcher: of the index.
        word: folded; not in the index.
    """
    if len(word) < _SHORTEST:
        return ()
    counts = {near: searcher.doc_freq(SURFACE, near) for near in _one_off(word)}
    found = {near: count for near, count in counts.items() if count}
    if not found and len(word) >= _LONG:
        others = searcher.terms_with_prefix(SURFACE, word[:_SURE], limit=_NEIGHBOURS)
        found = {other: count for other, count in others if _distance(word, other, 2) <= 2}
    return tuple(islice(sorted(found, key=lambda near: -found[near]), _VARIANTS))


def _one_off(word: str) -> Iterator[str]:
    """All that one wrong letter makes of a word: some fifty for each of its letters."""
    alphabet = next((letters for letters in _ALPHABETS if word[0] in letters), "")
    for i in range(len(word) < _LONG, len(word) + 1):
        before, after = word[:i], word[i:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in alphabet)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in alphabet)


def _distance(one: str, other: str, most: int) -> int:
    """The optimal string alignment distance; `most` + 1 where it is more.

    Source: https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    earlier: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        earlier, last = last, row
    return last[-1]
