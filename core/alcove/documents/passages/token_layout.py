"""A document measured in tokens: what splitting needs to know before it cuts."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from alcove.documents.passages.encoder_text import BLOB, context_line
from alcove.documents.passages.sentences import line_starts, sentence_starts
from alcove.records import Document, Heading

SPECIAL_TOKENS = 2  # the model adds one before and one after every text
_LEAST = 8  # tokens of its own that a passage may have at least, however long its headings

Spans = list[tuple[int, int]]


class Tokenizer(Protocol):
    """What splitting needs of a model: where its tokens are."""

    def token_spans(self, texts: Sequence[str]) -> list[Spans]:
        """Return for each text (start, end) of its tokens, in code points, none of them special."""


@dataclass(frozen=True, slots=True)
class TokenLayout:
    """A document's tokens and the places where it may be cut; all lists ascend.

    Attributes:
        text: the document's text.
        starts: offset at which each token begins.
        spans: (start, end) of each token.
        headings: offset of each heading.
        paths: for n headings passed, those that the text then stands under; one more than headings.
        budgets: for n headings passed, how many tokens a passage that begins there may have.
        sentences: offsets at which sentences begin.
        lines: offsets at which lines begin.
    """

    text: str
    starts: list[int]
    spans: Spans
    headings: list[int]
    paths: list[tuple[str, ...]]
    budgets: list[int]
    sentences: list[int]
    lines: list[int]

    def section(self, token: int) -> int:
        """Return how many headings have been passed where a token begins."""
        return bisect_right(self.headings, self.starts[token]) if self.starts else 0

    def token_at(self, offset: int) -> int:
        """Return the first token that begins at an offset or after it."""
        return bisect_left(self.starts, offset)

    def edge(self, token: int) -> int:
        """Return the offset at which the text of a token begins; past the last, the end."""
        return self.starts[token] if token < len(self.starts) else len(self.text)


def lay_out(document: Document, tokenizer: Tokenizer, max_tokens: int) -> TokenLayout:
    """Measure a document for an encoder with a window of `max_tokens`."""
    spans = _spans(document.text, tokenizer)
    paths = _paths(document.headings)
    lines = [context_line(document.title, path) for path in paths]
    room = max_tokens - SPECIAL_TOKENS
    return TokenLayout(
        text=document.text,
        starts=[start for start, _ in spans],
        spans=spans,
        headings=[heading.start for heading in document.headings],
        paths=paths,
        budgets=[max(_LEAST, room - len(line)) for line in tokenizer.token_spans(lines)],
        sentences=sentence_starts(document.text),
        lines=line_starts(document.text),
    )


def _spans(text: str, tokenizer: Tokenizer) -> Spans:
    """Return the tokens of a text, encoded data counted as the one token that it is given as."""
    blobs = [found.span() for found in BLOB.finditer(text)]
    begins = [0, *(end for _, end in blobs)]
    ends = [*(start for start, _ in blobs), len(text)]
    pieces = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    first, *others = tokenizer.token_spans(pieces)
    for blob, shift, spans in zip(blobs, begins[1:], others, strict=True):
        first.append(blob)
        first.extend((start + shift, end + shift) for start, end in spans)
    return first


def _paths(headings: Sequence[Heading]) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = [()]
    open_ones: list[Heading] = []
    for heading in headings:
        while open_ones and open_ones[-1].level >= heading.level:
            open_ones.pop()
        open_ones.append(heading)
        paths.append(tuple(outer.text for outer in open_ones))
    return paths
