"""Contents, documents with their language, and passages: written once for all equal files."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.errors import ReadError
from alcove.language import detect
from alcove.records import ContentKey, Document, Passage

_NO_PROSE = frozenset({"code", "csv", "json", "tsv"})  # formats whose text is not sentences


@dataclass(frozen=True, slots=True)
class SplitDocument:
    """A document with its passages, and for each the hash of what the encoder is given."""

    document: Document
    passages: Sequence[Passage]
    input_hashes: Sequence[bytes]


def find_content(connection: sqlite3.Connection, key: ContentKey) -> int | None:
    """The id of a content that was read before, also where reading it failed; None if never."""
    row = connection.execute(
        "SELECT id FROM contents WHERE sha256 = ? AND format = ? AND recipe = ?",
        (key.sha256, key.format, key.recipe),
    ).fetchone()
    return row[0] if row else None


def add_content(
    db: Database, key: ContentKey, parts: Sequence[SplitDocument], split_id: int
) -> int:
    """Store what was read from a content and return its id; call it inside a transaction.

    Args:
        db: the writer's connection.
        key: of the content.
        parts: its documents, cut.
        split_id: number of the way in which they were cut.
    """
    content_id = _insert_content(db, key, None)
    for part, split in enumerate(parts):
        language = document_language(key.format, split.document.text)
        _insert_document(db, content_id, part, split, language, split_id)
    return content_id


def add_failed_content(db: Database, key: ContentKey, error: ReadError) -> int:
    """Store that these bytes give no text, and why, and return the content's id."""
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
    """Store the passages of a document as one way of cutting made them."""
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
    """The highest id of a document; 0 where there is none."""
    row = connection.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()
    return int(row[0])


def collect_garbage(db: Database) -> int:
    """Delete contents that no file has any more, with all that hangs on them; return how many."""
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
    """The language of a document's text, ISO 639-1; None for code, tables and what is too short."""
    return None if format_ in _NO_PROSE else detect(text)
