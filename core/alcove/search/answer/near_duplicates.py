"""Versions of one text among the hits: shown once, by the newest, with the others beside it."""

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

# Broder, "On the resemblance and containment of documents", 1997: the share of common runs of words
# among all. One word changed in a row of 20 changes four runs of 4 in 17.
_RUN = 4  # words
_ALIKE = 0.8
# A form that is filled in otherwise may have most runs in common too; but what each has alone is
# names, dates and amounts, while the corrections of a draft are words of any kind.
_FILLED_IN = 2  # of them, from which on it is not one figure or one name that was corrected
_TOKEN = re.compile(r"\w+")
_COMPARED = 20_000  # characters from the beginning of each
_NEAR = 0.95  # cosine of the passages found: versions answer with nearly the same one
_CLOSE = 0.1  # of the score: versions answer nearly as well
_BELOW = 30  # ranks in which versions are looked for


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """A hit and the documents that hold nearly the same text.

    Attributes:
        shown: the newest of them, with the score of the best.
        others: the rest, the newest first.
    """

    shown: RankedHit
    others: tuple[RankedHit, ...] = ()


def collapsed(
    connection: sqlite3.Connection, table: PassageTable, ranked: Sequence[RankedHit]
) -> Iterator[DuplicateGroup]:
    """Yield the hits in their order, versions of the same text together.

    A group stands where its best document stood. Texts are compared only where score and passage
    are nearly the same, which costs nothing for most answers.
    """
    versions = _DuplicateFinder(connection, table)
    taken: set[int] = set()
    for place, one in enumerate(ranked):
        if place in taken:
            continue
        near = versions.near(one, ranked[place + 1 : place + 1 + _BELOW])
        later = [place + 1 + at for at in near if place + 1 + at not in taken]
        alike = [at for at in later if versions.are_alike(one, ranked[at])]
        taken.update(alike)
        yield versions.newest_first(one, [ranked[at] for at in alike])


@dataclass(frozen=True, slots=True)
class _Text:
    """What of a document is compared.

    Attributes:
        runs: hashes of its runs of words; of its words, where it has too few for a run.
        tokens: its words and numbers as they are written.
    """

    runs: frozenset[int]
    tokens: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        found = [*surface(text), *characters(text)]
        runs = zip(*(found[at:] for at in range(_RUN)), strict=False)
        hashes = frozenset(map(hash, runs)) or frozenset(map(hash, found))
        return cls(hashes, frozenset(_TOKEN.findall(text)))


def _is_filled_in(one: _Text, other: _Text) -> bool:
    """Whether what a text has alone is mostly names and numbers, as in the gaps of a form."""
    own = one.tokens - other.tokens
    filled = sum(token[0].isupper() or any(map(str.isdigit, token)) for token in own)
    return filled >= _FILLED_IN and 2 * filled > len(own)


class _DuplicateFinder:
    """Compares documents; remembers the words of those that it read, for one answer."""

    def __init__(self, connection: sqlite3.Connection, table: PassageTable) -> None:
        self._connection = connection
        self._table = table
        self._read: dict[int, _Text] = {}

    def near(self, one: RankedHit, below: Sequence[RankedHit]) -> list[int]:
        """Which of those below answer nearly as well, with nearly the same passage.

        Where a vector is still missing, that cannot be told, and their texts are compared.
        """
        close = list(takewhile(lambda other: other.score >= one.score * (1 - _CLOSE), below))
        if one.position < 0 or not close:
            return []
        positions = np.array([other.position for other in close])
        row, rows = self._table.rows[one.position], self._table.rows[positions]
        near = rows < 0
        if row >= 0:
            near |= self._table.vectors[rows] @ self._table.vectors[row] >= _NEAR
        return np.flatnonzero((near | (row < 0)) & (positions >= 0)).tolist()

    def are_alike(self, one: RankedHit, other: RankedHit) -> bool:
        if one.document is None or other.document is None:
            return False
        first, second = self._text(one.document), self._text(other.document)
        common = len(first.runs & second.runs)
        if common < _ALIKE * max(1, len(first.runs) + len(second.runs) - common):
            return False
        return not (_is_filled_in(first, second) and _is_filled_in(second, first))

    def newest_first(self, one: RankedHit, others: Sequence[RankedHit]) -> DuplicateGroup:
        if not others:
            return DuplicateGroup(one)
        newest, *rest = sorted(
            (one, *others), key=lambda each: -last_change(self._connection, each.document)
        )
        return DuplicateGroup(replace(newest, score=one.score, why=one.why), tuple(rest))

    def _text(self, document: int) -> _Text:
        if document not in self._read:
            self._read[document] = _Text.of(beginning(self._connection, document, _COMPARED))
        return self._read[document]
