"""What a question asks, once its operators are understood, and what they are understood from."""

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
    """A question; `parse` makes one from what was typed.

    Attributes:
        typed: as it was typed.
        text: what is searched by words and by meaning: without operators and exclusions, with the
            words of the phrases; one space between words, no lone surrogates.
        phrases: each must occur, word for word.
        excluded: words or phrases of which none may occur.
        filters: what the files must be.
        similar: absolute path of a file that the hits are to be like.
        typing: the last word of `text` may be unfinished.
    """

    typed: str
    text: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    similar: bytes | None = None
    typing: bool = False


def plain(text: str) -> Query:
    """A question that has no operators, whatever stands in it."""
    return Query(text, " ".join(text.split()))


class QueryError(AlcoveError):
    """A part of a question has no sensible reading.

    Attributes:
        start: of that part, in code points of what was typed.
        end: one past its last code point.
    """

    def __init__(self, message: str, start: int, end: int, *, advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.start = start
        self.end = end


def without_text(query: Query) -> QueryError:
    """What is wrong where the file of `query.similar` has no text in the library."""
    found = _SIMILAR.search(query.typed)
    return QueryError(
        "this file has no text in the library",
        *(found.span() if found else (0, len(query.typed))),
        advice="alcove why FILE says what became of it.",
    )


@dataclass(frozen=True, slots=True)
class QueryContext:
    """What the meaning of a date or a path depends on.

    Attributes:
        now: the moment of asking.
        home: the user's folder, absolute: what ~ stands for.
        folder: where relative paths begin, absolute; None where there is no such place.
    """

    now: datetime
    home: str
    folder: str | None = None

    @classmethod
    def here(cls, folder: str | None = None) -> Self:
        """Those of this process, at this moment."""
        return cls(datetime.now().astimezone(), os.path.expanduser("~"), folder)  # noqa: PTH111 - a string is wanted


def with_links_resolved(query: Query) -> Query:
    """The same with paths as the index knows them: the links in them looked up on the disk."""
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
