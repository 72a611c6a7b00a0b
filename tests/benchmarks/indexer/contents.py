"""All that a library holds, in an order and under names that no run decides, to compare two."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import numpy as np
from tests.benchmarks.equality import integrity, reader
from tests.benchmarks.running import Bench

MIN_COSINE = 0.9999  # the batches differ, and vectors are kept as float16
QUERIES = ("harbour", "copper kettle", "winter ledger audit", "the violin of the engineer")

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Content:
    """What a library holds."""

    files: Rows
    passages: Rows
    vectors: dict[bytes, bytes]
    hits: dict[str, set[str]]
    integrity: list[str]


def content_of(bench: Bench) -> Content:
    """Ask the database, and the words index through the program."""
    with closing(reader(bench.library)) as connection:
        return Content(
            files=connection.execute(_FILES).fetchall(),
            passages=connection.execute(_PASSAGES).fetchall(),
            vectors=_vectors(connection),
            hits={query: _hits(bench, query) for query in QUERIES},
            integrity=integrity(bench.library),
        )


_FILES = """
    SELECT f.path, f.size, f.mtime_ns, f.reason, c.sha256, c.format, c.reason
    FROM files f LEFT JOIN contents c ON c.id = f.content_id ORDER BY f.path
"""
_PASSAGES = """
    SELECT c.sha256, c.format, d.part, p.start, p."end", p.line, p.headings, i.hash
    FROM passages p JOIN documents d ON d.id = p.document_id
    JOIN contents c ON c.id = d.content_id JOIN inputs i ON i.id = p.input_id
    ORDER BY 1, 2, 3, 4, 5
"""


def _vectors(connection: sqlite3.Connection) -> dict[bytes, bytes]:
    rows = "SELECT i.hash, v.vector FROM vectors v JOIN inputs i ON i.id = v.input_id"
    return dict(connection.execute(rows))


def _hits(bench: Bench, query: str) -> set[str]:
    """Every file that the words find, under whichever of its versions.

    Scores count what was deleted until segments are merged, and versions are found by them.
    """
    command = ("search", "--mode", "words", "--limit", "1000", "--json", query)
    hits = json.loads(bench.run(*command, codes=(0, 1)))["hits"]
    return {
        path for hit in hits for path in (hit["path"], *hit["copies"], *hit.get("versions", ()))
    }


def differences(expected: Content, found: Content) -> list[str]:
    """What is not as it should be, each in a few words."""
    wrong = list(found.integrity)
    if found.files != expected.files:
        wrong.append(f"{len(found.files)} files, not the {len(expected.files)} expected")
    if found.passages != expected.passages:
        wrong.append(f"{len(found.passages)} passages, not the {len(expected.passages)} expected")
    if found.vectors.keys() != expected.vectors.keys():
        wrong.append(f"{len(found.vectors)} vectors, not the {len(expected.vectors)} expected")
    elif (least := _least_cosine(expected.vectors, found.vectors)) < MIN_COSINE:
        wrong.append(f"a vector with cosine {least:.6f}")
    wrong += [
        f"other words hits for “{query}”"
        for query in QUERIES
        if found.hits[query] != expected.hits[query]
    ]
    return wrong


def _least_cosine(expected: dict[bytes, bytes], found: dict[bytes, bytes]) -> float:
    order = sorted(expected)
    one, other = (
        np.frombuffer(b"".join(vectors[key] for key in order), "<f2")
        .reshape(len(order), -1)
        .astype(np.float32)
        for vectors in (expected, found)
    )
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return float((np.einsum("nd,nd->n", one, other) / lengths).min())
