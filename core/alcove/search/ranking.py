"""The candidates of both arms, ranked: documents with their best passages, and files by name."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.index.vectors import PassageTable
from alcove.search.fusion import Candidates, Mode, by_document, fuse, words_weight
from alcove.search.words import Matches


@dataclass(frozen=True, slots=True)
class Named:
    """What file names found.

    Attributes:
        documents: int64 (n,), ascending, each once.
        scores: float32 (n,), BM25 of the best name of each.
        passages: int64 (m,), ids of all passages of these documents, however they were cut.
        files: matches of files that have no text.
        share: the best score as a share of the highest that the query could reach, 0…1.
    """

    documents: NDArray[np.int64]
    scores: NDArray[np.float32]
    passages: NDArray[np.int64]
    files: Matches
    share: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """One hit before its facts are looked up.

    Attributes:
        document: id of the document; None for a file that has no text.
        file: id of the file; None for a document.
        position: of the best passage in the passage table; -1 where there is none.
        score: 0…1.
        cosine: of the document's best passage; None without vector.
        bm25: of its best passage, and its name; None where no word matches.
    """

    document: int | None
    file: int | None
    position: int
    score: float
    cosine: float | None
    bm25: float | None


def name_owners(connection: sqlite3.Connection, matches: Matches) -> Named:
    """Which documents the files found by name hold; of a mailbox, its first message."""
    best: dict[int, float] = {}
    textless: list[tuple[int, float]] = []
    for file, score in zip(matches.ids.tolist(), matches.scores.tolist(), strict=True):
        row = connection.execute(
            "SELECT d.id FROM files f LEFT JOIN documents d"
            " ON d.content_id = f.content_id AND d.part = 0 WHERE f.id = ?",
            (file,),
        ).fetchone()
        if row is not None and row[0] is not None:
            best[row[0]] = max(score, best.get(row[0], 0.0))
        elif row is not None:
            textless.append((file, score))
    documents = sorted(best)
    return Named(
        np.array(documents, np.int64),
        np.array([best[document] for document in documents], np.float32),
        _passages_of(connection, documents),
        Matches(
            np.array([file for file, _ in textless], np.int64),
            np.array([score for _, score in textless], np.float32),
        ),
        matches.share,
    )


def rank(
    table: PassageTable,
    cosines: NDArray[np.float32],
    nearest: NDArray[np.int64],
    matches: Matches,
    named: Named,
    mode: Mode,
) -> list[Ranked]:
    """Fuse what the arms found and put the best first.

    Args:
        table: all passages, n of them.
        cosines: float32 (n,), NaN where unknown or not asked.
        nearest: positions that the meaning arm found.
        matches: passages that the words arm found.
        named: what file names found.
        mode: which arms count.
    """
    found, known = _positions_of(table, matches.ids)
    of_names, _ = _positions_of(table, named.passages)
    positions = np.unique(np.concatenate((found, nearest, of_names)))
    scores = np.zeros(len(positions), np.float32)
    scores[np.searchsorted(positions, found)] = matches.scores[known]
    passages = Candidates(positions, cosines[positions], scores)
    weight = words_weight(max(matches.share, named.share))
    documents, best = by_document(
        passages, table.document_ids[positions], fuse(passages, mode, weight)
    )
    candidates = _with_names(documents, named)
    shown = np.concatenate((positions[best], np.full(len(named.files.ids), -1, np.int64)))
    return _sorted(candidates, shown, fuse(candidates, mode, weight), len(documents.ids))


def _passages_of(connection: sqlite3.Connection, documents: Sequence[int]) -> NDArray[np.int64]:
    rows = connection.execute(
        "SELECT p.id FROM json_each(?) wanted JOIN passages p ON p.document_id = wanted.value",
        (json.dumps(documents),),
    )
    return np.fromiter((row[0] for row in rows), np.int64)


def _positions_of(
    table: PassageTable, passages: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Where passages (n,) stand in the table, for those that are in it, and which (n,) these are.

    What came after the table was loaded is not in it, nor what was cut for another model.
    """
    if not len(table.passage_ids):
        return np.array([], np.int64), np.zeros(len(passages), np.bool_)
    places = np.searchsorted(table.passage_ids, passages)
    places = np.minimum(places, len(table.passage_ids) - 1)
    known = table.passage_ids[places] == passages
    return places[known], known


def _with_names(documents: Candidates, named: Named) -> Candidates:
    """Add the names' BM25 to their documents, and the files without text as candidates."""
    bm25 = documents.bm25.copy()
    places = np.searchsorted(documents.ids, named.documents)
    inside = places < len(documents.ids)
    inside[inside] = documents.ids[places[inside]] == named.documents[inside]
    bm25[places[inside]] += named.scores[inside]
    unknown = np.full(len(named.files.ids), np.nan, np.float32)
    return Candidates(
        np.concatenate((documents.ids, named.files.ids)),
        np.concatenate((documents.cosines, unknown)),
        np.concatenate((bm25, named.files.scores)),
    )


def _sorted(
    candidates: Candidates,
    shown: NDArray[np.int64],
    scores: NDArray[np.float32],
    documents: int,
) -> list[Ranked]:
    """The candidates as records, the best first; the first `documents` of them are documents."""
    ranked = []
    for place in np.argsort(-scores, kind="stable").tolist():
        id_, cosine = int(candidates.ids[place]), float(candidates.cosines[place])
        bm25 = float(candidates.bm25[place])
        ranked.append(
            Ranked(
                document=id_ if place < documents else None,
                file=id_ if place >= documents else None,
                position=int(shown[place]),
                score=float(scores[place]),
                cosine=None if np.isnan(cosine) else cosine,
                bm25=bm25 if bm25 > 0 else None,
            )
        )
    return ranked
