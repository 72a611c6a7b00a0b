"""Store contents, documents and passages, deduplicated: once for all files with the same bytes."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.errors import ReadError
from alcove.language import detect
from alcove.records import ContentKey, Document, Passage

_NO_PROSE = frozenset({"code", "csv", "json", "tsv"})  # formats without sentences


@dataclass(frozen=True, slots=True)
class SplitDocument:
    """A document with its passages, and the hash of each passage's input to the encoder."""

    document: Document
    passages: Sequence[Passage]
    input_hashes: Sequence[bytes]


def find_content(connection: sqlite3.Connection, key: ContentKey) -> int | None:
    """Return the id of a content that was read before, even with an error; None if it never was."""
    row = connection.execute(
        "SELECT id FROM contents WHERE sha256 = ? AND format = ? AND recipe = ?",
        (key.sha256, key.format, key.recipe),
    ).fetchone()
    return row[0] if row else None


def add_content(
    db: Database, key: ContentKey, parts: Sequence[SplitDocument], split_id: int
) -> int:
    """Store a content with its documents and return its id; call it inside a transaction.

    Args:
        db: the writer's connection.
        key: of the content.
        parts: its documents, split into passages.
        split_id: number of the split that made the passages.
    """
    content_id = _insert_content(db, key, None)
    for part, split in enumerate(parts):
        language = document_language(key.format, split.document.text)
        _insert_document(db, content_id, part, split, language, split_id)
    return content_id


def add_failed_content(db: Database, key: ContentKey, error: ReadError) -> int:
    """Store a content that gives no text, with the reason, and return its id."""
    return _insert_content(db, key, error)


def _insert_content(db: Database, key: ContentKey, error: ReadError | None) -> int:
    cursor = db.execute(
        "INSERT INTO contents (sha256, format, recipe, reason, detail) VALUES (?, ?, ?, ?, ?)",
        [
            key.sha256,
            key.format,
            key.recipe,
            error.reason if error else None,
            error.detail if error else "",
        ],
    )
    return _new_id(cursor)


def _insert_document(
    db: Database,
    content_id: int,
    part: int,
    split: SplitDocument,
    language: str | None,
    split_id: int,
) -> None:
    document = split.document
    cursor = db.execute(
        "INSERT INTO documents (content_id, part, title, text, headings, page_starts, language)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            content_id,
            part,
            document.title,
            document.text,
            json.dumps([(h.start, h.level, h.text) for h in document.headings]),
            json.dumps(document.page_starts),
            language,
        ],
    )
    add_passages(db, _new_id(cursor), split, split_id)


def add_passages(db: Database, document_id: int, split: SplitDocument, split_id: int) -> None:
    """Store the passages of a document under one split."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO inputs (hash) VALUES (?)", ((hash_,) for hash_ in split.input_hashes)
    )
    db.conn.executemany(
        'INSERT INTO passages (document_id, input_id, start, "end", page, line, headings, cut_id)'
        " VALUES (?, (SELECT id FROM inputs WHERE hash = ?), ?, ?, ?, ?, ?, ?)",
        (
            (document_id, hash_, p.start, p.end, p.page, p.line, json.dumps(p.headings), split_id)
            for p, hash_ in zip(split.passages, split.input_hashes, strict=True)
        ),
    )


def last_document(connection: sqlite3.Connection) -> int:
    """Return the highest id of a document; 0 if there is none."""
    row = connection.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()
    return int(row[0])


def collect_garbage(db: Database) -> int:
    """Delete contents that no file has, with their documents and passages; return how many."""
    orphans = (
        "SELECT id FROM contents WHERE NOT EXISTS"
        " (SELECT 1 FROM files f WHERE f.content_id = contents.id)"
    )
    with db.atomic():
        inputs = db.execute(
            "SELECT DISTINCT p.input_id FROM passages p"  # noqa: S608 - the condition is ours
            f" JOIN documents d ON d.id = p.document_id WHERE d.content_id IN ({orphans})"
        ).fetchall()
        deleted = db.execute(f"DELETE FROM contents WHERE id IN ({orphans})").rowcount  # noqa: S608
        db.conn.executemany(
            "DELETE FROM inputs WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM passages WHERE input_id = ?1)",
            inputs,
        )
    return deleted


def _new_id(cursor: sqlite3.Cursor) -> int:
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def document_language(format_: str, text: str) -> str | None:
    """Return the language (ISO 639-1) of a document; None for code, tables and too short a text."""
    return None if format_ in _NO_PROSE else detect(text)
