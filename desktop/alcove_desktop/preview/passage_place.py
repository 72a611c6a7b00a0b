"""Map a passage and its evidence to spans of the text and to marks on a page, for highlighting."""

from collections.abc import Sequence
from typing import Protocol

from alcove.index.at_path import StoredDocument
from alcove.search import Evidence, PassageText
from alcove_desktop.preview.rendering.page_requests import MAX_MARKS, TextMark

Span = tuple[int, int]
"""[start, end) in code points of a document's text."""

_BEFORE = 200  # characters before a mark, to tell apart texts that a page has twice


class PassagePlace(Protocol):
    """A passage of a document: a hit, or another passage of the same document."""

    @property
    def passage(self) -> PassageText | None:
        """The passage; None for a file that was found by its name."""

    @property
    def page(self) -> int | None:
        """The page on which it starts, from 1; None without pages."""

    @property
    def evidence(self) -> Evidence | None:
        """The evidence in the passage; None if there is none."""


def marked(place: PassagePlace) -> tuple[Span, ...]:
    """Return the spans to highlight: the sentence that answers, else the matched words."""
    if place.evidence is None:
        return ()
    return (place.evidence.sentence,) if place.evidence.sentence else place.evidence.words


def start_of(place: PassagePlace) -> int:
    """Return the offset to show first: the first highlight, else the start of the passage."""
    spans = marked(place)
    if spans:
        return spans[0][0]
    return place.passage.start if place.passage else 0


def spans_on(document: StoredDocument, page: int, spans: Sequence[Span]) -> list[Span]:
    """Return the spans that lie on a page, from 1, at least in part; at most `MAX_MARKS`."""
    start, end = document.page_span(page)
    return [span for span in spans if span[0] < end and span[1] > start][:MAX_MARKS]


def marks_on(document: StoredDocument, page: int, spans: Sequence[Span]) -> tuple[TextMark, ...]:
    """Return a mark for the part of each span that lies on a page, from 1; all must touch it."""
    text, (start, end) = document.text, document.page_span(page)
    clipped = [(max(start, a), min(end, b)) for a, b in spans]
    return tuple(TextMark(text[a:b], text[max(start, a - _BEFORE) : a]) for a, b in clipped)
