"""Build `Filters` from the filter pieces of a query."""

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
    """Required or excluded values, deduplicated, in the order typed (dicts as ordered sets)."""

    types: dict[str, None] = field(default_factory=dict)
    folders: dict[bytes | str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    languages: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _CollectedFilters:
    """All filter values of a query."""

    wanted: _FilterLists = field(default_factory=_FilterLists)
    without: _FilterLists = field(default_factory=_FilterLists)
    since: list[datetime] = field(default_factory=list)
    until: list[datetime] = field(default_factory=list)
    similar: bytes | None = None


def filters_of(
    pieces: Iterable[QueryPiece], around: QueryContext, unfinished: QueryPiece | None
) -> tuple[Filters, bytes | None]:
    """Return the filters and the path of `similar:`, None without it.

    Args:
        pieces: of a query; other kinds than filters are ignored.
        around: the time and folders that dates and paths are relative to.
        unfinished: the piece that is still being typed; its last value is ignored while invalid.

    Raises:
        QueryError: a value is invalid.
    """
    collected = _CollectedFilters()
    for piece in pieces:
        if piece.kind is PieceKind.FILTER:
            try:
                _collect(piece, around, collected, typing=piece is unfinished)
            except QueryError:
                if piece is not unfinished:
                    raise
    return _filters(collected), collected.similar


def _collect(
    piece: QueryPiece, around: QueryContext, collected: _CollectedFilters, *, typing: bool
) -> None:
    target = collected.without if piece.negated else collected.wanted
    for value in piece.values:
        match piece.text:
            case "type":
                target.types |= dict.fromkeys(values.types(value))
            case "lang":
                target.languages |= dict.fromkeys(values.languages(value))
            case "name":
                target.names |= dict.fromkeys(values.names(value))
            case "folder":
                folder = values.folder(value, around)
                is_open = typing and not (piece.negated or value.closed)
                target.folders[_with_prefix(folder, value) if is_open else folder] = None
            case "similar":
                collected.similar = _similar(piece, value, around, collected.similar)
            case _:
                _collect_date(piece, values.span(value, around), collected)


def _with_prefix(folder: bytes | str, value: FilterValue) -> bytes | str:
    """Return a filter for all folders whose names begin like the one being typed."""
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
    piece: QueryPiece, span: tuple[datetime, datetime], collected: _CollectedFilters
) -> None:
    """Add a date; "not since a day" means "until the day before", and the other way round."""
    first, after = span
    if piece.text == "since":
        (collected.until if piece.negated else collected.since).append(first)
    else:
        (collected.since if piece.negated else collected.until).append(after)


def _filters(collected: _CollectedFilters) -> Filters:
    return Filters(
        types=tuple(collected.wanted.types),
        since=max(collected.since, default=None),
        until=min(collected.until, default=None),
        folders=tuple(collected.wanted.folders),
        names=tuple(collected.wanted.names),
        languages=tuple(collected.wanted.languages),
        without_types=tuple(collected.without.types),
        without_folders=tuple(collected.without.folders),
        without_names=tuple(collected.without.names),
        without_languages=tuple(collected.without.languages),
    )
