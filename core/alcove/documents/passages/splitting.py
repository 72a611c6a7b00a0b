"""Split a document into passages (chunking) that fill the encoder's window.

A passage ends at a heading or the end of a sentence where it can.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from alcove.documents.passages.encoder_text import context_line, encoder_text
from alcove.documents.passages.token_layout import SPECIAL_TOKENS, Tokenizer, TokenLayout, lay_out
from alcove.records import Document, Passage

__all__ = ["Tokenizer", "encoder_text", "split"]

_OVERLAP = 32  # tokens that a passage may repeat of the one before it


def split(document: Document, tokenizer: Tokenizer, max_tokens: int) -> list[Passage]:
    """Split a document into passages.

    A document that fits into one window stays whole. Otherwise each passage fills the window and
    ends before a heading where one is near, else after a sentence, else after a line, else after
    a word; small sections stay together. Neighbours within a section share up to `_OVERLAP`
    tokens of whole sentences. Every character that is not white space is in some passage.

    Args:
        document: the document to split.
        tokenizer: the encoder's tokenizer.
        max_tokens: the encoder's window; `encoder_text` of each passage fits into it.
    """
    layout = lay_out(document, tokenizer, max_tokens)
    if _fits(document, layout, tokenizer, max_tokens):
        ranges: Iterator[tuple[int, int]] = iter([(0, len(layout.starts))])
    else:
        ranges = _token_ranges(layout)
    return [passage for range_ in ranges if (passage := _passage(document, layout, *range_))]


def _fits(document: Document, layout: TokenLayout, tokenizer: Tokenizer, max_tokens: int) -> bool:
    room = max_tokens - SPECIAL_TOKENS - len(layout.starts)
    if room < 0 or not layout.starts:
        return not layout.starts
    path = layout.paths[layout.section(0)]
    line = context_line(document.title, path, document.text.lstrip())
    return len(tokenizer.token_spans([line])[0]) <= room


def _passage(document: Document, layout: TokenLayout, first: int, last: int) -> Passage | None:
    start, end = layout.edge(first) if first else 0, layout.edge(last)
    passage_text = layout.text[start:end]
    start, end = end - len(passage_text.lstrip()), start + len(passage_text.rstrip())
    if start >= end:
        return None
    path = layout.paths[layout.section(first)]
    if document.page_starts:
        return Passage(start, end, bisect_right(document.page_starts, start), None, path)
    return Passage(start, end, None, bisect_right(layout.lines, start), path)


def _token_ranges(layout: TokenLayout) -> Iterator[tuple[int, int]]:
    """Yield (first token, one past the last) of each passage."""
    first, count = 0, len(layout.starts)
    overlap = min(_OVERLAP, min(layout.budgets) // 4)
    while True:
        limit = first + layout.budgets[layout.section(first)]
        if limit >= count:
            yield first, count
            return
        last = _best_end(layout, first, limit)
        yield first, last
        first = _next_start(layout, max(first + 1, last - overlap), last)


def _best_end(layout: TokenLayout, first: int, limit: int) -> int:
    """Return the best end of a passage from `first`: one past its last token, at most `limit`."""
    quarter = first + (limit - first) // 4
    half = first + (limit - first) // 2
    for boundaries, least in (
        (layout.headings, quarter),
        (layout.sentences, half),
        (layout.lines, quarter),
    ):
        end = _last_boundary(layout, boundaries, least, limit)
        if end:
            return end
    for token in range(limit, half, -1):
        if _between_words(layout, token):
            return token
    return limit - (limit - first) // 4  # inside a word: its parts may have more tokens


def _last_boundary(
    layout: TokenLayout, boundaries: Sequence[int], least: int, limit: int
) -> int | None:
    """Return the token at the last boundary up to `limit`; None if it is not after `least`."""
    at = bisect_right(boundaries, layout.starts[limit]) - 1
    token = layout.token_at(boundaries[at]) if at >= 0 else 0
    return token if token > least else None


def _between_words(layout: TokenLayout, token: int) -> bool:
    start = layout.starts[token]
    before, after = layout.text[start - 1], layout.text[start]
    return layout.spans[token - 1][1] < start or not (before.isalnum() and after.isalnum())


def _next_start(layout: TokenLayout, earliest: int, last: int) -> int:
    """Return the next passage's first token: about a sentence back, but never across a heading."""
    heading = bisect_right(layout.headings, layout.starts[last]) - 1
    since = layout.starts[earliest]
    if heading >= 0:
        since = max(since, layout.headings[heading])
    at = bisect_left(layout.sentences, since)
    if at == len(layout.sentences):
        return last
    return max(earliest, min(last, layout.token_at(layout.sentences[at])))
