"""What a terminal shows of a hit: the part that answers, the matching words bold, and its place."""

from collections.abc import Iterator

import click

from alcove.documents.formats import SHEETS, SLIDES, WITHOUT_LINES
from alcove.search import Hit
from alcove.search.answer.excerpt import Excerpt
from alcove.search.answer.excerpt import excerpt as excerpt_of


def excerpt(hit: Hit) -> str:
    """One line of a hit's passage; empty where it has none.

    Control characters are left out: a document must not steer a terminal.
    """
    if hit.passage is None:
        return ""
    shown = excerpt_of(hit.passage, hit.evidence)
    return "".join(_parts(shown))


def plain(text: str) -> str:
    """Text on one line without control characters; blanks at its ends stay as one."""
    line = " ".join(f"|{text}|".split())[1:-1]
    return "".join(char for char in line if char.isprintable())


def place(hit: Hit) -> str:
    """Where in its file the hit is, as the file's own program counts; empty where it counts not."""
    if hit.page:
        unit = "sheet" if hit.format in SHEETS else "slide" if hit.format in SLIDES else "page"
        return f"{unit} {hit.page}"
    return f"line {hit.line}" if hit.line and hit.format not in WITHOUT_LINES else ""


def _parts(shown: Excerpt) -> Iterator[str]:
    at = 0
    for start, end in shown.words:
        yield shown.text[at:start]
        yield click.style(shown.text[start:end], bold=True)
        at = end
    yield shown.text[at:]
