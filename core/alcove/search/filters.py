"""What a search is limited to: types, a folder, dates."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from alcove.index.files import path_range


@dataclass(frozen=True, slots=True)
class Filters:
    """Only files for which all of this holds.

    Attributes:
        types: formats such as "pdf", without a dot; empty for all.
        folder: absolute path as bytes: only files below it.
        since: last changed at this moment or later, with zone.
        until: last changed before this moment, with zone.
    """

    types: tuple[str, ...] = ()
    folder: bytes | None = None
    since: datetime | None = None
    until: datetime | None = None

    def __bool__(self) -> bool:
        """Whether anything is filtered at all."""
        return self != Filters()

    def where(self) -> tuple[str, list[object]]:
        """The SQL condition over files `f` and contents `c`, and its parameters."""
        conditions, parameters = ["TRUE"], list[object]()
        if self.types:
            marks = ", ".join("?" * len(self.types))
            conditions.append(f"c.format IN ({marks})")
            parameters += self.types
        if self.folder is not None:
            conditions.append("f.path >= ? AND f.path < ?")
            parameters += path_range(self.folder)
        if self.since is not None:
            conditions.append("f.mtime_ns >= ?")
            parameters.append(_nanoseconds(self.since))
        if self.until is not None:
            conditions.append("f.mtime_ns < ?")
            parameters.append(_nanoseconds(self.until))
        return " AND ".join(conditions), parameters


@dataclass(frozen=True, slots=True)
class Allowed:
    """The documents and files that pass the filters; int64, ascending."""

    documents: NDArray[np.int64]
    files: NDArray[np.int64]

    def has_documents(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """For each document id whether it passes, bool (n,)."""
        return np.isin(ids, self.documents)

    def has_files(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """For each file id whether it passes, bool (n,)."""
        return np.isin(ids, self.files)


def allowed(connection: sqlite3.Connection, filters: Filters) -> Allowed | None:
    """Look up what passes; None when nothing is filtered."""
    if not filters:
        return None
    condition, parameters = filters.where()
    source = f"FROM files f LEFT JOIN contents c ON c.id = f.content_id WHERE {condition}"
    contents = f"SELECT c.id {source}"
    documents = connection.execute(
        f"SELECT id FROM documents WHERE content_id IN ({contents}) ORDER BY id",  # noqa: S608
        parameters,  # the condition is ours, its values are bound
    )
    files = connection.execute(f"SELECT f.id {source} ORDER BY f.id", parameters)
    return Allowed(_ids(documents), _ids(files))


def _ids(rows: sqlite3.Cursor) -> NDArray[np.int64]:
    found: Sequence[tuple[int]] = rows.fetchall()
    return np.fromiter((row[0] for row in found), np.int64, len(found))


def _nanoseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000) * 1000
