"""Build a new generation of the words index beside the old one, slice by slice."""

import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import tantivy
from sqlite_utils import Database

from alcove.index.words.entries import document_entries, file_entries
from alcove.index.words.fields import NAMES, PASSAGES
from alcove.index.words.generation import WordsGeneration
from alcove.index.words.state import read_state

_SLICE = 1_000  # entries: about a tenth of a second
_ROWS = 100  # ids fetched at a time

_Entries = Callable[[sqlite3.Connection, int], Iterator[tantivy.Document]]


def create_beside(folder: Path) -> WordsGeneration:
    """Create an empty generation in a words folder; first remove what an earlier attempt left."""
    state = read_state(folder)
    remove_others(folder, state.generation if state else "")
    return WordsGeneration(folder / uuid.uuid4().hex, create=True)


def add_everything(db: Database, words: WordsGeneration) -> Iterator[int]:
    """Add all documents and file names of the database; yield the number of entries of each slice.

    The database may change between two slices.
    """
    yield from _add_all(db, words, PASSAGES, "documents", document_entries)
    yield from _add_all(db, words, NAMES, "files", file_entries)


def remove_others(folder: Path, name: str) -> None:
    """Remove all generations but `name`; on Windows, one that a reader has open stays for now."""
    for path in folder.glob("*/"):
        if path.name != name:
            shutil.rmtree(path, ignore_errors=True)


def _add_all(
    db: Database, words: WordsGeneration, kind: str, table: str, entries: _Entries
) -> Iterator[int]:
    last = size = 0
    while rows := db.execute(
        f"SELECT id FROM {table} WHERE id > ? ORDER BY id LIMIT ?",  # noqa: S608 - the name is ours
        [last, _ROWS],
    ).fetchall():
        for (last,) in rows:
            size += words.add(kind, entries(db.conn, last))
            if size >= _SLICE:
                yield size
                size = 0
