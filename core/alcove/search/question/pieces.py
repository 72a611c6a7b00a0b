"""Tokenizer of the query language: split typed text into words, phrases and filters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

OPERATORS: Final = ("type", "folder", "name", "since", "until", "lang", "similar")
LISTS: Final = frozenset({"type", "folder", "name", "lang"})  # values are separated by commas

# Each opening quote and the quotes that close it. The quotes of several languages may be mixed, as
# keyboards and word processors mix them.
_CLOSING: Final = {
    '"': '"', "\uff02": '\uff02"',
    "„": '“”"', "“": '”“"', "”": '”"',
    "«": "»", "»": "«»",
    "「": "」", "『": "』",
}  # fmt: skip
_INSIDE = {opening: re.compile(f"[^{closing}]*") for opening, closing in _CLOSING.items()}
_INSIDE['"'] = re.compile(r'[^"]*(?:""[^"]*)*')  # doubled, it is a literal quote
_LEFT = '["\uff02„“«「『]'
# Right-hand quotes open a quotation only right before a word: "Home » Products" has none.
_OPENING = rf"(?:{_LEFT}|[”»](?=\S))"
_NAMES = "|".join(OPERATORS)
_OPERATOR = re.compile(rf"-?({_NAMES}):(?=\S)", re.IGNORECASE)
_UNFINISHED = re.compile(rf"-?(?:{_NAMES}):{_LEFT}?\Z", re.IGNORECASE)
_QUOTATION = re.compile(_OPENING)
# A minus before a digit belongs to the number; before anything but a word it is plain text.
_SPECIAL = re.compile(rf"-?{_OPENING}|{_OPERATOR.pattern}|-(?=[^\W\d])", re.IGNORECASE)
_ESCAPED = re.compile(rf"\\(?=\\*(?:{_SPECIAL.pattern}))", re.IGNORECASE)
_WORD, _LISTED, _SPACE = re.compile(r"\S+"), re.compile(r"[^\s,]+"), re.compile(r"\s*")


class PieceKind(Enum):
    """The kinds of pieces."""

    WORD = auto()
    PHRASE = auto()
    FILTER = auto()


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value of a filter.

    Attributes:
        text: without its quotes.
        start: of the value as typed, with quotes, in code points.
        end: one past its last code point.
        closed: whether a closing quote was typed, so that the value is finished.
    """

    text: str
    start: int
    end: int
    closed: bool = False


class QueryPiece(NamedTuple):
    """A part of the typed text; a cheap tuple, since a pasted page has thousands.

    Attributes:
        kind: word, phrase or filter.
        start: of the whole piece, in code points.
        end: one past its last code point.
        text: a word, or the inside of a phrase; of a filter, its name in lower case.
        negated: whether a minus stands before it.
        values: of a filter, at least one.
        closed: whether a phrase's closing quote was typed.
    """

    kind: PieceKind
    start: int
    end: int
    text: str
    negated: bool = False
    values: tuple[FilterValue, ...] = ()
    closed: bool = True


def pieces_of(typed: str) -> Iterator[QueryPiece]:
    """Yield the pieces of the typed text in one pass; they cover every character but spaces."""
    place = _after_spaces(typed, 0)
    while place < len(typed):
        glued = place > 0 and not typed[place - 1].isspace()  # to a closing quote before it
        piece = _next(typed, place, glued=glued)
        yield piece
        place = _after_spaces(typed, piece.end)


def is_special(word: str) -> bool:
    """Return whether a word must be escaped to be taken literally."""
    return bool(_SPECIAL.match(word) or _ESCAPED.match(word))


def is_unfinished(word: str) -> bool:
    """Return whether a word is an operator still without a value."""
    return bool(_UNFINISHED.match(word))


def has_words(text: str) -> bool:
    """Return whether a text has a letter or a digit of any script."""
    return any(char.isalnum() for char in text)


def _next(typed: str, place: int, *, glued: bool) -> QueryPiece:
    if glued:
        return _phrase(typed, place, place) or _word(typed, place)
    if _ESCAPED.match(typed, place):
        return _word(typed, place, skipped=1)
    if operator := _OPERATOR.match(typed, place):
        return _filter(typed, operator) or _word(typed, place)
    if not _SPECIAL.match(typed, place):
        return _word(typed, place)
    negated = typed[place] == "-"
    return _phrase(typed, place, place + negated) or _word(typed, place, negated=negated)


def _word(typed: str, start: int, *, skipped: int = 0, negated: bool = False) -> QueryPiece:
    match = _WORD.match(typed, start)
    assert match is not None  # called where a word begins
    word = match[0][skipped or negated :]
    if negated and not has_words(word):
        word, negated = match[0], False
    return QueryPiece(PieceKind.WORD, start, match.end(), word, negated)


def _phrase(typed: str, start: int, opening: int) -> QueryPiece | None:
    """Return the phrase whose opening quote is at `opening`; None if there is no quote."""
    if not _QUOTATION.match(typed, opening):
        return None
    text, end, closed = _quotation(typed, opening)
    if has_words(text):
        return QueryPiece(PieceKind.PHRASE, start, end, text, start < opening, closed=closed)
    return QueryPiece(PieceKind.WORD, start, end, typed[start:end] if start < opening else text)


def _quotation(typed: str, opening: int) -> tuple[str, int, bool]:
    """Return the quoted text, its end, and whether it was closed; unclosed, it goes to the end."""
    match = _INSIDE[typed[opening]].match(typed, opening + 1)
    assert match is not None  # it matches the empty string, too
    inside = match[0].replace('""', '"') if typed[opening] == '"' else match[0]
    return inside, min(match.end() + 1, len(typed)), match.end() < len(typed)


def _filter(typed: str, operator: re.Match[str]) -> QueryPiece | None:
    """Return the filter that begins with this operator; None if it has no value."""
    name, values = operator[1].lower(), list[FilterValue]()
    unquoted = _LISTED if name in LISTS else _WORD
    place = operator.end()
    while True:
        value = _value(typed, place, unquoted)
        place = value.end
        if value.text.strip():
            values.append(value)
        if name not in LISTS or not typed.startswith(",", place):
            break
        place += 1
    if not values:
        return None
    negated = operator[0].startswith("-")
    return QueryPiece(PieceKind.FILTER, operator.start(), place, name, negated, tuple(values))


def _value(typed: str, start: int, unquoted: re.Pattern[str]) -> FilterValue:
    if _QUOTATION.match(typed, start):
        text, end, closed = _quotation(typed, start)
        return FilterValue(text, start, end, closed)
    match = unquoted.match(typed, start)
    return FilterValue(match[0], start, match.end()) if match else FilterValue("", start, start)


def _after_spaces(typed: str, place: int) -> int:
    match = _SPACE.match(typed, place)
    assert match is not None  # it matches the empty string, too
    return match.end()
