"""Store the embeddings of each model, find passages that lack one, and load the search matrix."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alcove.index.facts import ACTIVE_MODEL, write_fact
from alcove.records import EncoderInput

if TYPE_CHECKING:
    from sqlite_utils import Database

STORED = np.dtype("<f2")
"""Half precision (a mild quantization): 768 bytes for 384 dimensions; changes a cosine by less
than 0.0005."""

# Rows fetched from SQLite at a time. Converting them to an array holds the GIL and so blocks the
# GUI thread: for a millisecond with this many.
_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class PassageTable:
    """All passages as columns, for an exhaustive semantic search.

    Attributes:
        passage_ids: int64 (n,), ascending.
        document_ids: int64 (n,).
        rows: int64 (n,): the row of the passage's vector in `vectors`, -1 if it has none yet.
        vectors: float32 (m, d), L2-normalised.
    """

    passage_ids: NDArray[np.int64]
    document_ids: NDArray[np.int64]
    rows: NDArray[np.int64]
    vectors: NDArray[np.float32]

    @property
    def coverage(self) -> float:
        """The share of passages that have a vector, 0…1; 1 for an empty library."""
        return float(np.mean(self.rows >= 0)) if len(self.rows) else 1.0

    def positions_of(self, passages: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the positions of passages (n,), int64 (n,); -1 for those not in the table.

        The table lacks passages added after it was loaded, and those of other models' splits.
        """
        return _rows_of(passages, self.passage_ids)


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model whose vectors the index stores.

    Attributes:
        number: under which its vectors are stored.
        manifest: the model's id, a sha256 over its manifest; names its folder.
        name: for people.
        dimension: of its vectors.
        split_id: number of the split that its documents get.
    """

    number: int
    manifest: str
    name: str
    dimension: int
    split_id: int


_MODEL = "SELECT m.id, m.manifest, m.name, m.dimension, m.cut_id FROM models m"


def active_model(connection: sqlite3.Connection) -> ModelRow | None:
    """Return the model that serves searches; None before the first one is prepared."""
    row = connection.execute(
        f"{_MODEL} JOIN facts f ON f.key = ? AND f.value = m.manifest", (ACTIVE_MODEL,)
    ).fetchone()
    return ModelRow(*row) if row else None


def activate(db: "Database", manifest: str) -> None:
    """Make a model the one that serves searches."""
    write_fact(db, ACTIVE_MODEL, manifest)


def add_model(db: "Database", manifest: str, name: str, dimension: int, split_key: str) -> ModelRow:
    """Return the row of a model; a new model gets a new number, and so does a new split.

    Args:
        db: the writer's connection.
        manifest: the model's id.
        name: for people.
        dimension: of its vectors.
        split_key: names the split that its documents get.
    """
    with db.atomic():
        db.execute("INSERT OR IGNORE INTO cuts (key) VALUES (?)", [split_key])
        db.execute(
            "INSERT INTO models (manifest, name, dimension, cut_id)"
            " VALUES (?1, ?2, ?3, (SELECT id FROM cuts WHERE key = ?4))"
            " ON CONFLICT (manifest) DO UPDATE SET name = ?2,"
            " cut_id = (SELECT id FROM cuts WHERE key = ?4)",
            [manifest, name, dimension, split_key],
        )
    return ModelRow(*db.execute(f"{_MODEL} WHERE m.manifest = ?", [manifest]).fetchone())


def missing(connection: sqlite3.Connection, model: ModelRow, *, after: int = 0) -> list[int]:
    """Return the ids of the inputs without a vector under `model`, the newest files' first.

    Args:
        connection: to the index.
        model: whose vectors are missing.
        after: return only ids above this one; ids only ever grow.
    """
    rows = connection.execute(
        "SELECT p.input_id, max(f.mtime_ns) AS newest FROM passages p"
        " JOIN documents d ON d.id = p.document_id"
        " LEFT JOIN files f ON f.content_id = d.content_id"
        " WHERE p.cut_id = ? AND p.input_id > ? AND NOT EXISTS"
        " (SELECT 1 FROM vectors v WHERE v.input_id = p.input_id AND v.model_id = ?)"
        " GROUP BY p.input_id ORDER BY newest DESC, p.input_id",
        (model.split_id, after, model.number),
    )
    return [row[0] for row in rows]


def last_input(connection: sqlite3.Connection) -> int:
    """Return the highest id that an input ever had."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'inputs'").fetchone()
    return int(row[0]) if row else 0


def inputs(connection: sqlite3.Connection, ids: Sequence[int]) -> list[EncoderInput]:
    """Return the encoder's inputs with these ids, in the order of `ids`."""
    rows = connection.execute(
        'SELECT p.input_id, d.title, p.headings, substr(d.text, p.start + 1, p."end" - p.start)'
        " FROM json_each(?) wanted"
        " JOIN passages p ON p.id = (SELECT min(id) FROM passages WHERE input_id = wanted.value)"
        " JOIN documents d ON d.id = p.document_id ORDER BY wanted.key",
        (json.dumps(list(ids)),),
    )
    return [EncoderInput(id_, title, tuple(json.loads(h)), text) for id_, title, h, text in rows]


