"""Edit one filter in the typed text and keep the rest verbatim; for the window's filter chips."""

from collections.abc import Callable, Sequence

from alcove.search.question.pieces import PieceKind, QueryPiece, pieces_of
from alcove.search.question.serialization import quoted


def filter_values(typed: str, name: str) -> tuple[str, ...]:
    """Return the values of a filter as typed, without quotes; empty if the filter is absent.

    Args:
        typed: the query as typed.
        name: of a filter, such as "type"; negated filters do not count.
    """
    return tuple(
        value.text for piece in pieces_of(typed) if _is(piece, name) for value in piece.values
    )


def with_filter(typed: str, name: str, values: Sequence[str]) -> str:
    """Return the query with these values of a filter in place of its present ones.

    The filter goes to the end, or to the beginning if a quotation is still open at the end. Negated
    filters stay. Without values, the filter is removed.
    """
    rest = _without(typed, name)
    if not values:
        return rest
    written = f"{name}:{','.join(map(quoted, values))}"
    changed = f"{rest} {written}".strip()
    return changed if filter_values(changed, name) else f"{written} {rest}"


def without_filters(typed: str) -> str:
    """Return the query with only its words, its phrases and its `similar:`."""
    return _rest(typed, lambda piece: piece.kind is PieceKind.FILTER and piece.text != "similar")


def _without(typed: str, name: str) -> str:
    return _rest(typed, lambda piece: _is(piece, name))


def _rest(typed: str, is_removed: Callable[[QueryPiece], bool]) -> str:
    parts, at = list[str](), 0
    for piece in pieces_of(typed):
        if is_removed(piece):
            parts.append(typed[at : piece.start].strip())
            at = piece.end
    parts.append(typed[at:].strip())
    return " ".join(part for part in parts if part)


def _is(piece: QueryPiece, name: str) -> bool:
    return piece.kind is PieceKind.FILTER and piece.text == name and not piece.negated
