"""Ask the keyword and the semantic arm one query, in parallel."""

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
_FULL_KNOWLEDGE = 1.0  # assumed for a language that is not calibrated


@dataclass(frozen=True, slots=True)
class ArmQuery:
    """The query as both arms take it.

    Attributes:
        text: for the keyword arm; without a vector, for the semantic arm as well.
        vector: float32 (d,), L2-normalised; None to encode the text.
        passing: the ids that may be found; None for all.
        typing: whether the last word may be unfinished.
    """

    text: str
    vector: NDArray[np.float32] | None = None
    passing: AllowedIds | None = None
    typing: bool = False

    def __bool__(self) -> bool:
        """Return whether there is anything to search for."""
        return bool(self.text) or self.vector is not None


class Notice(StrEnum):
    """A reason why an answer is incomplete."""

    WITHOUT_WORDS = "without words"  # the words index is missing or damaged: meaning alone


@dataclass(frozen=True, slots=True)
class ArmResults:
    """The results of both arms.

    Attributes:
        cosines: float32 (n,), of all passages; NaN without a vector or if not asked.
        nearest: int64 (m,), positions of the semantic arm's passages, nearest first.
        matches: passages of the keyword arm.
        named: documents and files that the keyword arm found by name.
        scale: the score scale of the query's language; None before calibration.
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
        """The words of the query, as the index of passages has them."""
        return self.matches.terms

    @property
    def is_exact(self) -> bool:
        """Whether the query is nothing but names and numbers, all of which the library has."""
        content = [term for term in self.terms if not term.is_stop_word]
        return bool(content) and all(term.is_identifier and term.share for term in content)

    @property
    def share(self) -> float:
        """The best BM25 as a share of the highest that the query could reach, 0…1."""
        return max(self.matches.share, self.named.share)

    @property
    def ceiling(self) -> float:
        """The highest BM25 that the query could reach; 0 if no word matches."""
        if self.matches.share:
            return float(self.matches.scores.max()) / self.matches.share
        return self.named.highest / self.named.share if self.named.share else 0.0

    @property
    def highest_cosine(self) -> float | None:
        """The cosine of the nearest passage; None if the semantic arm found nothing."""
        return float(self.cosines[self.nearest[0]]) if len(self.nearest) else None

    @property
    def average_cosine(self) -> float:
        """The mean cosine of all passages with a vector; 0 if the semantic arm found nothing."""
        return float(np.nanmean(self.cosines)) if len(self.nearest) else 0.0

    @property
    def knowledge(self) -> float:
        """The model's knowledge of the query's language, 0…1."""
        return self.scale.knowledge if self.scale else _FULL_KNOWLEDGE


@dataclass(frozen=True, slots=True)
class Arms:
    """The two arms and what they need. Only one thread at a time may use it.

    Attributes:
        connection: read-only, to the index.
        words: the keyword arm.
        meaning: the semantic arm.
        encode_query: text → float32 (d,), L2-normalised.
        calibration: of this library; None before calibration.
    """

    connection: sqlite3.Connection
    words: KeywordArm
    meaning: SemanticArm
    encode_query: EncodeQuery
    calibration: Calibration | None

    def ask(self, query: ArmQuery, mode: Mode) -> ArmResults:
        """Ask the mode's arms in parallel; without a words index, the semantic arm alone.

        Raises:
            WordsError: the words index is missing or damaged, and the mode is words.
        """
        matches, names, notices = NOTHING, NOTHING, tuple[Notice, ...]()
        with ThreadPoolExecutor(1) as executor:
            encoding = executor.submit(self._cosines, query, mode)
            if mode is not Mode.MEANING:
                try:
                    matches, names = self._ask_words(query)
                except WordsError:
                    if mode is Mode.WORDS:
                        raise
                    notices = (Notice.WITHOUT_WORDS,)
            cosines = encoding.result()
        return ArmResults(
            cosines,
            candidates.by_meaning(self.meaning.table, cosines, query.passing),
            matches,
            name_owners(self.connection, names, query.passing),
            self.calibration.scale(query.text) if self.calibration else None,
            notices,
        )

    def vector(self, query: ArmQuery) -> NDArray[np.float32]:
        """Return the query's vector for the semantic arm, float32 (d,)."""
        return self.encode_query(query.text) if query.vector is None else query.vector

    def _ask_words(self, query: ArmQuery) -> tuple[KeywordMatches, KeywordMatches]:
        text, passing, typing = query.text, query.passing, query.typing
        table = self.meaning.table
        return (
            candidates.by_words(self.words, table, text, passing, typing=typing),
            candidates.by_names(self.words, text, passing, typing=typing),
        )

    def _cosines(self, query: ArmQuery, mode: Mode) -> NDArray[np.float32]:
        table = self.meaning.table
        if mode is Mode.WORDS or not len(table.vectors):
            return np.full(len(table.passage_ids), np.nan, np.float32)
        return self.meaning.cosines(self.vector(query))
