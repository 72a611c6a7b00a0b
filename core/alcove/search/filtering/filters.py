"""What a search is limited to: types, folders, names, dates, languages."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from alcove.paths import path_range
from alcove.search.filtering.path_matching import FOLDER, NAME, add_functions

_LATEST = (1 << 63) - 1  # nanoseconds since the epoch that SQLite can hold: the year 2262

Condition = tuple[str, list[object]]
"""An SQL condition and its parameters."""


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

    def where(self, *, languages: bool = True) -> tuple[str, list[object]]:
        """The SQL condition over files `f` and contents `c`, and its parameters.

        Without `languages` it is that of the files alone, for documents that are known to pass.

        It needs the functions that `add_functions` gives to a connection, as `allowed` does.
        """
        # Each + keeps SQLite from an index: through it, the rows of half of 100,000 files are read
        # in 200 ms, and all of them in their own order in 25 ms.
        conditions = list(self._conditions())
        if languages and (self.languages or self.without_languages):
            conditions.append(self._languages())
        sql = " AND ".join(f"({condition})" for condition, _ in conditions) or "TRUE"
        return sql, [value for _, values in conditions for value in values]

    def of_documents(self) -> tuple[str, list[object]]:
        """The condition over documents `d` of such files, and its parameters."""
        sql, parameters = "TRUE", list[object]()
        for languages, word in ((self.languages, "IN"), (self.without_languages, "NOT IN")):
            if languages:
                # From the index alone: in its row, a document's language comes behind its text.
                one_of, values = _one_of("language", languages)
                sql += f" AND +d.id {word} (SELECT id FROM documents WHERE {one_of})"  # noqa: S608
                parameters += values
        return sql, parameters

    def _conditions(self) -> Iterator[Condition]:
        if self.types:
            yield _one_of("c.format", self.types)
        if self.without_types:
            yield _negated(_one_of("c.format", self.without_types))
        if self.folder is not None:
            yield _below(self.folder)
        if self.folders:
            yield _any(_below(folder) for folder in self.folders)
        if self.without_folders:
            yield _negated(_any(_below(folder) for folder in self.without_folders))
        yield from self._dates()
        yield from (_named(name) for name in self.names)
        yield from (_negated(_named(name)) for name in self.without_names)

    def _dates(self) -> Iterator[Condition]:
        if self.since is not None:
            yield "+f.mtime_ns >= ?", [_nanoseconds(self.since)]
        if self.until is not None:
            yield "+f.mtime_ns < ?", [_nanoseconds(self.until)]

    def _languages(self) -> Condition:
        """A file passes with one of its documents; without any, where no language is asked for."""
        condition, parameters = self.of_documents()
        sql = f"f.content_id IN (SELECT d.content_id FROM documents d WHERE {condition})"  # noqa: S608
        if not self.languages:
            sql += " OR f.content_id IS NULL OR c.reason IS NOT NULL"
        return sql, parameters


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
    add_functions(connection)
    condition, parameters = filters.where()
    files, contents = _pairs(
        connection,
        "SELECT group_concat(f.id), group_concat(coalesce(f.content_id, 0))"  # noqa: S608
        f" FROM files f LEFT JOIN contents c ON c.id = f.content_id WHERE {condition}",
        parameters,  # the condition is ours, its values are bound
    )
    condition, parameters = filters.of_documents()
    documents, owners = _pairs(
        connection,
        "SELECT group_concat(d.id), group_concat(d.content_id)"  # noqa: S608
        f" FROM documents d WHERE {condition}",
        parameters,
    )
    return AllowedIds(np.sort(documents[np.isin(owners, contents)]), np.sort(files))


class FilterGate:
    """Tells what passes, and remembers the last answer while the index stays; for one thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._asked: tuple[Filters, int] | None = None
        self._answer: AllowedIds | None = None

    def allowed(self, filters: Filters) -> AllowedIds | None:
        """What `allowed` says; asked again for each key, it looks up once."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if self._asked != (filters, version):
            self._answer = allowed(self._connection, filters)
            self._asked = filters, version
        return self._answer


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def _any(conditions: Iterator[Condition]) -> Condition:
    sql, parameters = zip(*conditions, strict=True)
    return " OR ".join(f"({one})" for one in sql), [value for one in parameters for value in one]


def _negated(condition: Condition) -> Condition:
    """Also true where the condition is unknown: what has no format is not of this one."""
    sql, parameters = condition
    return f"({sql}) IS NOT TRUE", parameters


def _below(folder: bytes | str) -> Condition:
    if isinstance(folder, bytes):
        return "+f.path >= ? AND +f.path < ?", [*path_range(folder)]
    tops = r"(SELECT CAST(group_concat(path, x'00') AS BLOB) FROM folders)"
    return f"{FOLDER}(f.path, ?, {tops})", [folder]


def _named(name: str) -> Condition:
    return f"{NAME}(f.path, ?)", [name]


def _nanoseconds(moment: datetime) -> int:
    nanoseconds = round(moment.timestamp() * 1_000_000) * 1000
    return max(-_LATEST, min(nanoseconds, _LATEST))


def _pairs(
    connection: sqlite3.Connection, sql: str, parameters: Sequence[object]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Two columns of numbers, each as one text: a third of the time that rows of them take."""
    first, second = connection.execute(sql, parameters).fetchone()
    return _numbers(first), _numbers(second)


def _numbers(joined: str | None) -> NDArray[np.int64]:
    return np.fromstring(joined, np.int64, sep=",") if joined else np.array([], np.int64)
