"""One question, from both arms to documents with their best passages and what in them answers."""

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from alcove.index.words.errors import WordsError
from alcove.search.answer.highlights import EncodePassages, Highlighter
from alcove.search.answer.hits import hits_of, on_its_page, read_passage
from alcove.search.answer.near_duplicates import collapsed
from alcove.search.answer.result import Answer, FoundPassage, Hit
from alcove.search.calibration.verdict import Verdict, judge
from alcove.search.filtering.filters import AllowedIds, FilterGate
from alcove.search.filtering.required_phrases import narrowed, without
from alcove.search.question.query import Query, QueryError, without_text
from alcove.search.ranking.arm_weights import weigh
from alcove.search.ranking.arms import NOTHING, ArmQuery, ArmResults, Arms
from alcove.search.ranking.document_ranking import QueryCandidates, RankedHit, found, rank
from alcove.search.ranking.fusion import ArmWeights, Mode
from alcove.search.ranking.newest_first import newest
from alcove.search.ranking.score_scales import read_calibration
from alcove.search.ranking.semantic_arm import EncodeQuery, SemanticArm
from alcove.search.ranking.similar_files import file_query
from alcove.search.ranking.within_document import best_within
from alcove.search.words.keyword_arm import KeywordArm
from alcove.search.words.query_terms import QueryTerm

# Documents that are ranked for each hit: some are gone since, some are versions of others.
_DEEPER, _MORE = 2, 50


