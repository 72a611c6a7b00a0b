"""Both arms, asked once for one query."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from alcove.index.words.errors import WordsError
from alcove.search.filtering.filters import AllowedIds
from alcove.search.ranking import candidates
from alcove.search.ranking.document_ranking import NameMatches, name_owners
from alcove.search.ranking.fusion import Mode
from alcove.search.ranking.score_scales import Calibration, ScoreScale
from alcove.search.ranking.semantic_arm import EncodeQuery, SemanticArm
from alcove.search.words.keyword_arm import KeywordArm, KeywordMatches
from alcove.search.words.query_terms import QueryTerm

NOTHING = KeywordMatches(np.array([], np.int64), np.array([], np.float32))
_AT_HOME = 1.0  # the knowledge of a language that was not measured


@dataclass(frozen=True, slots=True)
class ArmQuery:
    """What the arms are asked.

    Attributes:
        text: for the words arm; for the meaning arm as well, where there is no vector.
        vector: float32 (d,), L2-normalised; None to encode the text.
        passing: what may be found; None for everything.
        typing: whether the last word may be unfinished.
    """

    text: str
    vector: NDArray[np.float32] | None = None
    passing: AllowedIds | None = None
    typing: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.text) or self.vector is not None


class Notice(StrEnum):
    """What makes an answer less than it should be."""

    WITHOUT_WORDS = "without words"  # the words index is missing or damaged: meaning alone


@dataclass(frozen=True, slots=True)
class ArmResults:
    """What the arms say.

    Attributes:
        cosines: float32 (n,), of all passages; NaN where unknown or not asked.
        nearest: positions of the passages that meaning found, the nearest first.
        matches: passages that words found.
        named: documents and files that words found by name.
        scale: what scores mean for the query's language; None before that was measured.
        notices: what is missing.
    """

    cosines: NDArray[np.float32]
    nearest: NDArray[np.int64]
    matches: KeywordMatches
    named: NameMatches
    scale: ScoreScale | None
    notices: tuple[Notice, ...] = ()

    @property
    def terms(self) -> tuple[QueryTerm, ...]:
        """The words of the query, as the passages' index knows them."""
        return self.matches.terms

    @property
    def is_exact(self) -> bool:
        """Whether nothing but names and numbers was asked for, and the library has them."""
        content = [term for term in self.terms if not term.is_stop_word]
        return bool(content) and all(term.is_identifier and term.share for term in content)

    @property
    def share(self) -> float:
        """The best BM25 as a share of the highest that the query could reach, 0…1."""
        return max(self.matches.share, self.named.share)

    @property
    def ceiling(self) -> float:
        """The highest BM25 that the query could reach; 0 where no word is known."""
        if self.matches.share:
            return float(self.matches.scores.max()) / self.matches.share
        return self.named.highest / self.named.share if self.named.share else 0.0

    @property
    def highest_cosine(self) -> float | None:
        """Of the nearest passage; None where no vector was asked."""
        return float(self.cosines[self.nearest[0]]) if len(self.nearest) else None

    @property
    def average_cosine(self) -> float:
        """Of all passages with a vector; 0 where none was asked."""
        return float(np.nanmean(self.cosines)) if len(self.nearest) else 0.0

    @property
    def knowledge(self) -> float:
        """How well the model knows the query's language, 0…1."""
        return self.scale.knowledge if self.scale else _AT_HOME


@dataclass(frozen=True, slots=True)
class Arms:
    """The two arms and what they need; one thread at a time.

    Attributes:
        connection: read-only, to the index.
        words: the words arm.
        meaning: the meaning arm.
        encode_query: text → float32 (d,), L2-normalised.
        calibration: of this library; None before it was measured.
    """

    connection: sqlite3.Connection
    words: KeywordArm
    meaning: SemanticArm
    encode_query: EncodeQuery
    calibration: Calibration | None

    def ask(self, asked: ArmQuery, mode: Mode) -> ArmResults:
        """Ask the arms that the mode wants, side by side; without a words index, meaning alone.

        Raises:
            WordsError: there is none, and words alone were asked for.
        """
        matches, names, notices = NOTHING, NOTHING, tuple[Notice, ...]()
        with ThreadPoolExecutor(1) as beside:
            encoding = beside.submit(self._cosines, asked, mode)
            if mode is not Mode.MEANING:
                try:
                    matches, names = self._ask_words(asked)
                except WordsError:
                    if mode is Mode.WORDS:
                        raise
                    notices = (Notice.WITHOUT_WORDS,)
            cosines = encoding.result()
        return ArmResults(
            cosines,
            candidates.by_meaning(self.meaning.table, cosines, asked.passing),
            matches,
            name_owners(self.connection, names, asked.passing),
            self.calibration.scale(asked.text) if self.calibration else None,
            notices,
        )

    def vector(self, asked: ArmQuery) -> NDArray[np.float32]:
        """What the meaning arm is asked with, float32 (d,)."""
        return self.encode_query(asked.text) if asked.vector is None else asked.vector

    def _ask_words(self, asked: ArmQuery) -> tuple[KeywordMatches, KeywordMatches]:
        text, passing, typing = asked.text, asked.passing, asked.typing
        table = self.meaning.table
        return (
            candidates.by_words(self.words, table, text, passing, typing=typing),
            candidates.by_names(self.words, text, passing, typing=typing),
        )

    def _cosines(self, asked: ArmQuery, mode: Mode) -> NDArray[np.float32]:
        table = self.meaning.table
        if mode is Mode.WORDS or not len(table.vectors):
            return np.full(len(table.passage_ids), np.nan, np.float32)
        return self.meaning.cosines(self.vector(asked))
