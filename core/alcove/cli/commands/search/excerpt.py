"""Format a hit's snippet for a terminal: evidence, matching words in bold, page or line."""

from collections.abc import Iterator

import click

from alcove.documents.formats import SHEETS, SLIDES, WITHOUT_LINES
from alcove.search import Hit
from alcove.search.answer.excerpt import Excerpt
from alcove.search.answer.excerpt import excerpt as excerpt_of


def excerpt(hit: Hit) -> str:
    """Return one line of a hit's passage as the snippet; empty if the hit has none.

    Control characters are left out: a document must not steer a terminal.
    """
    if hit.passage is None:
        return ""
    shown = excerpt_of(hit.passage, hit.evidence)
    return "".join(_parts(shown))


def plain(text: str) -> str:
    """Return the text on one line without control characters; keep one blank at either end."""
    line = " ".join(f"|{text}|".split())[1:-1]
    return "".join(char for char in line if char.isprintable())


def place(hit: Hit) -> str:
    """Return the hit's page, sheet, slide or line, such as "page 3"; empty if it has none."""
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
