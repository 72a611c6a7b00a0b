"""What a terminal shows of a passage: the part that answers, with the matching words bold."""

from collections.abc import Iterator

import click

from alcove.search import Hit

_SHOWN = 240  # characters of a passage on the screen
_BEFORE = 60  # of them, at most, that lead up to what answers


def excerpt(hit: Hit) -> str:
    """One line of a hit's passage; empty where it has none.

    Control characters are left out: a document must not steer a terminal.
    """
    if hit.passage is None:
        return ""
    text, shift = hit.passage.text, hit.passage.start
    found = hit.evidence
    start = _start(text, found.sentence[0] - shift if found and found.sentence else 0)
    end = _end(text, start)
    words = [(a - shift, b - shift) for a, b in found.words] if found else []
    shown = "".join(
        click.style(part, bold=True) if matched else part
        for part, matched in _parts(text, start, end, words)
    )
    return f"{'… ' if start else ''}{shown.strip()}{' …' if end < len(text) else ''}"


def plain(text: str) -> str:
    """Text on one line without control characters; blanks at its ends stay as one."""
    line = " ".join(f"|{text}|".split())[1:-1]
    return "".join(char for char in line if char.isprintable())


def _start(text: str, answer: int) -> int:
    """Where to begin: at the passage's beginning, or a little before what answers."""
    if answer <= _BEFORE:
        return 0
    blank = text.find(" ", answer - _BEFORE, answer)
    return answer if blank < 0 else blank + 1


def _end(text: str, start: int) -> int:
    if len(text) - start <= _SHOWN:
        return len(text)
    blank = text.rfind(" ", start + _SHOWN // 2, start + _SHOWN)
    return start + _SHOWN if blank < 0 else blank


def _parts(
    text: str, start: int, end: int, words: list[tuple[int, int]]
) -> Iterator[tuple[str, bool]]:
    """The text from `start` to `end`, and for each part whether it matched."""
    at = start
    for first, last in words:
        if first >= end or last <= at:
            continue
        yield plain(text[at : max(at, first)]), False
        yield plain(text[max(at, first) : min(last, end)]), True
        at = min(last, end)
    yield plain(text[at:end]), False
