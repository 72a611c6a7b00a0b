"""The query language: from what people type to what is asked.

    words "a phrase" -without -"a phrase"
    type:pdf,word folder:work name:draft since:2025-03 until:7d lang:de similar:/a/path

A minus before a filter turns it round. Several types, folders or languages are alternatives;
several names must all hold. Quotes are for values with spaces, and a backslash before an operator,
a minus or a quote makes it text. Whatever has no such meaning is text as well.
"""

from collections.abc import Iterable

from alcove.search.question.filters import filters_of
from alcove.search.question.pieces import PieceKind, QueryPiece, is_unfinished, pieces_of
from alcove.search.question.query import Query, QueryContext
from alcove.search.question.values import clean


def parse(typed: str, *, typing: bool = False, around: QueryContext | None = None) -> Query:
    """Understand a question; nothing is looked up on the disk.

    Args:
        typed: any text.
        typing: it is still being typed: a filter or a phrase at its end that is not finished asks
            for nothing yet.
        around: what dates and paths depend on; None for this process at this moment.

    Raises:
        QueryError: a filter has no sensible reading; it says where that stands.
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
    """Whether the last word of the text may go on."""
    return _is_text(piece) and (piece.kind is PieceKind.WORD or not piece.closed)


def _unique(pieces: Iterable[QueryPiece]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_line(piece.text) for piece in pieces))


def _line(text: str) -> str:
    """One space between words, and nothing that cannot be encoded."""
    return clean(" ".join(text.split()))
