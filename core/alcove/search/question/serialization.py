"""From a question back to the language in which it can be typed: what the window's chips write."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from alcove.search.filtering.filters import Filters
from alcove.search.question.dates import day_of
from alcove.search.question.pieces import is_special
from alcove.search.question.query import Query

_AMBIGUOUS = re.compile(r'[\s,]|\A["\uff02„“”«»「『]')
_BARE = re.compile(r"[^\W\d]\S*")  # what a minus can stand before


def format_query(query: Query) -> str:
    """What can be typed to ask the same; `parse` of it differs from the query only in `typed`.

    Moments are written as their days, in which `parse` gives them. `Filters.folder` is not
    written: the language knows `folders`.
    """
    parts = [
        *_text(query.text, query.phrases),
        *(f"-{_excluded(one)}" for one in query.excluded),
        *_filters(query.filters),
    ]
    if query.similar is not None:
        parts.append(f"similar:{quoted(os.fsdecode(query.similar))}")
    return " ".join(parts)


def quoted(value: str) -> str:
    """A value as it stands after an operator: in quotes where it needs them."""
    return _in_quotes(value) if _AMBIGUOUS.search(value) else value


def _in_quotes(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _text(text: str, phrases: Sequence[str]) -> Iterator[str]:
    """The words, each phrase in quotes where it stands among them, or else behind them."""
    rest = f" {text} "
    for phrase in phrases:
        before, found, after = rest.partition(f" {phrase} ")
        if found:
            yield from _words(before)
            rest = f" {after}"
        yield _in_quotes(phrase)
    yield from _words(rest)


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
