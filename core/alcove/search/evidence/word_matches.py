"""Match the words of a query in a passage, with their exact ranges."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from alcove.language import characters, terms, words
from alcove.language.words import TOKEN
from alcove.search.words.query_terms import NEAR, QueryTerm

_TOKENS = 20_000  # size of the cache of distinct tokens; a few MB
_LONGEST_TOKEN = 200  # code points; a longer token is not cached
_GAP = 2  # most code points between adjacent words of a query: a comma and a space
_SIGNS = re.compile(r"[^\w.!?:;。！？；：\n]{0,4}\n?[^\S\n]*")  # noqa: RUF001
"""Matches what may stand between adjacent words of a text."""

# A part of a token: start, end, its terms in the words index, and whether it is in the sequence of
# adjacent words (and not a part of another one).
_Piece = tuple[int, int, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word of the query in a passage.

    Attributes:
        start: its first code point in the passage.
        end: one past its last.
        term: index of the query's word.
        counts: how much it counts, 0…1; less than 1 for a word that is only related.
        follows: whether the word before it in the query also stands before it here.
    """

    start: int
    end: int
    term: int
    counts: float
    follows: bool


@dataclass(frozen=True, slots=True)
class WordMatcher:
    """The words of a query, prepared for matching in many passages.

    Attributes:
        terms: the words.
        forms: index term → index of each word that it is a form of → how much it counts, 0…1.
        before: for each word the index of the one before it in the query, -1 for none.
        wholes: for each word the index of the identifier that it is a part of, -1 for none.
    """

    terms: tuple[QueryTerm, ...]
    forms: dict[str, dict[int, float]]
    before: tuple[int, ...]
    wholes: tuple[int, ...]


def matcher(query: Iterable[QueryTerm]) -> WordMatcher:
    """Prepare the words of a query for matching; stop words count only if there is nothing else."""
    query_terms = tuple(query)
    if all(term.is_stop_word for term in query_terms):
        query_terms = tuple(replace(term, is_stop_word=False) for term in query_terms)
    forms: dict[str, dict[int, float]] = {}
    for number, term in enumerate(query_terms):
        for form in (*term.written, *term.related):
            forms.setdefault(form, {})[number] = NEAR
        for form in term.forms:
            forms.setdefault(form, {})[number] = 1.0
    before = tuple(_before(query_terms, term) for term in query_terms)
    return WordMatcher(
        query_terms, forms, before, tuple(_whole(query_terms, term) for term in query_terms)
    )


def _before(query: Sequence[QueryTerm], term: QueryTerm) -> int:
    """Return the index of the word, or pair of characters, just before another one; -1 for none."""
    ending = [
        (earlier.end, number)
        for number, earlier in enumerate(query)
        if earlier.start < term.start < earlier.end < term.end  # pairs of characters overlap
        or earlier.end <= term.start <= earlier.end + _GAP
    ]
    return max(ending)[1] if ending else -1


def _whole(query: Sequence[QueryTerm], part: QueryTerm) -> int:
    for number, term in enumerate(query):
        inside = term.start <= part.start and part.end <= term.end
        if inside and term.end - term.start > part.end - part.start:
            return number
    return -1


def matches(text: str, query: WordMatcher, language: str | None) -> list[WordMatch]:
    """Return the matches of a query's words in a text, in text order.

    Args:
        text: of the passage.
        query: the words to match.
        language: of the text, ISO 639-1; None if unknown.
    """
    result: list[WordMatch] = []
    matched_before: dict[int, float] = {}  # the matches of the word before this one
    end_before = 0
    for token in TOKEN.finditer(text):
        first, written = token.start(), token[0]
        if matched_before and not _SIGNS.fullmatch(text, end_before, first):
            matched_before = {}
        end_before = token.end()
        cacheable = len(written) <= _LONGEST_TOKEN
        for start, end, forms, in_row in (_pieces if cacheable else _read)(written, language):
            matched: dict[int, float] = {}
            for form in forms:
                for number, counts in query.forms.get(form, {}).items():
                    matched[number] = max(counts, matched.get(number, 0.0))
            for number, counts in matched.items():
                follows = in_row and query.before[number] in matched_before
                match = WordMatch(first + start, first + end, number, counts, follows)
                result.append(_shortened(match, written[start:end], query.terms[number]))
            matched_before = matched if in_row else matched_before
    return result


def _shortened(match: WordMatch, written: str, term: QueryTerm) -> WordMatch:
    """Shorten a match to the single character searched for, which the index holds in pairs."""
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
        in_row = not word.whole and word.end > last  # and not inside the part before it
        forms = tuple(dict.fromkeys((word.folded, *terms(word, language))))
        yield word.start, word.end, forms, in_row
        last = last if word.whole else max(last, word.end)
    joined = characters(token)
    if len(joined) > 1:  # the last of several characters is indexed alone as well
        yield len(token) - len(joined[-1]), len(token), (joined[-1],), False
