"""One question, from both arms to documents with their best passages."""

import sqlite3
import time
from collections.abc import Callable
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from alcove.index.words_errors import WordsError
from alcove.search.answer import Answer, Notice
from alcove.search.filters import Allowed, Filters, allowed
from alcove.search.fusion import Mode
from alcove.search.hits import hits_of
from alcove.search.meaning import MeaningArm, best
from alcove.search.ranking import Ranked, name_owners, rank
from alcove.search.words import Matches, WordsArm

_DEPTH = 1000
"""Passages taken from each arm; what lies deeper does not reach the hits that anyone looks at."""

_NAMES = 50  # files taken by their names
_NOTHING = Matches(np.array([], np.int64), np.array([], np.float32))

EncodeQuery = Callable[[str], NDArray[np.float32]]


class Searcher:
    """Everything that an answer needs, loaded once; one thread at a time."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        words: WordsArm,
        meaning: MeaningArm,
        encode_query: EncodeQuery,
    ) -> None:
        """Put the parts together.

        Args:
            connection: read-only, to the index.
            words: the words arm.
            meaning: the meaning arm, of what the index held when it was loaded.
            encode_query: text → float32 (d,), L2-normalised; not called for words alone.
        """
        self._connection = connection
        self._words = words
        self._meaning = meaning
        self._encode_query = encode_query

    def search(
        self,
        query: str,
        *,
        mode: Mode = Mode.BEST,
        limit: int = 10,
        filters: Filters | None = None,
    ) -> Answer:
        """Find the documents that answer `query`, at most `limit`, the best first.

        Where the words index is missing or damaged, meaning answers alone, and a notice says so.

        Raises:
            WordsError: it is, and words alone were asked for.
        """
        started = time.perf_counter()
        filters = filters or Filters()
        table = self._meaning.table
        ranked, notices = self._rank(query.strip(), mode, allowed(self._connection, filters))
        hits = tuple(islice(hits_of(self._connection, table, ranked, filters), limit))
        seconds = time.perf_counter() - started
        return Answer(query, mode, table.coverage, seconds, hits, notices)

    def _rank(
        self, query: str, mode: Mode, passing: Allowed | None
    ) -> tuple[list[Ranked], tuple[Notice, ...]]:
        table = self._meaning.table
        matches, names, notices = _NOTHING, _NOTHING, tuple[Notice, ...]()
        cosines = np.full(len(table.passage_ids), np.nan, np.float32)
        if mode is not Mode.MEANING:
            try:
                matches, names = self._ask_words(query, passing)
            except WordsError:
                if mode is Mode.WORDS:
                    raise
                notices = (Notice.WITHOUT_WORDS,)
        if mode is not Mode.WORDS and query and len(table.vectors):
            cosines = self._meaning.cosines(self._encode_query(query))
        passes = passing.has_documents(table.document_ids) if passing else None
        nearest = best(cosines, passes, _DEPTH)
        named = name_owners(self._connection, names)
        return rank(table, cosines, nearest, matches, named, mode), notices

    def _ask_words(self, query: str, passing: Allowed | None) -> tuple[Matches, Matches]:
        """The passages and the file names that words find."""
        passages, names = (passing.has_documents, passing.has_files) if passing else (None, None)
        return (
            self._words.passages(query, _DEPTH, passages),
            self._words.names(query, _NAMES, names),
        )
