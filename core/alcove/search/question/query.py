"""The parsed query, the context for parsing it, and the error for an invalid one."""

import os
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from alcove.errors import AlcoveError
from alcove.paths import real, real_entry
from alcove.search.filtering.filters import Filters

_SIMILAR = re.compile(r'(?<!\S)similar:(?:"[^"]*"|\S*)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; `parse` makes one from typed text.

    Attributes:
        typed: the text as typed.
        text: the text for both arms: without operators and exclusions, with the words of the
            phrases; one space between words, no lone surrogates.
        phrases: each must occur verbatim.
        excluded: words and phrases that must not occur.
        filters: the conditions on files.
        similar: absolute path of a file that the hits should resemble; None without one.
        typing: whether the last word of `text` may be unfinished.
    """

    typed: str
    text: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    similar: bytes | None = None
    typing: bool = False


def plain(text: str) -> Query:
    """Return a query that takes the whole text literally, operators included."""
    return Query(text, " ".join(text.split()))


class QueryError(AlcoveError):
    """A part of a query is invalid.

    Attributes:
        start: of that part, in code points of the typed text.
        end: one past its last code point.
    """

    def __init__(self, message: str, start: int, end: int, *, advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.start = start
        self.end = end


def without_text(query: Query) -> QueryError:
    """Return the error for a `query.similar` that has no text in the library."""
    match = _SIMILAR.search(query.typed)
    return QueryError(
        "this file has no text in the library",
        *(match.span() if match else (0, len(query.typed))),
        advice="alcove why FILE says what became of it.",
    )


@dataclass(frozen=True, slots=True)
class QueryContext:
    """The time and folders that dates and paths in a query are relative to.

    Attributes:
        now: the moment of the search.
        home: absolute path of the user's home, for ~.
        folder: absolute path that relative paths start from; None if there is none.
    """

    now: datetime
    home: str
    folder: str | None = None

    @classmethod
    def here(cls, folder: str | None = None) -> Self:
        """Return the context of this process at this moment."""
        return cls(datetime.now().astimezone(), os.path.expanduser("~"), folder)  # noqa: PTH111 - a string is wanted


def with_links_resolved(query: Query) -> Query:
    """Return the query with symbolic links in its paths resolved, as the index stores paths."""
    filters = replace(
        query.filters,
        folders=tuple(map(_real, query.filters.folders)),
        without_folders=tuple(map(_real, query.filters.without_folders)),
    )
    if query.similar is None:
        return replace(query, filters=filters)
    return replace(query, filters=filters, similar=real_entry(query.similar))


def _real(folder: bytes | str) -> bytes | str:
    return real(folder) if isinstance(folder, bytes) else folder
