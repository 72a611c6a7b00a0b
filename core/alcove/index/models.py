"""Number the splits, find documents that lack passages under one, and drop unwanted models.

All of it happens beside the model that serves searches, which stays complete.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.records import Document, Heading

_BATCH = 2_000  # rows: a few hundredths of a second, so that other work never waits long


@dataclass(frozen=True, slots=True)
class ResplitDocument:
    """A stored document, to be split again.

    Attributes:
        id: of its row.
        document: as it was read.
    """

    id: int
    document: Document


def split_number(db: Database, key: str) -> int:
    """Return the number of a split by its key; a new key gets a new number."""
    db.execute("INSERT OR IGNORE INTO cuts (key) VALUES (?)", [key])
    number: int = db.execute("SELECT id FROM cuts WHERE key = ?", [key]).fetchone()[0]
    return number


def unsplit(
    connection: sqlite3.Connection, split_id: int, after: int, limit: int
) -> list[ResplitDocument]:
    """Return at most `limit` documents that `split_id` lacks, ids above `after`, ascending."""
    rows = connection.execute(
        "SELECT d.id, d.title, d.text, d.headings, d.page_starts FROM documents d WHERE d.id > ?"
        " AND NOT EXISTS (SELECT 1 FROM passages p WHERE p.document_id = d.id AND p.cut_id = ?)"
        " ORDER BY d.id LIMIT ?",
        (after, split_id, limit),
    )
    return [
        ResplitDocument(
            id_,
            Document(
                text,
                title,
                tuple(Heading(*heading) for heading in json.loads(headings)),
                tuple(json.loads(page_starts)),
            ),
        )
        for id_, title, text, headings, page_starts in rows
    ]


def note_resplit(db: Database, document: int) -> None:
    """Add to the change log that a document's passages changed, for the words index."""
    db.execute("INSERT INTO changes (document_id) VALUES (?)", [document])


def drop_unwanted(db: Database, wanted: Collection[int]) -> Iterator[None]:
    """Delete what belongs only to models whose numbers are not in `wanted`, batch by batch.

    Yield after each short transaction. After an abandoned call, call it again from the start. A
    model that is wanted again meanwhile must be added again, and lacks what was deleted.
    """
    models, split_ids = _unwanted(db, wanted)
    _invalidate(db, split_ids)
    if models:
        yield from _drop(db, "vectors", "input_id", _are_in("model_id", models))
    if split_ids:
        yield from _drop(db, "passages", "id", _are_in("cut_id", split_ids))
        yield from _drop(db, "inputs", "id", _ORPHANED)
    with db.atomic():
        db.execute(f"DELETE FROM models WHERE {_are_in('id', models)}")  # noqa: S608 - see _are_in
        db.execute(f"DELETE FROM cuts WHERE {_are_in('id', split_ids)}")  # noqa: S608


_ORPHANED = "NOT EXISTS (SELECT 1 FROM passages p WHERE p.input_id = inputs.id)"


def _are_in(column: str, numbers: Iterable[int]) -> str:
    """Return the SQL condition that a column is one of these numbers, which are ours."""
    return f"{column} IN ({', '.join(str(int(number)) for number in numbers)})"


def _unwanted(db: Database, wanted: Collection[int]) -> tuple[list[int], list[int]]:
    """Return the numbers of the unwanted models, and of the splits that no wanted model uses."""
    models = db.execute(f"SELECT id FROM models WHERE NOT {_are_in('id', wanted)}")  # noqa: S608
    split_ids = db.execute(
        "SELECT id FROM cuts EXCEPT"  # noqa: S608
        f" SELECT cut_id FROM models WHERE {_are_in('id', wanted)} ORDER BY 1"
    )
    return [row[0] for row in models], [row[0] for row in split_ids]


def _invalidate(db: Database, split_ids: Sequence[int]) -> None:
    """Remove the splits' keys, so that nothing uses half-deleted ones, and log it as a change."""
    with db.atomic():
        for split_id in split_ids:
            valid = db.execute(
                "UPDATE cuts SET key = NULL WHERE id = ? AND key NOTNULL", [split_id]
            )
            if valid.rowcount:
                db.execute("INSERT INTO changes (cut_id) VALUES (?)", [split_id])


def _drop(db: Database, table: str, key: str, condition: str) -> Iterator[None]:
    """Delete the rows that meet the condition, yielding after each batch of keys."""
    last = db.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()[0]  # noqa: S608
    statement = f"DELETE FROM {table} WHERE {key} BETWEEN ? AND ? AND {condition}"  # noqa: S608
    for start in range(0, last + 1, _BATCH):
        db.execute(statement, [start, start + _BATCH - 1])
        yield
