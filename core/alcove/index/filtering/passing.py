"""Which files and documents pass a condition: all of them at once, as arrays of ids."""

import sqlite3

import numpy as np
from numpy.typing import NDArray

from alcove.index.filtering.conditions import Condition
from alcove.index.filtering.path_matching import add_functions


def passing(
    connection: sqlite3.Connection, of_files: Condition, of_documents: Condition
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Documents that pass with a file that does, and files that do; int64, ascending each.

    Args:
        connection: to the index; it has the functions of `path_matching` afterwards.
        of_files: on files `f` and their contents `c`.
        of_documents: on documents `d`.
    """
    add_functions(connection)
    files, contents = _pairs(
        connection,
        "SELECT group_concat(f.id), group_concat(coalesce(f.content_id, 0))"  # noqa: S608
        f" FROM files f LEFT JOIN contents c ON c.id = f.content_id WHERE {of_files.sql}",
        of_files,  # its SQL is ours, its values are bound
    )
    documents, owners = _pairs(
        connection,
        "SELECT group_concat(d.id), group_concat(d.content_id)"  # noqa: S608
        f" FROM documents d WHERE {of_documents.sql}",
        of_documents,
    )
    return np.sort(documents[np.isin(owners, contents)]), np.sort(files)


def _pairs(
    connection: sqlite3.Connection, sql: str, condition: Condition
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Two columns of numbers, each as one text: a third of the time that rows of them take."""
    first, second = connection.execute(sql, condition.parameters).fetchone()
    return _numbers(first), _numbers(second)


def _numbers(joined: str | None) -> NDArray[np.int64]:
    return np.fromstring(joined, np.int64, sep=",") if joined else np.array([], np.int64)
