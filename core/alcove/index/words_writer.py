"""Brings the words index up to the database, by its change log or from the ground up."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import tantivy
from sqlite_utils import Database

from alcove.index.words import (
    NAMES,
    PASSAGES,
    WORDS_VERSION,
    create_index,
    name_words,
    open_index,
    schema,
)

_STATE = "applied.json"
_HEAP = 64_000_000  # bytes that the writer fills before it starts a new segment


class WordsWriter:
    """Owns both words indexes for writing; used by the one writer's thread."""

    def __init__(self, folder: Path) -> None:
        """Open the indexes in `folder`, or make empty ones where there are none we can read."""
        self._folder = folder
        self._passages, self._names = self._open_or_create()
        self._passage_writer = self._passages.writer(heap_size=_HEAP, num_threads=1)
        self._name_writer = self._names.writer(heap_size=_HEAP, num_threads=1)
        self._trusted = False

    def follow(self, db: Database) -> int:
        """Apply what the change log holds beyond the last number applied; return how many.

        Readers see a commit whole or not at all. If index and database disagree, everything is
        built again from the database.
        """
        if not self._trusted and not self._fits(db):
            self._rebuild(db)
        applied = self._apply_changes(db)
        if not self._trusted and self._entries() != _expected_entries(db):
            self._rebuild(db)
        self._trusted = True
        return applied

    def close(self) -> None:
        """Wait for merges and release tantivy's locks; the writer cannot be used afterwards."""
        self._passage_writer.wait_merging_threads()
        self._name_writer.wait_merging_threads()

    def _open_or_create(self) -> tuple[tantivy.Index, tantivy.Index]:
        try:
            return open_index(self._folder, PASSAGES), open_index(self._folder, NAMES)
        except ValueError:  # absent, damaged, or of another version of tantivy
            shutil.rmtree(self._folder, ignore_errors=True)
            return create_index(self._folder, PASSAGES), create_index(self._folder, NAMES)

    def _fits(self, db: Database) -> bool:
        """Whether the log still holds every change that this index has not seen."""
        state = _read_state(self._folder)
        first = db.execute("SELECT min(number) FROM changes").fetchone()[0]
        last = _last_number(db)
        oldest_base = last if first is None else first - 1
        return (
            state.get("version") == WORDS_VERSION
            and state.get("identity") == _identity(db)
            and oldest_base <= int(state["number"]) <= last
        )

    def _apply_changes(self, db: Database) -> int:
        after = int(_read_state(self._folder).get("number", 0))
        changes = db.execute(
            "SELECT number, document_id, file_id FROM changes WHERE number > ? ORDER BY number",
            [after],
        ).fetchall()
        if not changes:
            return 0
        for document in {row[1] for row in changes if row[1] is not None}:
            _delete(self._passage_writer, PASSAGES, "owner", document)
            self._add_document(db, document)
        for file in {row[2] for row in changes if row[2] is not None}:
            _delete(self._name_writer, NAMES, "id", file)
            self._add_file(db, file)
        self._commit(db, changes[-1][0])
        return len(changes)

    def _rebuild(self, db: Database) -> None:
        self._passage_writer.delete_all_documents()
        self._name_writer.delete_all_documents()
        for (document,) in db.execute("SELECT id FROM documents ORDER BY id").fetchall():
            self._add_document(db, document)
        for (file,) in db.execute("SELECT id FROM files ORDER BY id").fetchall():
            self._add_file(db, file)
        self._commit(db, _last_number(db))

    def _commit(self, db: Database, number: int) -> None:
        self._passage_writer.commit()
        self._name_writer.commit()
        state: dict[str, str | int] = {
            "version": WORDS_VERSION,
            "identity": _identity(db),
            "number": number,
        }
        _write_state(self._folder, state)
        db.execute("DELETE FROM changes WHERE number <= ?", [number])

    def _add_document(self, db: Database, document: int) -> None:
        for passage, text in _passage_texts(db.conn, document):
            self._passage_writer.add_document(_entry(passage, document, text))

    def _add_file(self, db: Database, file: int) -> None:
        row = db.execute("SELECT path FROM files WHERE id = ?", [file]).fetchone()
        if row is not None:
            self._name_writer.add_document(_entry(file, file, name_words(row[0])))

    def _entries(self) -> tuple[int, int]:
        self._passages.reload()
        self._names.reload()
        return self._passages.searcher().num_docs, self._names.searcher().num_docs


def _delete(writer: tantivy.IndexWriter, kind: str, field: str, id_: int) -> None:
    # Not delete_documents_by_term: tantivy-py 0.27 makes a signed term there, which never matches.
    writer.delete_documents_by_query(tantivy.Query.term_query(schema(kind), field, id_))


def _entry(id_: int, owner: int, text: str) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_unsigned("id", id_)
    entry.add_unsigned("owner", owner)
    entry.add_text("text", text)
    return entry


def _passage_texts(connection: sqlite3.Connection, document: int) -> Iterator[tuple[int, str]]:
    """Each passage of a document with its title and headings before it: what words can match."""
    found = connection.execute(
        "SELECT title, text FROM documents WHERE id = ?", (document,)
    ).fetchone()
    if found is None:
        return
    title, text = found
    for passage, start, end, headings in connection.execute(
        'SELECT id, start, "end", headings FROM passages WHERE document_id = ? ORDER BY id',
        (document,),
    ):
        context = dict.fromkeys((title or "", *json.loads(headings)))
        yield passage, "\n".join((*context, text[start:end]))


def _expected_entries(db: Database) -> tuple[int, int]:
    row = db.execute("SELECT (SELECT count(*) FROM passages), (SELECT count(*) FROM files)")
    passages, files = row.fetchone()
    return passages, files


def _last_number(db: Database) -> int:
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'changes'").fetchone()
    return int(row[0]) if row else 0


def _identity(db: Database) -> str:
    return str(db.execute("SELECT value FROM facts WHERE key = 'identity'").fetchone()[0])


def _read_state(folder: Path) -> dict[str, str | int]:
    try:
        state = json.loads((folder / _STATE).read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _write_state(folder: Path, state: dict[str, str | int]) -> None:
    new = folder / f"{_STATE}.new"
    new.write_text(json.dumps(state))
    new.replace(folder / _STATE)
