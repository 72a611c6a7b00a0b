"""The stretch of a long text that is shown at once, and how its characters are counted in Qt."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Self

_MOST = 200_000  # code points that are laid out in a moment
_MOST_OF_A_LINE = 20_000  # of a text without line breaks, where every change lays out all of it
_LONG_LINE = 5_000
_LINE_END = 2_000  # how far to look for the end of a line to cut at
_WIDE = re.compile("[\U00010000-\U0010ffff]")

# What Qt would take for something else; each becomes one other character, so that offsets stay.
_MISTAKEN = re.compile("[\r\0\f\u2028\u2029\ufdd0\ufdd1\ufffc]")
_SPACES = frozenset("\r\f\u2028\u2029")


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of a text.

    Attributes:
        start: where it begins, in code points of the whole.
        end: one past its last code point.
        text: what Qt is given, as many code points long.
        whole: code points of the whole.
        wide: offsets in `text`, ascending, of those that are two UTF-16 units each.
    """

    start: int
    end: int
    text: str
    whole: int
    wide: tuple[int, ...]

    @classmethod
    def around(cls, text: str, offset: int) -> Self:
        """The part of a text in which an offset stands in the middle, as far as can be."""
        size = _MOST if _has_short_lines(text, offset) else _MOST_OF_A_LINE
        start = max(0, min(offset - size // 2, len(text) - size))
        end = min(len(text), start + size)
        start, end = _line_start(text, start), _line_end(text, end)
        shown = _MISTAKEN.sub(_harmless, text[start:end])
        return cls(start, end, shown, len(text), tuple(m.start() for m in _WIDE.finditer(shown)))

    def holds(self, start: int, end: int) -> bool:
        """Whether a span of the whole text is in this part."""
        return self.start <= start and end <= self.end

    def position(self, offset: int) -> int:
        """Where an offset of the whole text is in Qt's document, which counts UTF-16 units."""
        inside = min(max(0, offset - self.start), len(self.text))
        return inside + bisect_left(self.wide, inside)


def _harmless(match: re.Match[str]) -> str:
    return " " if match[0] in _SPACES else "\ufffd"


def _has_short_lines(text: str, offset: int) -> bool:
    start, end = max(0, offset - _MOST // 2), offset + _MOST // 2
    lines = text[start:end].split("\n")
    return max(map(len, lines)) <= _LONG_LINE


def _line_start(text: str, at: int) -> int:
    found = text.find("\n", at, at + _LINE_END) + 1
    return found if at and found else at


def _line_end(text: str, at: int) -> int:
    found = text.rfind("\n", at - _LINE_END, at)
    return found if at < len(text) and found >= 0 else at
