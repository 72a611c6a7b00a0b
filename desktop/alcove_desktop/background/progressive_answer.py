"""Answer one query in steps: first the hits, then evidence by words, then by meaning."""

from collections.abc import Iterator
from dataclasses import replace

from alcove.library.session import SearchSession
from alcove.search import (
    Answer,
    Evidence,
    Hit,
    Query,
    QueryContext,
    parse,
    with_links_resolved,
)
from alcove_desktop.background.search_queue import SearchRequest

_Place = tuple[int | None, int, int]  # a document, and a passage's start and end in it


class ProgressiveAnswer:
    """Owns the answer to the latest query. For one thread only."""

    def __init__(self, session: SearchSession) -> None:
        """Answer from a session."""
        self._session = session
        self._query: Query | None = None
        self._refined: dict[_Place, Evidence] = {}
        self._steps: Iterator[Answer] = iter(())

    def answer(self, request: SearchRequest) -> Answer:
        """Answer a query; the hits beyond `shown` have no evidence yet.

        Raises:
            QueryError: the query cannot be parsed.
        """
        self._query, self._refined, self._steps = None, {}, iter(())
        self._query = _parsed(request)
        return self._search(self._query, request, request.shown)

    def answer_again(self, request: SearchRequest) -> Answer:
        """Answer the same query from the index as loaded now.

        The evidence found before is kept for the same passages, so that the screen does not
        flicker.

        Raises:
            QueryError: the query cannot be parsed.
        """
        if self._query is None:
            return self.answer(request)
        answer = self._search(self._query, request, None)
        return replace(answer, hits=tuple(map(self._as_refined, answer.hits)))

    def better(self) -> Answer | None:
        """Return the answer refined by one step; None if there is no further step.

        Raises:
            Cancelled: a newer query was typed.
        """
        return next(self._steps, None)

    def _search(self, query: Query, request: SearchRequest, shown: int | None) -> Answer:
        mode, limit = request.mode, request.limit
        answer = self._session.search(query, mode=mode, limit=limit, shown=shown)
        self._steps = self._improvements(answer, request)
        return answer

    def _improvements(self, answer: Answer, request: SearchRequest) -> Iterator[Answer]:
        """Yield the answer with the evidence by words for every hit, then with that by meaning."""
        shown = self._session.show(answer)
        if shown.hits != answer.hits:
            yield shown
        for start, end in ((0, request.shown), (request.shown, request.limit)):
            if all(
                not hit.passage or _place(hit) in self._refined for hit in shown.hits[start:end]
            ):
                better = replace(shown, hits=tuple(map(self._as_refined, shown.hits)))
            else:
                better = self._session.refine(shown, start=start, end=end, cancel=request.overtaken)
                self._note(better.hits[start:end])
            if better.hits != shown.hits:
                yield better
            shown = better

    def _note(self, hits: tuple[Hit, ...]) -> None:
        self._refined |= {_place(hit): hit.evidence for hit in hits if hit.evidence}

    def _as_refined(self, hit: Hit) -> Hit:
        return replace(hit, evidence=self._refined.get(_place(hit), hit.evidence))


def _place(hit: Hit) -> _Place:
    span = (hit.passage.start, hit.passage.end) if hit.passage else (0, 0)
    return (hit.document, *span)


def _parsed(request: SearchRequest) -> Query:
    around = QueryContext.here()
    return with_links_resolved(parse(request.typed, typing=request.typing, around=around))
