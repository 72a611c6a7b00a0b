"""Which words of a query stand in a passage, and where exactly."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from alcove.language import characters, terms, words
from alcove.language.words import TOKEN
from alcove.search.words.query_terms import NEAR, QueryTerm

_TOKENS = 20_000  # different ones that are remembered; a few MB
_LONGEST_TOKEN = 200  # code points; a longer one is not remembered
_GAP = 2  # code points between words of a query that follow each other: a space, a comma and one
_SIGNS = re.compile(r"[^\w.!?:;。！？；：\n]{0,4}\n?[^\S\n]*")  # noqa: RUF001
"""What may stand between words of a text that follow each other."""

# Of a token: start, end, what the words index holds for it, and whether it is in the row of words
# that follow each other, as no part of another one.
_Piece = tuple[int, int, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word of the query in a passage.

    Attributes:
        start: its first code point in the passage.
        end: one past its last.
        term: which of the query's words.
        counts: how much it counts, 0…1; less than 1 for what is only near to the word.
        follows: whether the word before it in the query stands before it here as well.
    """

    start: int
    end: int
    term: int
    counts: float
    follows: bool


@dataclass(frozen=True, slots=True)
class WordMatcher:
    """The words of a query, arranged to be looked for in many passages.

    Attributes:
        terms: the words.
        forms: index term → which words it is a form of, and how much it counts for each.
        before: for each word the one before it in the query, -1 for none.
        wholes: for each word the identifier that it is a part of, -1 for none.
    """

    terms: tuple[QueryTerm, ...]
    forms: dict[str, dict[int, float]]
    before: tuple[int, ...]
    wholes: tuple[int, ...]


def matcher(query: Iterable[QueryTerm]) -> WordMatcher:
    """Arrange the words of a query; stop words count where there is nothing else."""
    found = tuple(query)
    if all(term.is_stop_word for term in found):
        found = tuple(replace(term, is_stop_word=False) for term in found)
    forms: dict[str, dict[int, float]] = {}
    for number, term in enumerate(found):
        for form in (*term.written, *term.related):
            forms.setdefault(form, {})[number] = NEAR
        for form in term.forms:
            forms.setdefault(form, {})[number] = 1.0
    before = tuple(_before(found, term) for term in found)
    return WordMatcher(found, forms, before, tuple(_whole(found, term) for term in found))


def _before(query: Sequence[QueryTerm], term: QueryTerm) -> int:
    """The word that ends just before another one, or is the pair of characters before it."""
    ending = [
        (other.end, number)
        for number, other in enumerate(query)
        if other.start < term.start < other.end < term.end  # pairs of characters overlap
        or other.end <= term.start <= other.end + _GAP
    ]
    return max(ending)[1] if ending else -1


def _whole(query: Sequence[QueryTerm], part: QueryTerm) -> int:
    for number, term in enumerate(query):
        inside = term.start <= part.start and part.end <= term.end
        if inside and term.end - term.start > part.end - part.start:
            return number
    return -1


def matches(text: str, query: WordMatcher, language: str | None) -> list[WordMatch]:
    """The words of a query where they stand in a text, by their places.

    Args:
        text: of the passage.
        query: what to look for.
        language: of the text, ISO 639-1; None if that is not known.
    """
    found: list[WordMatch] = []
    before: dict[int, float] = {}  # what the word before this one matches
    end_before = 0
    for token in TOKEN.finditer(text):
        first, written = token.start(), token[0]
        if before and not _SIGNS.fullmatch(text, end_before, first):
            before = {}
        end_before = token.end()
        known = len(written) <= _LONGEST_TOKEN
        for start, end, forms, in_row in (_pieces if known else _read)(written, language):
            meant: dict[int, float] = {}
            for form in forms:
                for number, counts in query.forms.get(form, {}).items():
                    meant[number] = max(counts, meant.get(number, 0.0))
            for number, counts in meant.items():
                follows = in_row and query.before[number] in before
                match = WordMatch(first + start, first + end, number, counts, follows)
                found.append(_shortened(match, written[start:end], query.terms[number]))
            before = meant if in_row else before
    return found


def _shortened(match: WordMatch, written: str, term: QueryTerm) -> WordMatch:
    """A character that stands for itself is found in pairs: only it matched."""
    if len(term.word) == 1 < len(written) and characters(term.word):
        inside = written.find(term.word)
        start = match.start + max(0, inside)
        return replace(match, start=start, end=start + 1)
    return match


def _read(token: str, language: str | None) -> tuple[_Piece, ...]:
    return tuple(_parts(token, language))


_pieces = lru_cache(maxsize=_TOKENS)(_read)


def _parts(token: str, language: str | None) -> Iterator[_Piece]:
    last = 0
    for word in words(token):
        in_row = not word.whole and word.end > last  # and not a part of the part before it
        forms = tuple(dict.fromkeys((word.folded, *terms(word, language))))
        yield word.start, word.end, forms, in_row
        last = last if word.whole else max(last, word.end)
    row = characters(token)
    if len(row) > 1:  # the last character of several is findable alone
        yield len(token) - len(row[-1]), len(token), (row[-1],), False
