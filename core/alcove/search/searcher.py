"""One question, from both arms to documents with their best passages and what in them answers."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from alcove.index.words_errors import WordsError
from alcove.search.answer import Answer, Hit
from alcove.search.arms import Arms, Asked, Told
from alcove.search.calibration.calibration import read_calibration
from alcove.search.calibration.verdict import Verdict, judge
from alcove.search.duplicates import collapsed
from alcove.search.evidence import evidence
from alcove.search.evidence.matching import Sought, sought
from alcove.search.filtering.filters import Allowed, Gate
from alcove.search.filtering.narrowing import narrowed, without
from alcove.search.fusion import Mode
from alcove.search.hits import hits_of
from alcove.search.likeness import likeness
from alcove.search.listing import newest
from alcove.search.meaning import EncodeQuery, MeaningArm
from alcove.search.question.query import Query, QueryError, without_text
from alcove.search.ranking import Ranked, found, rank
from alcove.search.weighing import weigh
from alcove.search.words.arm import WordsArm
from alcove.search.words.query_terms import QueryTerm

# Documents that are ranked for each hit: some are gone since, some are versions of others.
_DEEPER, _MORE = 2, 50

EncodePassages = Callable[[Sequence[str]], NDArray[np.float32]]


class Searcher:
    """Everything that an answer needs, loaded once; one thread at a time."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        words: WordsArm,
        meaning: MeaningArm,
        encode_query: EncodeQuery,
        encode_passages: EncodePassages,
    ) -> None:
        """Put the parts together.

        Args:
            connection: read-only, to the index.
            words: the words arm.
            meaning: the meaning arm, of what the index held when it was loaded.
            encode_query: text → float32 (d,), L2-normalised; not called for words alone.
            encode_passages: n texts → float32 (n, d), L2-normalised; only `refine` calls it.
        """
        self._connection = connection
        self._table = meaning.table
        self._words = words
        self._arms = Arms(connection, words, meaning, encode_query, read_calibration(connection))
        self._encode_passages = encode_passages
        self._gate = Gate(connection)

    def search(
        self, query: Query, *, mode: Mode = Mode.BEST, limit: int = 10, shown: int | None = None
    ) -> Answer:
        """Find the documents that answer `query`, at most `limit`, the best first.

        Where the words index is missing or damaged, meaning answers alone, and a notice says so.

        Args:
            query: what is asked.
            mode: which arms to ask.
            limit: how many hits.
            shown: how many of them get their evidence; all, for None.

        Raises:
            QueryError: the file of `query.similar` has no text in this library.
            WordsError: the words index is missing, and was needed: for words alone, a phrase, an
                exclusion, or what is similar.
        """
        started = time.perf_counter()
        passing = self._gate.allowed(query.filters)
        passing = narrowed(
            self._connection, passing, self._words, phrases=query.phrases, excluded=query.excluded
        )
        asked = self._asked(query, passing)
        if not asked:
            hits = tuple(islice(self._newest(asked, query, limit), limit))
            verdict = Verdict.RELEVANT if hits else Verdict.NOTHING
            return Answer(
                query, mode, self._table.coverage, time.perf_counter() - started, hits, verdict
            )
        told = self._arms.ask(asked, mode)
        ranked = self._ranked(told, mode, _MORE + _DEEPER * limit)
        every = islice(self._hits(ranked, query), limit)
        hits = tuple(self._with_evidence(islice(every, shown), told.terms, query))
        seconds = time.perf_counter() - started
        hits = (*hits, *every)
        return Answer(
            query,
            mode,
            self._table.coverage,
            seconds,
            hits,
            self._verdict(query, mode, told, hits),
            told.matches.corrected,
            told.notices,
        )

    def refine(self, answer: Answer) -> Answer:
        """The same hits, with the sentences that answer best by words and meaning together.

        It encodes the sentences that come into question, which takes longer than the search; the
        passages stay, so that nothing moves on the screen.
        """
        if answer.mode is Mode.WORDS or not len(self._table.vectors):
            return answer
        try:
            asked = self._asked(answer.query, None)
        except (QueryError, WordsError):
            return answer  # what it was like has gone since
        if not asked:
            return answer
        looked_for = sought(self._terms(asked))
        reads = [_read(hit, looked_for, answer.query) for hit in answer.hits if hit.evidence]
        calibration = self._arms.calibration
        trust = calibration.scale(asked.text).knowledge if calibration else 1.0
        vector = self._arms.vector(asked)
        better = iter(evidence.by_both(reads, vector, self._encode_passages, trust=trust))
        hits = (replace(hit, evidence=next(better)) if hit.evidence else hit for hit in answer.hits)
        return replace(answer, hits=tuple(hits))

    def _asked(self, query: Query, passing: Allowed | None) -> Asked:
        if query.similar is None:
            return Asked(query.text.strip(), None, passing, query.typing)
        like = likeness(self._connection, self._table, self._words, query.similar)
        if like is None:
            raise without_text(query)
        passing = without(self._connection, passing, like.documents)
        return Asked(f"{query.text} {like.text}".strip(), like.vector, passing)

    def _ranked(self, told: Told, mode: Mode, limit: int) -> list[Ranked]:
        every = found(self._table, told.cosines, told.nearest, told.matches, told.named)
        weight = weigh(
            every.candidates,
            ceiling=told.ceiling,
            entries=len(self._table.passage_ids),
            average=told.average_cosine,
            terms=told.terms,
            knowledge=told.knowledge,
        )
        return rank(every, mode, weight, limit)

    def _newest(self, asked: Asked, query: Query, limit: int) -> Iterator[Hit]:
        """What passes, where nothing is looked for; a file that says nothing is like nothing."""
        if query.similar is not None:
            return iter(())
        depth = _MORE + _DEEPER * limit
        return self._hits(newest(self._connection, self._table, asked.passing, depth), query)

    def _terms(self, asked: Asked) -> tuple[QueryTerm, ...]:
        """The words of a query; none without a words index: meaning shows what it can."""
        try:
            return self._words.terms(asked.text, typing=asked.typing)
        except WordsError:
            return ()

    def _hits(self, ranked: Sequence[Ranked], query: Query) -> Iterator[Hit]:
        groups = collapsed(self._connection, self._table, ranked)
        return hits_of(self._connection, self._table, groups, query.filters)

    def _with_evidence(
        self, hits: Iterable[Hit], terms: Sequence[QueryTerm], query: Query
    ) -> Iterator[Hit]:
        looked_for = sought(terms)
        for hit in hits:
            if hit.passage is None:
                yield hit
            else:
                yield replace(hit, evidence=evidence.by_words(_read(hit, looked_for, query)))

    def _verdict(self, query: Query, mode: Mode, told: Told, hits: Sequence[Hit]) -> Verdict:
        if not hits:
            return Verdict.NOTHING
        if told.is_exact and mode is Mode.BEST:
            mode = Mode.WORDS  # what they resemble says nothing
        exact = bool(query.phrases) or query.similar is not None
        return judge(mode, told.scale, cosine=told.highest_cosine, share=told.share, exact=exact)


def _read(hit: Hit, looked_for: Sought, query: Query) -> evidence.Read:
    assert hit.passage is not None
    return evidence.read(hit.passage, looked_for, hit.language, query.phrases)
