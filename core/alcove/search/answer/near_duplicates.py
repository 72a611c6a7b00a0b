"""Deduplicate hits: show near-identical documents once, the newest, and list the others."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Self

import numpy as np

from alcove.index.hit_rows import beginning, last_change
from alcove.index.vectors import PassageTable
from alcove.language import characters, surface
from alcove.search.ranking.document_ranking import RankedHit

# Broder, "On the resemblance and containment of documents", 1997: the Jaccard similarity of the
# sets of shingles. One word changed in a row of 20 changes four shingles of 4 words in 17.
_RUN = 4  # words
_ALIKE = 0.8
# Two copies of a form that are filled in differently share most shingles too. But the words that
# only one of them has are names, dates and amounts; corrections of a draft are words of any kind.
_FILLED_IN = 2  # names and numbers; a single one may be a correction
_TOKEN = re.compile(r"\w+")
_COMPARED = 20_000  # characters from the beginning of each document
_NEAR = 0.95  # cosine of the two best passages: versions answer with nearly the same one
_CLOSE = 0.1  # share of the score by which a version may be behind
_BELOW = 30  # ranks below a hit in which to look for versions


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """A hit and its near-duplicates: documents with nearly the same text.

    Attributes:
        shown: the newest of them, with the score of the best.
        others: the rest, newest first.
    """

    shown: RankedHit
    others: tuple[RankedHit, ...] = ()


def collapsed(
    connection: sqlite3.Connection, table: PassageTable, ranked: Sequence[RankedHit]
) -> Iterator[DuplicateGroup]:
    """Yield the hits in rank order, near-duplicates grouped.

    A group takes the rank of its best document. Texts are compared only if score and passage are
    nearly the same, so most answers need no comparison.
    """
    finder = _DuplicateFinder(connection, table)
    grouped: set[int] = set()
    for rank, hit in enumerate(ranked):
        if rank in grouped:
            continue
        below = finder.near(hit, ranked[rank + 1 : rank + 1 + _BELOW])
        candidates = [rank + 1 + at for at in below if rank + 1 + at not in grouped]
        duplicates = [at for at in candidates if finder.are_alike(hit, ranked[at])]
        grouped.update(duplicates)
        yield finder.newest_first(hit, [ranked[at] for at in duplicates])


@dataclass(frozen=True, slots=True)
class _Text:
    """The features of a document that are compared.

    Attributes:
        runs: hashes of its shingles; of its words if it has too few for a shingle.
        tokens: its words and numbers as written.
    """

    runs: frozenset[int]
    tokens: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        words = [*surface(text), *characters(text)]
        runs = zip(*(words[at:] for at in range(_RUN)), strict=False)
        hashes = frozenset(map(hash, runs)) or frozenset(map(hash, words))
        return cls(hashes, frozenset(_TOKEN.findall(text)))


def _is_filled_in(text: _Text, other: _Text) -> bool:
    """Return whether `text` is a filled-in form: its own words are mostly names and numbers."""
    unique = text.tokens - other.tokens
    filled = sum(token[0].isupper() or any(map(str.isdigit, token)) for token in unique)
    return filled >= _FILLED_IN and 2 * filled > len(unique)


class _DuplicateFinder:
    """Compares documents; caches their features for the length of one answer."""

    def __init__(self, connection: sqlite3.Connection, table: PassageTable) -> None:
        self._connection = connection
        self._table = table
        self._read: dict[int, _Text] = {}

    def near(self, hit: RankedHit, below: Sequence[RankedHit]) -> list[int]:
        """Return the indices of `below` with nearly the same score and nearly the same passage.

        Passages whose vector is still missing count as near, so that their texts are compared.
        """
        close = list(takewhile(lambda other: other.score >= hit.score * (1 - _CLOSE), below))
        if hit.position < 0 or not close:
            return []
        positions = np.array([other.position for other in close])
        row, rows = self._table.rows[hit.position], self._table.rows[positions]
        near = rows < 0
        if row >= 0:
            near |= self._table.vectors[rows] @ self._table.vectors[row] >= _NEAR
        return np.flatnonzero((near | (row < 0)) & (positions >= 0)).tolist()

    def are_alike(self, hit: RankedHit, other: RankedHit) -> bool:
        if hit.document is None or other.document is None:
            return False
        first, second = self._text(hit.document), self._text(other.document)
        common = len(first.runs & second.runs)
        if common < _ALIKE * max(1, len(first.runs) + len(second.runs) - common):
            return False
        return not (_is_filled_in(first, second) and _is_filled_in(second, first))

    def newest_first(self, hit: RankedHit, others: Sequence[RankedHit]) -> DuplicateGroup:
        if not others:
            return DuplicateGroup(hit)
        newest, *rest = sorted(
            (hit, *others), key=lambda version: -last_change(self._connection, version.document)
        )
        return DuplicateGroup(replace(newest, score=hit.score, why=hit.why), tuple(rest))

    def _text(self, document: int) -> _Text:
        if document not in self._read:
            self._read[document] = _Text.of(beginning(self._connection, document, _COMPARED))
        return self._read[document]
