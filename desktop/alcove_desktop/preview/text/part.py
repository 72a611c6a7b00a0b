"""Take the part of a long text to show at once; map its offsets to Qt's UTF-16 positions."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Self

# In code points.
_MAX_PART = 200_000  # laid out in a moment
_MAX_PART_OF_LINE = 20_000  # of a text with long lines: each change lays out a whole line again
_LONG_LINE = 5_000
_LINE_END = 2_000  # how far to look for a line end as the part's border
_WIDE = re.compile("[\U00010000-\U0010ffff]")

# Characters that Qt would interpret; each is replaced by one other, so that offsets stay.
_SPECIAL = re.compile("[\r\0\f\u2028\u2029\ufdd0\ufdd1\ufffc]")
_SPACES = frozenset("\r\f\u2028\u2029")


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a text.

    Attributes:
        start: its first offset, in code points of the whole text.
        end: one past its last code point.
        text: the text for Qt, `end - start` code points long.
        whole: code points of the whole text.
        wide: offsets in `text`, ascending, of the code points that take two UTF-16 units.
    """

    start: int
    end: int
    text: str
    whole: int
    wide: tuple[int, ...]

    @classmethod
    def around(cls, text: str, offset: int) -> Self:
        """Return the part of a text with an offset in its middle, as far as possible."""
        size = _MAX_PART if _has_short_lines(text, offset) else _MAX_PART_OF_LINE
        start = max(0, min(offset - size // 2, len(text) - size))
        end = min(len(text), start + size)
        start, end = _line_start(text, start), _line_end(text, end)
        shown = _SPECIAL.sub(_replacement, text[start:end])
        return cls(start, end, shown, len(text), tuple(m.start() for m in _WIDE.finditer(shown)))

    def holds(self, start: int, end: int) -> bool:
        """Return whether a span of the whole text lies in this part."""
        return self.start <= start and end <= self.end

    def position(self, offset: int) -> int:
        """Map an offset of the whole text to a position in Qt's document, in UTF-16 units."""
        inside = min(max(0, offset - self.start), len(self.text))
        return inside + bisect_left(self.wide, inside)


def _replacement(match: re.Match[str]) -> str:
    return " " if match[0] in _SPACES else "\ufffd"


def _has_short_lines(text: str, offset: int) -> bool:
    start, end = max(0, offset - _MAX_PART // 2), offset + _MAX_PART // 2
    lines = text[start:end].split("\n")
    return max(map(len, lines)) <= _LONG_LINE


def _line_start(text: str, at: int) -> int:
    start = text.find("\n", at, at + _LINE_END) + 1
    return start if at and start else at


def _line_end(text: str, at: int) -> int:
    end = text.rfind("\n", at - _LINE_END, at)
    return end if at < len(text) and end >= 0 else at