class Searcher:
    """Everything that an answer needs, loaded once; one thread at a time."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        words: KeywordArm,
        meaning: SemanticArm,
        encode_query: EncodeQuery,
        encode_passages: EncodePassages,
    ) -> None:
        """Put the parts together.

        Args:
            connection: read-only, to the index.
            words: the words arm.
            meaning: the meaning arm, of what the index held when it was loaded.
            encode_query: text → float32 (d,), L2-normalised; not called for words alone.
            encode_passages: for `refine` and `more`.
        """
        self._connection = connection
        self._table = meaning.table
        self._words = words
        self._arms = Arms(connection, words, meaning, encode_query, read_calibration(connection))
        self._encode_passages = encode_passages
        self._gate = FilterGate(connection)

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
        asked = self._asked(query, self._passing(query))
        if not asked:
            hits = tuple(islice(self._newest(asked, query, limit), limit))
            verdict = Verdict.RELEVANT if hits else Verdict.NOTHING
            return Answer(
                query, mode, self._table.coverage, time.perf_counter() - started, hits, verdict
            )
        told = self._arms.ask(asked, mode)
        every = self._found(told)
        ranked = rank(every, mode, self._weight(told, every), _MORE + _DEEPER * limit)
        rest = islice(self._hits(ranked, query), limit)
        highlighter = Highlighter.of(told.terms, query.phrases)
        hits = tuple(self._on_their_pages(highlighter.by_words(islice(rest, shown))))
        seconds = time.perf_counter() - started
        hits = (*hits, *rest)
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

    def refine(
        self,
        answer: Answer,
        *,
        start: int = 0,
        end: int | None = None,
        cancel: threading.Event | None = None,
    ) -> Answer:
        """The same hits, with the sentences that answer best by words and meaning together.

        It encodes the sentences that come into question, which takes longer than the search; the
        passages stay, so that nothing moves on the screen.

        Args:
            answer: of `search`.
            start: the first hit to refine.
            end: one past the last; all, for None.
            cancel: looked at every few sentences.

        Raises:
            Cancelled: the token was set.
        """
        if answer.mode is Mode.WORDS or not len(self._table.vectors):
            return answer
        highlighter, asked = self._highlighter(answer)
        if asked is None:
            return answer
        hits = answer.hits
        better = self._by_both(hits[start:end], highlighter, asked, cancel)
        return replace(answer, hits=(*hits[:start], *better, *hits[start:][len(better) :]))

    def show(self, answer: Answer) -> Answer:
        """The same hits, those that `search` left without evidence with what words show."""
        highlighter, asked = self._highlighter(answer)
        if asked is None:
            return answer
        hits = (hit if hit.evidence else highlighter.one_by_words(hit) for hit in answer.hits)
        return replace(answer, hits=tuple(self._on_their_pages(hits)))

    def more(self, answer: Answer, hit: Hit, limit: int = 10) -> tuple[FoundPassage, ...]:
        """Other passages of a hit's document that answer, the best first.

        They are scored as the hits are, and shown with the sentences that answer best. None where
        nothing was looked for.

        Args:
            answer: of `search`.
            hit: one of its.
            limit: how many.

        Raises:
            QueryError: the file of `similar:` has no text any more.
            WordsError: the words index is missing, and was needed.
        """
        query, mode = answer.query, answer.mode
        asked = self._asked(query, self._passing(query))
        if not asked or hit.document is None:
            return ()
        told = self._arms.ask(asked, mode)
        weight = self._weight(told, self._found(told))
        words = self._words.within(hit.document, told.terms) if told.terms else NOTHING
        places = best_within(self._table, hit.document, told, words, mode, weight)
        others = list(islice(self._others(hit, places), limit))
        highlighter = Highlighter.of(told.terms, query.phrases)
        if mode is Mode.WORDS or not len(self._table.vectors):
            found_by_words = self._on_their_pages(highlighter.by_words(others))
            return tuple(map(_found_passage, found_by_words))
        return tuple(map(_found_passage, self._by_both(others, highlighter, asked)))

    def _highlighter(self, answer: Answer) -> tuple[Highlighter, ArmQuery | None]:
        """How passages are read, and what was asked: None for nothing, or what has gone since."""
        try:
            asked = self._asked(answer.query, None)
        except (QueryError, WordsError):
            asked = ArmQuery("")
        highlighter = Highlighter.of(self._terms(asked) if asked else (), answer.query.phrases)
        return highlighter, asked or None

    def _by_both(
        self,
        hits: Sequence[Hit],
        highlighter: Highlighter,
        asked: ArmQuery,
        cancel: threading.Event | None = None,
    ) -> list[Hit]:
        calibration = self._arms.calibration
        trust = calibration.scale(asked.text).knowledge if calibration else 1.0
        vector = self._arms.vector(asked)
        encode = self._encode_passages
        better = highlighter.by_both(hits, vector, encode, trust=trust, cancel=cancel)
        return list(self._on_their_pages(better))

    def _on_their_pages(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        return (on_its_page(self._connection, hit) for hit in hits)

    def _others(self, hit: Hit, places: Iterable[tuple[int, float]]) -> Iterator[Hit]:
        """The hit as it would be with another passage, for each that is still there."""
        for position, score in places:
            page, line, passage = read_passage(self._connection, self._table, position)
            if passage is not None and passage != hit.passage:
                yield replace(hit, page=page, line=line, passage=passage, score=score)

    def _passing(self, query: Query) -> AllowedIds | None:
        passing = self._gate.allowed(query.filters)
        return narrowed(
            self._connection, passing, self._words, phrases=query.phrases, excluded=query.excluded
        )

    def _asked(self, query: Query, passing: AllowedIds | None) -> ArmQuery:
        if query.similar is None:
            return ArmQuery(query.text.strip(), None, passing, query.typing)
        like = file_query(self._connection, self._table, self._words, query.similar)
        if like is None:
            raise without_text(query)
        passing = without(self._connection, passing, like.documents)
        return ArmQuery(f"{query.text} {like.text}".strip(), like.vector, passing)

    def _found(self, told: ArmResults) -> QueryCandidates:
        return found(self._table, told.cosines, told.nearest, told.matches, told.named)

    def _weight(self, told: ArmResults, every: QueryCandidates) -> ArmWeights:
        return weigh(
            every.candidates,
            ceiling=told.ceiling,
            entries=len(self._table.passage_ids),
            average=told.average_cosine,
            terms=told.terms,
            knowledge=told.knowledge,
        )

    def _newest(self, asked: ArmQuery, query: Query, limit: int) -> Iterator[Hit]:
        """What passes, where nothing is looked for; a file that says nothing is like nothing."""
        if query.similar is not None:
            return iter(())
        depth = _MORE + _DEEPER * limit
        return self._hits(newest(self._connection, self._table, asked.passing, depth), query)

    def _terms(self, asked: ArmQuery) -> tuple[QueryTerm, ...]:
        """The words of a query; none without a words index: meaning shows what it can."""
        try:
            return self._words.terms(asked.text, typing=asked.typing)
        except WordsError:
            return ()

    def _hits(self, ranked: Sequence[RankedHit], query: Query) -> Iterator[Hit]:
        groups = collapsed(self._connection, self._table, ranked)
        return hits_of(self._connection, self._table, groups, query.filters)

    def _verdict(self, query: Query, mode: Mode, told: ArmResults, hits: Sequence[Hit]) -> Verdict:
        if not hits:
            return Verdict.NOTHING
        if told.is_exact and mode is Mode.BEST:
            mode = Mode.WORDS  # what they resemble says nothing
        exact = bool(query.phrases) or query.similar is not None
        return judge(mode, told.scale, cosine=told.highest_cosine, share=told.share, exact=exact)


def _found_passage(hit: Hit) -> FoundPassage:
    assert hit.passage is not None
    assert hit.evidence is not None
    return FoundPassage(hit.passage, hit.page, hit.line, hit.score, hit.evidence)
