"""Rank the candidates of both arms: documents by their best passage, and files by name."""

import math
import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alcove.index.hit_rows import first_documents
from alcove.index.ids import passages_of
from alcove.index.vectors import PassageTable
from alcove.search.filtering.filters import AllowedIds
from alcove.search.ids import distinct
from alcove.search.ranking.fusion import (
    ArmWeights,
    Candidates,
    Mode,
    ScoreParts,
    about_as_good,
    best_of_each,
    fuse,
)
from alcove.search.words.keyword_arm import KeywordMatches

_NO_PASSAGE = -1


@dataclass(frozen=True, slots=True)
class NameMatches:
    """Documents and files found by file name.

    Attributes:
        documents: int64 (n,), ascending, each once.
        scores: float32 (n,), BM25 of the best name of each.
        passages: int64 (m,), ids of all passages of these documents, under every split.
        files: matching files without text.
        share: the best score as a share of the highest that the query could reach, 0…1.
    """

    documents: NDArray[np.int64]
    scores: NDArray[np.float32]
    passages: NDArray[np.int64]
    files: KeywordMatches
    share: float

    @property
    def highest(self) -> float:
        """The highest BM25 of a name; 0 without a match."""
        return float(max(self.scores.max(initial=0), self.files.scores.max(initial=0)))


@dataclass(frozen=True, slots=True)
class RankedHit:
    """A ranked document or file, before its paths and text are looked up.

    Attributes:
        document: id of the document; None for a file without text.
        file: id of the file; None for a document.
        position: of the best passage in the passage table; -1 if there is none.
        score: 0…1.
        cosine: of the document's best passage; None without a vector.
        bm25: sum for its best passage and its name; None if no word matches.
        why: the parts of the score.
        more: how many other candidates of the document score at least half as high.
    """

    document: int | None
    file: int | None
    position: int
    score: float
    cosine: float | None
    bm25: float | None
    why: ScoreParts
    more: int = 0


def name_owners(
    connection: sqlite3.Connection, matches: KeywordMatches, passing: AllowedIds | None
) -> NameMatches:
    """Look up the documents of the files found by name; for a mailbox, its first message.

    A file may pass the filters by another of its documents, so the documents are filtered as well.
    """
    best: dict[int, float] = {}
    textless: list[tuple[int, float]] = []
    held = first_documents(connection, matches.ids.tolist())
    for file, score in zip(matches.ids.tolist(), matches.scores.tolist(), strict=True):
        document = held.get(file)
        if document is not None:
            best[document] = max(score, best.get(document, 0.0))
        elif file in held:
            textless.append((file, score))
    owners = np.array(sorted(best), np.int64)
    documents = owners[passing.has_documents(owners)] if passing else owners
    return NameMatches(
        documents,
        np.array([best[document] for document in documents.tolist()], np.float32),
        passages_of(connection, documents),
        KeywordMatches(
            np.array([file for file, _ in textless], np.int64),
            np.array([score for _, score in textless], np.float32),
        ),
        matches.share,
    )


@dataclass(frozen=True, slots=True)
class QueryCandidates:
    """The candidates of one query: passages, and files that have no text.

    Attributes:
        candidates: the passages by their position in the table, then documents found by name that
            have no passages in it (-1), then the files by their id.
        documents: int64 (n,), the document of each passage; for a file, -1 - its id.
    """

    candidates: Candidates
    documents: NDArray[np.int64]


def found(
    table: PassageTable,
    cosines: NDArray[np.float32],
    nearest: NDArray[np.int64],
    matches: KeywordMatches,
    named: NameMatches,
) -> QueryCandidates:
    """Combine the results of both arms into candidates.

    Args:
        table: all passages, n of them.
        cosines: float32 (n,), NaN without a vector or if not asked.
        nearest: positions that the semantic arm found.
        matches: passages that the keyword arm found.
        named: matches by file name; their BM25 is added to all passages of their documents.
    """
    by_words, of_names = table.positions_of(matches.ids), table.positions_of(named.passages)
    in_table = by_words >= 0
    positions = distinct(np.concatenate((by_words[in_table], nearest, of_names[of_names >= 0])))
    bm25 = np.zeros(len(positions), np.float32)
    bm25[np.searchsorted(positions, by_words[in_table])] = matches.scores[in_table]
    documents = table.document_ids[positions]
    without_passages = ~np.isin(named.documents, table.document_ids[of_names[of_names >= 0]])
    no_positions = np.full(int(without_passages.sum()), _NO_PASSAGE)
    no_cosines = np.full(len(no_positions) + len(named.files.ids), np.nan, np.float32)
    of_passages = bm25 + _of_names(named, documents)
    return QueryCandidates(
        Candidates(
            np.concatenate((positions, no_positions, named.files.ids)),
            np.concatenate((cosines[positions], no_cosines)),
            np.concatenate((of_passages, named.scores[without_passages], named.files.scores)),
        ),
        np.concatenate((documents, named.documents[without_passages], -1 - named.files.ids)),
    )


def rank(pool: QueryCandidates, mode: Mode, weight: ArmWeights, limit: int) -> list[RankedHit]:
    """Return at most `limit` documents and files, best first."""
    parts = fuse(pool.candidates, mode, weight)
    order = best_of_each(pool.documents, parts.scores)[:limit]
    columns = (
        pool.documents,
        pool.candidates.ids,
        parts.scores,
        pool.candidates.cosines,
        pool.candidates.bm25,
        parts.meaning,
        parts.words,
    )
    more = about_as_good(pool.documents, parts.scores, order).tolist()
    rows = zip(*(column[order].tolist() for column in columns), more, strict=True)
    return [
        RankedHit(
            document=owner if owner >= 0 else None,
            file=None if owner >= 0 else id_,
            position=id_ if owner >= 0 else _NO_PASSAGE,
            score=score,
            cosine=None if math.isnan(cosine) else cosine,
            bm25=bm25 if bm25 > 0 else None,
            why=ScoreParts(meaning, words, parts.weight),
            more=others,
        )
        for owner, id_, score, cosine, bm25, meaning, words, others in rows
    ]


def _of_names(named: NameMatches, documents: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the BM25 of each document's file name, float32 (n,); 0 where none matches."""
    if not len(named.documents):
        return np.zeros(len(documents), np.float32)
    places = np.minimum(np.searchsorted(named.documents, documents), len(named.documents) - 1)
    matched = named.documents[places] == documents
    return np.where(matched, named.scores[places], np.float32(0))
