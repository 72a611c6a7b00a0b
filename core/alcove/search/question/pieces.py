"""From what was typed to its pieces: words, phrases and filters, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

OPERATORS: Final = ("type", "folder", "name", "since", "until", "lang", "similar")
LISTS: Final = frozenset({"type", "folder", "name", "lang"})  # several values, by commas

# The signs that begin a quotation, and those that end it. Those of other languages may be mixed,
# as keyboards and word processors do it.
_CLOSING: Final = {
    '"': '"', "\uff02": '\uff02"',
    "„": '“”"', "“": '”“"', "”": '”"',
    "«": "»", "»": "«»",
    "「": "」", "『": "』",
}  # fmt: skip
_INSIDE = {opening: re.compile(f"[^{closing}]*") for opening, closing in _CLOSING.items()}
_INSIDE['"'] = re.compile(r'[^"]*(?:""[^"]*)*')  # doubled, it stands for itself
_LEFT = '["\uff02„“«「『]'
# Right-hand signs begin a quotation only before a word: "Home » Products" has none.
_OPENING = rf"(?:{_LEFT}|[”»](?=\S))"
_NAMES = "|".join(OPERATORS)
_OPERATOR = re.compile(rf"-?({_NAMES}):(?=\S)", re.IGNORECASE)
_UNFINISHED = re.compile(rf"-?(?:{_NAMES}):{_LEFT}?\Z", re.IGNORECASE)
_QUOTATION = re.compile(_OPENING)
# A minus before a digit belongs to the number; before anything but a word it is a sign like others.
_SPECIAL = re.compile(rf"-?{_OPENING}|{_OPERATOR.pattern}|-(?=[^\W\d])", re.IGNORECASE)
_ESCAPED = re.compile(rf"\\(?=\\*(?:{_SPECIAL.pattern}))", re.IGNORECASE)
_WORD, _LISTED, _SPACE = re.compile(r"\S+"), re.compile(r"[^\s,]+"), re.compile(r"\s*")


class PieceKind(Enum):
    """What a piece is."""

    WORD = auto()
    PHRASE = auto()
    FILTER = auto()


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value of a filter.

    Attributes:
        text: without its quotes.
        start: of the value as typed, with quotes.
        end: one past its last code point.
        closed: a closing quote was typed: it cannot go on.
    """

    text: str
    start: int
    end: int
    closed: bool = False


class QueryPiece(NamedTuple):
    """A part of what was typed; a tuple, since a pasted page has thousands.

    Attributes:
        kind: what it is.
        start: of all of it, in code points.
        end: one past its last code point.
        text: a word, or the inside of a phrase; of a filter, its name in lower case.
        negated: a minus stands before it.
        values: of a filter, at least one.
        closed: a phrase's closing quote was typed.
    """

    kind: PieceKind
    start: int
    end: int
    text: str
    negated: bool = False
    values: tuple[FilterValue, ...] = ()
    closed: bool = True


def pieces_of(typed: str) -> Iterator[QueryPiece]:
    """Take apart what was typed, in one pass; every character but spaces is in some piece."""
    place = _after_spaces(typed, 0)
    while place < len(typed):
        glued = place > 0 and not typed[place - 1].isspace()  # to a closing quote
        piece = _next(typed, place, glued=glued)
        yield piece
        place = _after_spaces(typed, piece.end)


def is_special(word: str) -> bool:
    """Whether a word has to be escaped to be read as it is."""
    return bool(_SPECIAL.match(word) or _ESCAPED.match(word))


def is_unfinished(word: str) -> bool:
    """Whether a word is an operator that still waits for its value."""
    return bool(_UNFINISHED.match(word))


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit of any script."""
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
    found = _WORD.match(typed, start)
    assert found is not None  # called where a word begins
    word = found[0][skipped or negated :]
    if negated and not has_words(word):
        word, negated = found[0], False
    return QueryPiece(PieceKind.WORD, start, found.end(), word, negated)


def _phrase(typed: str, start: int, opening: int) -> QueryPiece | None:
    """The phrase whose opening quote may stand at `opening`."""
    if not _QUOTATION.match(typed, opening):
        return None
    text, end, closed = _quotation(typed, opening)
    if has_words(text):
        return QueryPiece(PieceKind.PHRASE, start, end, text, start < opening, closed=closed)
    return QueryPiece(PieceKind.WORD, start, end, typed[start:end] if start < opening else text)


def _quotation(typed: str, opening: int) -> tuple[str, int, bool]:
    """What is quoted, where it ends, and whether it was closed: else it reaches to the end."""
    found = _INSIDE[typed[opening]].match(typed, opening + 1)
    assert found is not None  # it matches the empty string, too
    inside = found[0].replace('""', '"') if typed[opening] == '"' else found[0]
    return inside, min(found.end() + 1, len(typed)), found.end() < len(typed)


def _filter(typed: str, operator: re.Match[str]) -> QueryPiece | None:
    """The filter that begins with this operator; None if it has no value."""
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
    found = unquoted.match(typed, start)
    return FilterValue(found[0], start, found.end()) if found else FilterValue("", start, start)


def _after_spaces(typed: str, place: int) -> int:
    found = _SPACE.match(typed, place)
    assert found is not None  # it matches the empty string, too
    return found.end()