def add(db: "Database", model: int, ids: Sequence[int], vectors: NDArray[np.float32]) -> None:
    """Store `vectors` float32 (n, d) for the inputs `ids` (n) in one transaction."""
    stored = vectors.astype(STORED)
    with db.atomic():
        db.conn.executemany(
            "INSERT OR REPLACE INTO vectors (input_id, model_id, vector) VALUES (?, ?, ?)",
            ((id_, model, row.tobytes()) for id_, row in zip(ids, stored, strict=True)),
        )


def load(connection: sqlite3.Connection, model: ModelRow | None) -> PassageTable:
    """Read all passages and the vectors of `model` into memory; without a model, no vectors."""
    number, dimension, split_id = (
        (model.number, model.dimension, model.split_id) if model else (None, 0, None)
    )
    passages = _integers(
        connection.execute(
            "SELECT id, document_id, input_id FROM passages"
            " WHERE cut_id = coalesce(?, cut_id) ORDER BY id",
            (split_id,),
        ),
        3,
    )
    ids, vectors = _stored(connection, number, dimension)
    return PassageTable(passages[:, 0], passages[:, 1], _rows_of(passages[:, 2], ids), vectors)


def blocks(
    connection: sqlite3.Connection, model: ModelRow, rows: int = 8192
) -> Iterator[NDArray[np.float32]]:
    """Yield all vectors of a model in blocks, float32 (n, d) with n up to `rows`."""
    stored = connection.execute("SELECT vector FROM vectors WHERE model_id = ?", (model.number,))
    while block := stored.fetchmany(rows):
        yield _matrix([row[0] for row in block], model.dimension)


def some_passages(
    connection: sqlite3.Connection, model: ModelRow, document: int, number: int
) -> list[tuple[str, NDArray[np.float32]]]:
    """Return text and vector float32 (d,) of at most `number` passages, spread over a document."""
    rows = connection.execute(
        'SELECT p.start, p."end", v.vector FROM passages p JOIN vectors v'
        " ON v.input_id = p.input_id AND v.model_id = ?"
        " WHERE p.document_id = ? AND p.cut_id = ? ORDER BY p.id",
        (model.number, document, model.split_id),
    ).fetchall()
    positions = dict.fromkeys(len(rows) * (2 * n + 1) // (2 * number) for n in range(number))
    chosen = [rows[position] for position in positions if rows]
    return [
        (_text(connection, document, start, end), _matrix([vector], model.dimension)[0])
        for start, end, vector in chosen
    ]


def count_passages(connection: sqlite3.Connection, model: ModelRow) -> int:
    """Return how many passages there are under a model's split."""
    row = connection.execute(
        "SELECT count(*) FROM passages WHERE cut_id = ?", (model.split_id,)
    ).fetchone()
    return int(row[0])


def _text(connection: sqlite3.Connection, document: int, start: int, end: int) -> str:
    row = connection.execute(
        "SELECT substr(text, ? + 1, ?) FROM documents WHERE id = ?", (start, end - start, document)
    ).fetchone()
    return str(row[0])


def _matrix(stored: Sequence[bytes], dimension: int) -> NDArray[np.float32]:
    raw = np.frombuffer(b"".join(stored), STORED)
    return raw.reshape(len(stored), dimension).astype(np.float32)


def _stored(
    connection: sqlite3.Connection, model: int | None, dimension: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the inputs with a vector, int64 (n,) ascending, and their vectors, float32 (n, d)."""
    rows = connection.execute(
        "SELECT input_id, vector FROM vectors WHERE model_id = ? ORDER BY input_id", (model,)
    )
    ids, vectors = [np.zeros(0, np.int64)], [np.zeros((0, dimension), np.float32)]
    while batch := rows.fetchmany(_AT_ONCE):
        ids.append(np.fromiter((row[0] for row in batch), np.int64, len(batch)))
        vectors.append(_matrix([row[1] for row in batch], dimension))
    return np.concatenate(ids), np.concatenate(vectors)


def _integers(rows: sqlite3.Cursor, columns: int) -> NDArray[np.int64]:
    parts = [np.zeros((0, columns), np.int64)]
    while batch := rows.fetchmany(_AT_ONCE):
        parts.append(np.array(batch, np.int64))
    return np.concatenate(parts)


def _rows_of(wanted: NDArray[np.int64], ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the position of each of `wanted` in the ascending `ids`; -1 if absent."""
    if not len(ids):
        return np.full(len(wanted), -1, np.int64)
    positions = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    return np.where(ids[positions] == wanted, positions, -1)
