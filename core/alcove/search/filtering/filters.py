"""Filter a search by type, folder, name, date and language."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from alcove.index.filtering import conditions
from alcove.index.filtering.conditions import Condition
from alcove.index.filtering.passing import passing
from alcove.index.opening import data_version

_LATEST = (1 << 63) - 1  # nanoseconds since the epoch, the most that SQLite can hold: year 2262


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a query; a file must pass all of them.

    Attributes:
        types: formats such as "pdf"; a file must have one of them; empty for all.
        folder: absolute path as bytes; only files below it pass, whatever `folders` says.
        since: last changed at this moment or later, with zone.
        until: last changed before this moment, with zone.
        folders: a file must be below one of these: absolute paths as bytes; or text, the name of a
            directory below the library's folders or the end of its path, such as work/2025.
        names: words and patterns; the file's name must match all of them.
        languages: ISO 639-1; a document must be in one of them.
        without_types: excluded formats.
        without_folders: excluded folders.
        without_names: words and patterns; names that match one are excluded.
        without_languages: excluded languages.
    """

    types: tuple[str, ...] = ()
    folder: bytes | None = None
    since: datetime | None = None
    until: datetime | None = None
    folders: tuple[bytes | str, ...] = ()
    names: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    without_types: tuple[str, ...] = ()
    without_folders: tuple[bytes | str, ...] = ()
    without_names: tuple[str, ...] = ()
    without_languages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether any filter is set."""
        return self != Filters()

    def where(self, *, languages: bool = True) -> Condition:
        """Return the condition on files.

        Without `languages` it has no condition on documents, for documents that already passed.
        """
        parts = list(self._parts())
        if languages and (self.languages or self.without_languages):
            parts.append(self._languages())
        return conditions.all_of(parts)

    def of_documents(self) -> Condition:
        """Return the condition on the documents of such a file."""
        parts = []
        if self.languages:
            parts.append(conditions.is_in_language(self.languages))
        if self.without_languages:
            parts.append(conditions.is_in_no_language(self.without_languages))
        return conditions.all_of(parts)

    def _parts(self) -> Iterator[Condition]:
        if self.types:
            yield conditions.has_format(self.types)
        if self.without_types:
            yield conditions.negated(conditions.has_format(self.without_types))
        if self.folder is not None:
            yield conditions.is_below(self.folder)
        if self.folders:
            yield conditions.any_of(map(_is_in, self.folders))
        if self.without_folders:
            yield conditions.negated(conditions.any_of(map(_is_in, self.without_folders)))
        if self.since is not None:
            yield conditions.changed_since(_nanoseconds(self.since))
        if self.until is not None:
            yield conditions.changed_before(_nanoseconds(self.until))
        yield from map(conditions.is_named, self.names)
        yield from (conditions.negated(conditions.is_named(name)) for name in self.without_names)

    def _languages(self) -> Condition:
        """Return the condition: some document in the languages, or no text if none is required."""
        in_them = conditions.has_some_document(self.of_documents())
        return in_them if self.languages else conditions.any_of((in_them, conditions.has_no_text()))


@dataclass(frozen=True, slots=True)
class AllowedIds:
    """The ids of the documents and files that pass the filters; int64, ascending."""

    documents: NDArray[np.int64]
    files: NDArray[np.int64]

    def has_documents(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return for each document id (n,) whether it passes, bool (n,)."""
        return np.isin(ids, self.documents)

    def has_files(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return for each file id (n,) whether it passes, bool (n,)."""
        return np.isin(ids, self.files)


def allowed(connection: sqlite3.Connection, filters: Filters) -> AllowedIds | None:
    """Look up the ids that pass; None without a filter."""
    if not filters:
        return None
    return AllowedIds(*passing(connection, filters.where(), filters.of_documents()))


class FilterGate:
    """Looks up the ids that pass and caches them until the index changes. For one thread only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._key: tuple[Filters, int] | None = None
        self._cached: AllowedIds | None = None

    def allowed(self, filters: Filters) -> AllowedIds | None:
        """Return the same as `allowed`, from the cache if filters and index are unchanged."""
        version = data_version(self._connection)
        if self._key != (filters, version):
            self._cached = allowed(self._connection, filters)
            self._key = filters, version
        return self._cached


def _is_in(folder: bytes | str) -> Condition:
    return (
        conditions.is_below(folder)
        if isinstance(folder, bytes)
        else conditions.is_in_folder_named(folder)
    )


def _nanoseconds(moment: datetime) -> int:
    nanoseconds = round(moment.timestamp() * 1_000_000) * 1000
    return max(-_LATEST, min(nanoseconds, _LATEST))
