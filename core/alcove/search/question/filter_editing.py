"""Changes a filter in what was typed and leaves the rest as it stands: what the chips do."""

from collections.abc import Callable, Sequence

from alcove.search.question.pieces import PieceKind, QueryPiece, pieces_of
from alcove.search.question.serialization import quoted


def filter_values(typed: str, name: str) -> tuple[str, ...]:
    """The values of a filter as they were typed, without quotes; none where it is not there.

    Args:
        typed: a question.
        name: of a filter, such as "type"; those with a minus do not count.
    """
    return tuple(
        value.text for piece in pieces_of(typed) if _is(piece, name) for value in piece.values
    )


def with_filter(typed: str, name: str, values: Sequence[str]) -> str:
    """The same question with these values of a filter in place of those it has.

    A filter goes to the end, or to the beginning where a quotation is still open at the end; what
    has a minus stays. Without values it is taken away.
    """
    rest = _without(typed, name)
    if not values:
        return rest
    written = f"{name}:{','.join(map(quoted, values))}"
    changed = f"{rest} {written}".strip()
    return changed if filter_values(changed, name) else f"{written} {rest}"


def without_filters(typed: str) -> str:
    """The same question with its words and phrases alone, and what it is to be similar to."""
    return _rest(typed, lambda piece: piece.kind is PieceKind.FILTER and piece.text != "similar")


def _without(typed: str, name: str) -> str:
    return _rest(typed, lambda piece: _is(piece, name))


def _rest(typed: str, goes: Callable[[QueryPiece], bool]) -> str:
    kept, at = list[str](), 0
    for piece in pieces_of(typed):
        if goes(piece):
            kept.append(typed[at : piece.start].strip())
            at = piece.end
    kept.append(typed[at:].strip())
    return " ".join(part for part in kept if part)


def _is(piece: QueryPiece, name: str) -> bool:
    return piece.kind is PieceKind.FILTER and piece.text == name and not piece.negated
