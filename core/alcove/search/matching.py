"""Which words of a query stand in a passage, and where exactly."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from alcove.language import characters, fold, terms, words
from alcove.language.words import TOKEN
from alcove.search.query_terms import QueryTerm

_TOKENS = 20_000  # different ones that are remembered; a few MB
_LONGEST_TOKEN = 200  # code points; a longer one is not remembered
_GAP = 2  # code points between words of a query that follow each other: a space, a comma and one

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the query in a passage.

    Attributes:
        start: its first code point in the passage.
        end: one past its last.
        term: which of the query's words.
        follows: whether the word before it in the query stands before it here as well.
    """

    start: int
    end: int
    term: int
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a query, arranged to be looked for in many passages.

    Attributes:
        terms: the words.
        forms: index term → which words it is a form of.
        before: for each word the one before it in the query, -1 for none.
    """

    terms: tuple[QueryTerm, ...]
    forms: dict[str, tuple[int, ...]]
    before: tuple[int, ...]


def sought(query: Iterable[QueryTerm]) -> Sought:
    """Arrange the words of a query; stop words count where there is nothing else."""
    found = tuple(query)
    if all(term.is_stop_word for term in found):
        found = tuple(replace(term, is_stop_word=False) for term in found)
    forms: dict[str, tuple[int, ...]] = {}
    for number, term in enumerate(found):
        for form in dict.fromkeys((*term.forms, *term.completions)):
            forms[form] = (*forms.get(form, ()), number)
    return Sought(found, forms, tuple(_before(found, term) for term in found))


def _before(query: Sequence[QueryTerm], term: QueryTerm) -> int:
    """The word that ends just before another one, or is the pair of characters before it."""
    ending = [
        (other.end, number)
        for number, other in enumerate(query)
        if other.start < term.start < other.end < term.end  # pairs of characters overlap
        or other.end <= term.start <= other.end + _GAP
    ]
    return max(ending)[1] if ending else -1


def matches(text: str, query: Sought, language: str | None) -> list[Match]:
    """The words of a query where they stand in a text, by their places.

    Args:
        text: of the passage.
        query: what to look for.
        language: of the text, ISO 639-1; None if that is not known.
    """
    found: list[Match] = []
    before: tuple[int, ...] = ()  # what the word before this one matches
    for token in TOKEN.finditer(text):
        first, written = token.start(), token[0]
        known = len(written) <= _LONGEST_TOKEN
        for start, end, form, chained in (_pieces if known else _read)(written, language):
            numbers = query.forms.get(form, ())
            for number in numbers:
                follows = chained and query.before[number] in before
                match = Match(first + start, first + end, number, follows)
                found.append(_shortened(match, written[start:end], query.terms[number]))
            if chained:
                before = numbers
    return found


def _shortened(match: Match, written: str, term: QueryTerm) -> Match:
    """A character that stands for itself is found in pairs: only it matched."""
    if len(term.word) == 1 < len(written) and characters(term.word):
        inside = written.find(term.word)
        start = match.start + max(0, inside)
        return replace(match, start=start, end=start + 1)
    return match


def _read(token: str, language: str | None) -> tuple[tuple[int, int, str, bool], ...]:
    """What the words index holds for a token: (start, end, term, whether it is in the row)."""
    return tuple(_parts(token, language))


_pieces = lru_cache(maxsize=_TOKENS)(_read)


def _parts(token: str, language: str | None) -> Iterator[tuple[int, int, str, bool]]:
    last = 0
    for word in words(token):
        in_row = not word.whole and word.end > last  # and not a part of the part before it
        for term in terms(word, language):
            yield word.start, word.end, term, in_row
        last = last if word.whole else max(last, word.end)
    row = characters(token)
    if len(row) > 1:  # the last character of several is findable alone
        yield len(token) - len(row[-1]), len(token), row[-1], False


def ranges(query: Sought, found: Sequence[Match]) -> list[Range]:
    """What to mark: the matches, those that follow each other as in the query as one range.

    Stop words are marked between other words only.
    """
    marked: list[Range] = []
    start = end = -1  # of the row that goes on
    for match in found:
        if not match.follows and match.start >= end:
            start = -1
        end = max(end, match.end)
        if not query.terms[match.term].is_stop_word:
            start = match.start if start < 0 else start
            marked.append((start, match.end))
    return merged(marked)


def phrase_ranges(text: str, phrases: Sequence[str]) -> list[Range]:
    """Where quoted phrases stand in a text, word for word; ascending, not overlapping."""
    wanted = [[form for _, _, form in _row(phrase)] for phrase in phrases]
    row = _row(text) if any(wanted) else []
    forms = [form for _, _, form in row]
    return merged(
        (row[at][0], row[at + len(phrase) - 1][1])
        for phrase in wanted
        if phrase
        for at in range(len(forms) - len(phrase) + 1)
        if forms[at : at + len(phrase)] == phrase
    )


def _row(text: str) -> list[tuple[int, int, str]]:
    """The words of a text, or characters of joined scripts, as they follow each other, folded."""
    return [
        (token.start() + start, token.start() + end, form)
        for token in TOKEN.finditer(text)
        for start, end, form in _row_of(token[0])
    ]


def _row_of(token: str) -> Iterator[tuple[int, int, str]]:
    if characters(token):
        for at, character in enumerate(token):
            yield at, at + 1, fold(character)
        return
    last = 0
    for word in words(token):
        if not word.whole and word.end > last:
            yield word.start, word.end, word.folded
            last = word.end


def merged(marked: Iterable[Range]) -> list[Range]:
    """The ranges without overlaps, ascending; what touches becomes one."""
    whole: list[Range] = []
    for start, end in sorted(marked):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
