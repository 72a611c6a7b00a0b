"""Tokenize a document and find the boundaries at which splitting may end a passage."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from alcove.documents.passages.encoder_text import BLOB, context_line
from alcove.documents.passages.sentences import line_starts, sentence_starts
from alcove.records import Document, Heading

SPECIAL_TOKENS = 2  # the model adds one before and one after every text
_MIN_BUDGET = 8  # tokens of a passage's own text, however long its headings are

Spans = list[tuple[int, int]]


class Tokenizer(Protocol):
    """A tokenizer that reports where its tokens are in a text; all that splitting needs."""

    def token_spans(self, texts: Sequence[str]) -> list[Spans]:
        """Return (start, end) of each text's tokens, in code points, without special tokens."""


@dataclass(frozen=True, slots=True)
class TokenLayout:
    """A document's tokens and the boundaries at which it may be split; all lists ascend.

    Attributes:
        text: the document's text.
        starts: offset at which each token begins.
        spans: (start, end) of each token.
        headings: offset of each heading.
        paths: at index n, the headings above the text that follows n headings, outermost first;
            one entry more than `headings`.
        budgets: at index n, the most tokens of a passage that begins after n headings.
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
        """Return the number of headings at or before the start of a token."""
        return bisect_right(self.headings, self.starts[token]) if self.starts else 0

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def edge(self, token: int) -> int:
        """Return the offset at which a token begins; past the last token, the end of the text."""
        return self.starts[token] if token < len(self.starts) else len(self.text)


def lay_out(document: Document, tokenizer: Tokenizer, max_tokens: int) -> TokenLayout:
    """Tokenize a document for an encoder with a window of `max_tokens`."""
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
        budgets=[max(_MIN_BUDGET, room - len(line)) for line in tokenizer.token_spans(lines)],
        sentences=sentence_starts(document.text),
        lines=line_starts(document.text),
    )


def _spans(text: str, tokenizer: Tokenizer) -> Spans:
    """Return (start, end) of a text's tokens; encoded data counts as one token, its "…"."""
    blobs = [match.span() for match in BLOB.finditer(text)]
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
    enclosing: list[Heading] = []
    for heading in headings:
        while enclosing and enclosing[-1].level >= heading.level:
            enclosing.pop()
        enclosing.append(heading)
        paths.append(tuple(outer.text for outer in enclosing))
    return paths
