"""From the filters among the pieces of a question to what the files must be."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from alcove.paths import ends_in_separator, parent_of
from alcove.search.filtering.filters import Filters
from alcove.search.question import values
from alcove.search.question.pieces import FilterValue, PieceKind, QueryPiece
from alcove.search.question.query import QueryContext, QueryError


@dataclass(slots=True)
class _FilterLists:
    """What is asked for, or left out, in the order in which it was typed; each once."""

    types: dict[str, None] = field(default_factory=dict)
    folders: dict[bytes | str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    languages: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _CollectedFilters:
    """Everything that filters say."""

    wanted: _FilterLists = field(default_factory=_FilterLists)
    without: _FilterLists = field(default_factory=_FilterLists)
    since: list[datetime] = field(default_factory=list)
    until: list[datetime] = field(default_factory=list)
    similar: bytes | None = None


def filters_of(
    pieces: Iterable[QueryPiece], around: QueryContext, unfinished: QueryPiece | None
) -> tuple[Filters, bytes | None]:
    """What the files must be, and the file that they are to be like.

    Args:
        pieces: those of a question; what is no filter does not matter.
        around: what dates and paths depend on.
        unfinished: the piece that is being typed: its last value is left out if it is wrong yet.

    Raises:
        QueryError: a value means nothing.
    """
    found = _CollectedFilters()
    for piece in pieces:
        if piece.kind is PieceKind.FILTER:
            try:
                _collect(piece, around, found, typing=piece is unfinished)
            except QueryError:
                if piece is not unfinished:
                    raise
    return _filters(found), found.similar


def _collect(
    piece: QueryPiece, around: QueryContext, found: _CollectedFilters, *, typing: bool
) -> None:
    lists = found.without if piece.negated else found.wanted
    for value in piece.values:
        match piece.text:
            case "type":
                lists.types |= dict.fromkeys(values.types(value))
            case "lang":
                lists.languages |= dict.fromkeys(values.languages(value))
            case "name":
                lists.names |= dict.fromkeys(values.names(value))
            case "folder":
                folder = values.folder(value, around)
                goes_on = typing and not (piece.negated or value.closed)
                lists.folders[_begun(folder, value) if goes_on else folder] = None
            case "similar":
                found.similar = _similar(piece, value, around, found.similar)
            case _:
                _collect_date(piece, values.span(value, around), found)


def _begun(folder: bytes | str, value: FilterValue) -> bytes | str:
    """Any folder whose name begins like the one that is being typed."""
    if ends_in_separator(value.text):
        return folder
    if isinstance(folder, bytes):
        return parent_of(folder)
    return folder if folder.endswith("*") else f"{folder}*"


def _similar(
    piece: QueryPiece, value: FilterValue, around: QueryContext, before: bytes | None
) -> bytes | None:
    if piece.negated or before is not None:
        raise QueryError(
            "similar: can be used only once" if before else "similar: cannot be excluded",
            *(piece.start, piece.end),
            advice="Remove it; a minus works before words and the other filters.",
        )
    return values.file(value, around)


def _collect_date(
    piece: QueryPiece, span: tuple[datetime, datetime], found: _CollectedFilters
) -> None:
    """Not since a day is until the one before it, and the other way round."""
    first, after = span
    if piece.text == "since":
        (found.until if piece.negated else found.since).append(first)
    else:
        (found.since if piece.negated else found.until).append(after)


def _filters(found: _CollectedFilters) -> Filters:
    return Filters(
        types=tuple(found.wanted.types),
        since=max(found.since, default=None),
        until=min(found.until, default=None),
        folders=tuple(found.wanted.folders),
        names=tuple(found.wanted.names),
        languages=tuple(found.wanted.languages),
        without_types=tuple(found.without.types),
        without_folders=tuple(found.without.folders),
        without_names=tuple(found.without.names),
        without_languages=tuple(found.without.languages),
    )
