"""Parse the query language: typed text → `Query`.

    words "a phrase" -without -"a phrase"
    type:pdf,word folder:work name:draft since:2025-03 until:7d lang:de similar:/a/path

A minus negates a filter. Several types, folders or languages are alternatives; several names must
all match. Quotes enclose values with spaces. A backslash before an operator, a minus or a quote
makes it plain text. Anything without a special meaning is plain text as well.
"""

from collections.abc import Iterable

from alcove.search.question.filters import filters_of
from alcove.search.question.pieces import PieceKind, QueryPiece, is_unfinished, pieces_of
from alcove.search.question.query import Query, QueryContext
from alcove.search.question.values import clean


def parse(typed: str, *, typing: bool = False, around: QueryContext | None = None) -> Query:
    """Parse a query; nothing is looked up on the disk.

    Args:
        typed: any text.
        typing: whether it is still being typed; an unfinished filter or phrase at its end then does
            not restrict the search yet.
        around: the time and folders that dates and paths are relative to; None for this process at
            this moment.

    Raises:
        QueryError: a filter value is invalid; the error has its position.
    """
    pieces = [piece for piece in pieces_of(typed) if piece.text]
    unfinished = pieces[-1] if typing and pieces and pieces[-1].end == len(typed) else None
    if unfinished and unfinished.kind is PieceKind.WORD and is_unfinished(unfinished.text):
        pieces.pop()
        unfinished = None
    filters, similar = filters_of(pieces, around or QueryContext.here(), unfinished)
    finished = [piece for piece in pieces if piece.closed or piece is not unfinished]
    return Query(
        typed=typed,
        text=_line(" ".join(piece.text for piece in pieces if _is_text(piece))),
        phrases=_unique(p for p in finished if _is_text(p) and p.kind is PieceKind.PHRASE),
        excluded=_unique(p for p in finished if p.negated and p.kind is not PieceKind.FILTER),
        filters=filters,
        similar=similar,
        typing=unfinished is not None and _is_open(unfinished),
    )


def _is_text(piece: QueryPiece) -> bool:
    return piece.kind is not PieceKind.FILTER and not piece.negated


def _is_open(piece: QueryPiece) -> bool:
    """Return whether the last word of the text may be unfinished."""
    return _is_text(piece) and (piece.kind is PieceKind.WORD or not piece.closed)


def _unique(pieces: Iterable[QueryPiece]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_line(piece.text) for piece in pieces))


def _line(text: str) -> str:
    """Collapse white space to single spaces and replace what UTF-8 cannot encode."""
    return clean(" ".join(text.split()))
