"""What a search is limited to: types, folders, names, dates, languages."""

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

_LATEST = (1 << 63) - 1  # nanoseconds since the epoch that SQLite can hold: the year 2262


@dataclass(frozen=True, slots=True)
class Filters:
    """Only files for which all of this holds.

    Attributes:
        types: formats such as "pdf", of which a file must have one; empty for all.
        folder: absolute path as bytes: only files below it, whatever `folders` says.
        since: last changed at this moment or later, with zone.
        until: last changed before this moment, with zone.
        folders: below one of these: absolute paths as bytes; as text, the name of a folder below
            those of the library, or the end of its path, such as work/2025.
        names: the file's name must have all of these words, or be of these patterns.
        languages: ISO 639-1; a document must be in one of them.
        without_types: formats that are left out.
        without_folders: folders that are left out.
        without_names: words and patterns; names that have one of them are left out.
        without_languages: languages that are left out.
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
        """Whether anything is filtered at all."""
        return self != Filters()

    def where(self, *, languages: bool = True) -> Condition:
        """What must hold of a file.

        Without `languages` it is that of the files alone, for documents that are known to pass.
        """
        parts = list(self._parts())
        if languages and (self.languages or self.without_languages):
            parts.append(self._languages())
        return conditions.all_of(parts)

    def of_documents(self) -> Condition:
        """What must hold of a document in such a file."""
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
        """A file passes with one of its documents; without any, where no language is asked for."""
        in_them = conditions.has_some_document(self.of_documents())
        return in_them if self.languages else conditions.any_of((in_them, conditions.has_no_text()))


@dataclass(frozen=True, slots=True)
class AllowedIds:
    """The documents and files that pass the filters; int64, ascending."""

    documents: NDArray[np.int64]
    files: NDArray[np.int64]

    def has_documents(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """For each document id whether it passes, bool (n,)."""
        return np.isin(ids, self.documents)

    def has_files(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """For each file id whether it passes, bool (n,)."""
        return np.isin(ids, self.files)


def allowed(connection: sqlite3.Connection, filters: Filters) -> AllowedIds | None:
    """Look up what passes; None when nothing is filtered."""
    if not filters:
        return None
    return AllowedIds(*passing(connection, filters.where(), filters.of_documents()))


class FilterGate:
    """Tells what passes, and remembers the last answer while the index stays; for one thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._asked: tuple[Filters, int] | None = None
        self._answer: AllowedIds | None = None

    def allowed(self, filters: Filters) -> AllowedIds | None:
        """What `allowed` says; asked again for each key, it looks up once."""
        version = data_version(self._connection)
        if self._asked != (filters, version):
            self._answer = allowed(self._connection, filters)
            self._asked = filters, version
        return self._answer


def _is_in(folder: bytes | str) -> Condition:
    return (
        conditions.is_below(folder)
        if isinstance(folder, bytes)
        else conditions.is_in_folder_named(folder)
    )


def _nanoseconds(moment: datetime) -> int:
    nanoseconds = round(moment.timestamp() * 1_000_000) * 1000
    return max(-_LATEST, min(nanoseconds, _LATEST))
