"""List the ids of documents, files and passages as arrays: all of them, or by relation."""

import json
import sqlite3

import numpy as np
from numpy.typing import NDArray


def all_documents(connection: sqlite3.Connection) -> NDArray[np.int64]:
    """Return the ids of all documents, int64 (n,) ascending."""
    return _ids(connection.execute("SELECT id FROM documents ORDER BY id"))


def all_files(connection: sqlite3.Connection) -> NDArray[np.int64]:
    """Return the ids of all files, int64 (n,) ascending."""
    return _ids(connection.execute("SELECT id FROM files ORDER BY id"))


def documents_in(connection: sqlite3.Connection, language: str) -> NDArray[np.int64]:
    """Return the ids of the documents in a language (ISO 639-1), int64 (n,) ascending."""
    return _ids(
        connection.execute("SELECT id FROM documents WHERE language = ? ORDER BY id", (language,))
    )


def documents_of(connection: sqlite3.Connection, files: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the ids of these files' documents, int64 (n,); one in several files is repeated."""
    return _ids(
        connection.execute(
            "SELECT d.id FROM json_each(?) wanted JOIN files f ON f.id = wanted.value"
            " JOIN documents d ON d.content_id = f.content_id",
            (json.dumps(files.tolist()),),
        )
    )


def files_with(connection: sqlite3.Connection, documents: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the ids of the files that hold these documents, int64 (n,).

    A file with several of them is repeated.
    """
    return _ids(
        connection.execute(
            "SELECT f.id FROM json_each(?) wanted JOIN documents d ON d.id = wanted.value"
            " JOIN files f ON f.content_id = d.content_id",
            (json.dumps(documents.tolist()),),
        )
    )


def passages_of(connection: sqlite3.Connection, documents: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the ids of these documents' passages under every split, int64 (n,)."""
    return _ids(
        connection.execute(
            "SELECT p.id FROM json_each(?) wanted JOIN passages p ON p.document_id = wanted.value",
            (json.dumps(documents.tolist()),),
        )
    )


def _ids(rows: sqlite3.Cursor) -> NDArray[np.int64]:
    return np.fromiter((row[0] for row in rows), np.int64)
