"""Answer a query: ask both arms, fuse and rank, group by document, and highlight the evidence."""

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

# How many documents to rank: _DEEPER for each hit and _MORE on top, since some were deleted
# meanwhile and some are near-duplicates of others.
_DEEPER, _MORE = 2, 50


class Searcher:
    """Everything that a search needs, loaded once. Only one thread at a time may use it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        words: KeywordArm,
        meaning: SemanticArm,
        encode_query: EncodeQuery,
        encode_passages: EncodePassages,
    ) -> None:
        """Assemble a searcher.

        Args:
            connection: read-only, to the index.
            words: the keyword arm.
            meaning: the semantic arm, a snapshot of the index from when it was loaded.
            encode_query: text → float32 (d,), L2-normalised; not called in the mode words.
            encode_passages: texts → float32 (n, d), L2-normalised; for `refine` and `more`.
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
        """Return at most `limit` documents that answer `query`, best first.

        If the words index is missing or damaged, the semantic arm answers alone and the answer
        carries a notice.

        Args:
            query: the parsed query.
            mode: which arms to ask.
            limit: the most hits to return.
            shown: how many of them get evidence; None for all.

        Raises:
            QueryError: the file of `query.similar` has no text in this library.
            WordsError: the words index is missing but needed: for the mode words, a phrase, an
                exclusion, or `similar:`.
        """
        started = time.perf_counter()
        arm_query = self._arm_query(query, self._allowed_ids(query))
        if not arm_query:
            hits = tuple(islice(self._newest(arm_query, query, limit), limit))
            verdict = Verdict.RELEVANT if hits else Verdict.NOTHING
            return Answer(
                query, mode, self._table.coverage, time.perf_counter() - started, hits, verdict
            )
        results = self._arms.ask(arm_query, mode)
        candidates = self._candidates(results)
        ranked = rank(candidates, mode, self._weights(results, candidates), _MORE + _DEEPER * limit)
        pending = islice(self._hits(ranked, query), limit)
        highlighter = Highlighter.of(results.terms, query.phrases)
        hits = tuple(self._with_evidence_pages(highlighter.by_words(islice(pending, shown))))
        seconds = time.perf_counter() - started
        hits = (*hits, *pending)
        return Answer(
            query,
            mode,
            self._table.coverage,
            seconds,
            hits,
            self._verdict(query, mode, results, hits),
            results.matches.corrected,
            results.notices,
        )

    def refine(
        self,
        answer: Answer,
        *,
        start: int = 0,
        end: int | None = None,
        cancel: threading.Event | None = None,
    ) -> Answer:
        """Return the same hits, their evidence chosen by words and meaning together.

        This encodes the candidate sentences, which takes longer than the search. The passages and
        their order stay, so that nothing moves on the screen.

        Args:
            answer: from `search`.
            start: index of the first hit to refine.
            end: one past the last; None for all.
            cancel: checked every few sentences.

        Raises:
            Cancelled: `cancel` was set.
        """
        if answer.mode is Mode.WORDS or not len(self._table.vectors):
            return answer
        highlighter, arm_query = self._highlighter(answer)
        if arm_query is None:
            return answer
        hits = answer.hits
        refined = self._refined(hits[start:end], highlighter, arm_query, cancel)
        return replace(answer, hits=(*hits[:start], *refined, *hits[start:][len(refined) :]))

    def show(self, answer: Answer) -> Answer:
        """Return the same hits, with keyword evidence for those that `search` left without any."""
        highlighter, arm_query = self._highlighter(answer)
        if arm_query is None:
            return answer
        hits = (hit if hit.evidence else highlighter.one_by_words(hit) for hit in answer.hits)
        return replace(answer, hits=tuple(self._with_evidence_pages(hits)))

    def more(self, answer: Answer, hit: Hit, limit: int = 10) -> tuple[FoundPassage, ...]:
        """Return other passages of a hit's document that answer the query, best first.

        They are scored like the hits and carry evidence. Empty if the query only filters.

        Args:
            answer: from `search`.
            hit: one of its hits.
            limit: the most passages to return.

        Raises:
            QueryError: the file of `similar:` no longer has text in this library.
            WordsError: the words index is missing but needed.
        """
        query, mode = answer.query, answer.mode
        arm_query = self._arm_query(query, self._allowed_ids(query))
        if not arm_query or hit.document is None:
            return ()
        results = self._arms.ask(arm_query, mode)
        weight = self._weights(results, self._candidates(results))
        words = self._words.within(hit.document, results.terms) if results.terms else NOTHING
        ranked = best_within(self._table, hit.document, results, words, mode, weight)
        others = list(islice(self._other_passages(hit, ranked), limit))
        highlighter = Highlighter.of(results.terms, query.phrases)
        if mode is Mode.WORDS or not len(self._table.vectors):
            found_by_words = self._with_evidence_pages(highlighter.by_words(others))
            return tuple(map(_found_passage, found_by_words))
        return tuple(map(_found_passage, self._refined(others, highlighter, arm_query)))

    def _highlighter(self, answer: Answer) -> tuple[Highlighter, ArmQuery | None]:
        """Return the highlighter and the arms' query; None if there is none or its file is gone."""
        try:
            arm_query = self._arm_query(answer.query, None)
        except (QueryError, WordsError):
            arm_query = ArmQuery("")
        highlighter = Highlighter.of(
            self._terms(arm_query) if arm_query else (), answer.query.phrases
        )
        return highlighter, arm_query or None

    def _refined(
        self,
        hits: Sequence[Hit],
        highlighter: Highlighter,
        arm_query: ArmQuery,
        cancel: threading.Event | None = None,
    ) -> list[Hit]:
        calibration = self._arms.calibration
        trust = calibration.scale(arm_query.text).knowledge if calibration else 1.0
        vector = self._arms.vector(arm_query)
        encode = self._encode_passages
        refined = highlighter.by_both(hits, vector, encode, trust=trust, cancel=cancel)
        return list(self._with_evidence_pages(refined))

    def _with_evidence_pages(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        return (on_its_page(self._connection, hit) for hit in hits)

    def _other_passages(self, hit: Hit, ranked: Iterable[tuple[int, float]]) -> Iterator[Hit]:
        """Yield a copy of the hit for each other passage that still exists, best first."""
        for position, score in ranked:
            page, line, passage = read_passage(self._connection, self._table, position)
            if passage is not None and passage != hit.passage:
                yield replace(hit, page=page, line=line, passage=passage, score=score)

    def _allowed_ids(self, query: Query) -> AllowedIds | None:
        allowed = self._gate.allowed(query.filters)
        return narrowed(
            self._connection, allowed, self._words, phrases=query.phrases, excluded=query.excluded
        )

    def _arm_query(self, query: Query, allowed: AllowedIds | None) -> ArmQuery:
        if query.similar is None:
            return ArmQuery(query.text.strip(), None, allowed, query.typing)
        similar = file_query(self._connection, self._table, self._words, query.similar)
        if similar is None:
            raise without_text(query)
        allowed = without(self._connection, allowed, similar.documents)
        return ArmQuery(f"{query.text} {similar.text}".strip(), similar.vector, allowed)

    def _candidates(self, results: ArmResults) -> QueryCandidates:
        return found(self._table, results.cosines, results.nearest, results.matches, results.named)

    def _weights(self, results: ArmResults, candidates: QueryCandidates) -> ArmWeights:
        return weigh(
            candidates.candidates,
            ceiling=results.ceiling,
            entries=len(self._table.passage_ids),
            average=results.average_cosine,
            terms=results.terms,
            knowledge=results.knowledge,
        )

    def _newest(self, arm_query: ArmQuery, query: Query, limit: int) -> Iterator[Hit]:
        """Yield the newest files that pass; none for a `similar:` file that has no content."""
        if query.similar is not None:
            return iter(())
        depth = _MORE + _DEEPER * limit
        return self._hits(newest(self._connection, self._table, arm_query.passing, depth), query)

    def _terms(self, arm_query: ArmQuery) -> tuple[QueryTerm, ...]:
        """Return the words of a query; none without a words index: meaning can still answer."""
        try:
            return self._words.terms(arm_query.text, typing=arm_query.typing)
        except WordsError:
            return ()

    def _hits(self, ranked: Sequence[RankedHit], query: Query) -> Iterator[Hit]:
        groups = collapsed(self._connection, self._table, ranked)
        return hits_of(self._connection, self._table, groups, query.filters)

    def _verdict(
        self, query: Query, mode: Mode, results: ArmResults, hits: Sequence[Hit]
    ) -> Verdict:
        if not hits:
            return Verdict.NOTHING
        if results.is_exact and mode is Mode.BEST:
            mode = Mode.WORDS  # the likeness of names and numbers says nothing
        exact = bool(query.phrases) or query.similar is not None
        return judge(
            mode, results.scale, cosine=results.highest_cosine, share=results.share, exact=exact
        )


def _found_passage(hit: Hit) -> FoundPassage:
    assert hit.passage is not None
    assert hit.evidence is not None
    return FoundPassage(hit.passage, hit.page, hit.line, hit.score, hit.evidence)
