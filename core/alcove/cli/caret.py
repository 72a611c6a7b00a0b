"""A line of what was typed, with a mark below the part that is meant."""

import unicodedata

_BEFORE, _SHOWN = 40, 72  # code points before the part, and in all


def marked(text: str, start: int, end: int) -> tuple[str, str]:
    """The text around a part, on one line, and the line with carets to go below it.

    Args:
        text: any text.
        start: of the part, in code points.
        end: one past its last code point.
    """
    first = start - _BEFORE if start > _BEFORE else 0
    last = min(len(text), first + _SHOWN)
    lead = "…" if first else ""
    line = lead + _plain(text[first:last]) + ("…" if last < len(text) else "")
    indent = len(lead) + _columns(text[first:start])
    return line, " " * indent + "^" * max(1, _columns(text[start : min(end, last)]))


def _plain(text: str) -> str:
    """Nothing that a terminal would obey; each character in its place."""
    return "".join(_as_shown(char) for char in text)


def _as_shown(char: str) -> str:
    if char.isspace():
        return " "
    return char if char.isprintable() else "\ufffd"


def _columns(text: str) -> int:
    """How wide a terminal shows it: https://www.unicode.org/reports/tr11/."""
    return sum(_width(_as_shown(char)) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
