"""Where in a document something is to be seen, and how that is told to those who show it."""

from collections.abc import Sequence
from typing import Protocol

from alcove.index.at_path import StoredDocument
from alcove.search import Evidence, PassageText
from alcove_desktop.preview.rendering.page_requests import MAX_MARKS, TextMark

Span = tuple[int, int]
"""[start, end) in code points of a document's text."""

_BEFORE = 200  # characters that tell apart what a page has twice


class PassagePlace(Protocol):
    """A passage of a document: a hit, or another passage of the same document."""

    @property
    def passage(self) -> PassageText | None:
        """What is shown; None for a file that was found by its name."""

    @property
    def page(self) -> int | None:
        """Where it starts, from 1; None without pages."""

    @property
    def evidence(self) -> Evidence | None:
        """What in it answers."""


def marked(place: PassagePlace) -> tuple[Span, ...]:
    """What is to be marked: the sentence that answers, else the words that were found."""
    if place.evidence is None:
        return ()
    return (place.evidence.sentence,) if place.evidence.sentence else place.evidence.words


def start_of(place: PassagePlace) -> int:
    """Where to look first: at what is marked, else where the passage begins."""
    spans = marked(place)
    if spans:
        return spans[0][0]
    return place.passage.start if place.passage else 0


def spans_on(document: StoredDocument, page: int, spans: Sequence[Span]) -> list[Span]:
    """Those of these spans that stand on a page, from 1, at least in part."""
    start, end = document.page_span(page)
    return [span for span in spans if span[0] < end and span[1] > start][:MAX_MARKS]


def marks_on(document: StoredDocument, page: int, spans: Sequence[Span]) -> tuple[TextMark, ...]:
    """What of these spans is to be found on a page, from 1, where all of them stand."""
    text, (start, end) = document.text, document.page_span(page)
    cut = [(max(start, a), min(end, b)) for a, b in spans]
    return tuple(TextMark(text[a:b], text[max(start, a - _BEFORE) : a]) for a, b in cut)
