"""Serialize a query back to the query language, so that it can be typed or edited."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from alcove.search.filtering.filters import Filters
from alcove.search.question.dates import day_of
from alcove.search.question.pieces import is_special
from alcove.search.question.query import Query

_AMBIGUOUS = re.compile(r'[\s,]|\A["\uff02„“”«»「『]')
_BARE = re.compile(r"[^\W\d]\S*")  # words that a minus can negate without quotes


def format_query(query: Query) -> str:
    """Return text that parses to the same query, except for `typed`.

    Moments are written as days, the precision of `parse`. `Filters.folder` is not written: the
    query language has only `folders`.
    """
    parts = [
        *_text(query.text, query.phrases),
        *(f"-{_excluded(text)}" for text in query.excluded),
        *_filters(query.filters),
    ]
    if query.similar is not None:
        parts.append(f"similar:{quoted(os.fsdecode(query.similar))}")
    return " ".join(parts)


def quoted(value: str) -> str:
    """Return a value as written after an operator, in quotes if it needs them."""
    return _in_quotes(value) if _AMBIGUOUS.search(value) else value


def _in_quotes(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _text(text: str, phrases: Sequence[str]) -> Iterator[str]:
    """Yield the words, each phrase in quotes at its place among them, else after them."""
    remaining = f" {text} "
    for phrase in phrases:
        before, separator, after = remaining.partition(f" {phrase} ")
        if separator:
            yield from _words(before)
            remaining = f" {after}"
        yield _in_quotes(phrase)
    yield from _words(remaining)


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        yield f"\\{word}" if is_special(word) else word


def _excluded(text: str) -> str:
    return text if _BARE.fullmatch(text) and not is_special(text) else _in_quotes(text)


def _filters(filters: Filters) -> Iterator[str]:
    yield from _listed("type", filters.types, filters.without_types)
    yield from _listed("folder", *map(_typed, (filters.folders, filters.without_folders)))
    yield from _listed("name", filters.names, filters.without_names)
    yield from _listed("lang", filters.languages, filters.without_languages)
    if filters.since is not None:
        yield f"since:{day_of(filters.since)}"
    if filters.until is not None:
        yield f"until:{day_of(filters.until - timedelta(microseconds=1))}"


def _listed(name: str, wanted: Iterable[str], without: Iterable[str]) -> Iterator[str]:
    for sign, values in (("", wanted), ("-", without)):
        written = ",".join(map(quoted, values))
        if written:
            yield f"{sign}{name}:{written}"


def _typed(folders: Iterable[bytes | str]) -> list[str]:
    return [folder if isinstance(folder, str) else os.fsdecode(folder) for folder in folders]
