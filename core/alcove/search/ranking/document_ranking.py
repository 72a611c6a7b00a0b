"""The candidates of both arms, ranked: documents with their best passages, and files by name."""

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
    files: KeywordMatches
    share: float

    @property
    def highest(self) -> float:
        """The best BM25 of a name; 0 without any."""
        return float(max(self.scores.max(initial=0), self.files.scores.max(initial=0)))


@dataclass(frozen=True, slots=True)
class RankedHit:
    """One hit before its facts are looked up.

    Attributes:
        document: id of the document; None for a file that has no text.
        file: id of the file; None for a document.
        position: of the best passage in the passage table; -1 where there is none.
        score: 0…1.
        cosine: of the document's best passage; None without vector.
        bm25: of its best passage, and its name; None where no word matches.
        why: how the score came about.
        more: how many other candidates of the document are at least half as good.
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
    """Which documents the files found by name hold; of a mailbox, its first message.

    A file may pass for another of its documents, so that these are asked as well.
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
        candidates: the passages by their position in the table, then documents found by name whose
            passages are not in it (-1), then the files by their id.
        documents: int64 (n,): of each passage its document; of each file -1 - its id.
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
    """Bring together what the arms found.

    Args:
        table: all passages, n of them.
        cosines: float32 (n,), NaN where unknown or not asked.
        nearest: positions that the meaning arm found.
        matches: passages that the words arm found.
        named: what file names found: their BM25 goes to all passages of their documents.
    """
    by_words, of_names = table.positions_of(matches.ids), table.positions_of(named.passages)
    known = by_words >= 0
    positions = distinct(np.concatenate((by_words[known], nearest, of_names[of_names >= 0])))
    bm25 = np.zeros(len(positions), np.float32)
    bm25[np.searchsorted(positions, by_words[known])] = matches.scores[known]
    documents = table.document_ids[positions]
    absent = ~np.isin(named.documents, table.document_ids[of_names[of_names >= 0]])
    passageless = np.full(int(absent.sum()), _NO_PASSAGE)
    unknown = np.full(len(passageless) + len(named.files.ids), np.nan, np.float32)
    of_passages = bm25 + _of_names(named, documents)
    return QueryCandidates(
        Candidates(
            np.concatenate((positions, passageless, named.files.ids)),
            np.concatenate((cosines[positions], unknown)),
            np.concatenate((of_passages, named.scores[absent], named.files.scores)),
        ),
        np.concatenate((documents, named.documents[absent], -1 - named.files.ids)),
    )


def rank(found: QueryCandidates, mode: Mode, weight: ArmWeights, limit: int) -> list[RankedHit]:
    """The documents and files, the best first, at most `limit`."""
    parts = fuse(found.candidates, mode, weight)
    order = best_of_each(found.documents, parts.scores)[:limit]
    columns = (
        found.documents,
        found.candidates.ids,
        parts.scores,
        found.candidates.cosines,
        found.candidates.bm25,
        parts.meaning,
        parts.words,
    )
    more = about_as_good(found.documents, parts.scores, order).tolist()
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
    """The BM25 of the name of each document's file, float32 (n,); 0 where none matches."""
    if not len(named.documents):
        return np.zeros(len(documents), np.float32)
    places = np.minimum(np.searchsorted(named.documents, documents), len(named.documents) - 1)
    matched = named.documents[places] == documents
    return np.where(matched, named.scores[places], np.float32(0))
