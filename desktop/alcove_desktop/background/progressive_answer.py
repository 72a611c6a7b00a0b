"""One question from what was typed to its answer, which gets better by steps."""

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
    """Owns the answer to the latest question; one thread calls it."""

    def __init__(self, session: SearchSession) -> None:
        """Answer by a sitting."""
        self._session = session
        self._query: Query | None = None
        self._refined: dict[_Place, Evidence] = {}
        self._steps: Iterator[Answer] = iter(())

    def answer(self, question: SearchRequest) -> Answer:
        """Answer a question; the hits beyond `shown` have no evidence yet.

        Raises:
            QueryError: it has no sensible reading.
        """
        self._query, self._refined, self._steps = None, {}, iter(())
        self._query = _understood(question)
        return self._search(self._query, question, question.shown)

    def answer_again(self, question: SearchRequest) -> Answer:
        """Answer the same from what is loaded now.

        What was found out about a passage is kept, so that nothing flickers on the screen.

        Raises:
            QueryError: it has no sensible reading.
        """
        if self._query is None:
            return self.answer(question)
        answer = self._search(self._query, question, None)
        return replace(answer, hits=tuple(map(self._as_refined, answer.hits)))

    def better(self) -> Answer | None:
        """The answer made better by a step; None where nothing is left to do.

        Raises:
            Cancelled: the question was overtaken.
        """
        return next(self._steps, None)

    def _search(self, query: Query, question: SearchRequest, shown: int | None) -> Answer:
        mode, limit = question.mode, question.limit
        answer = self._session.search(query, mode=mode, limit=limit, shown=shown)
        self._steps = self._improvements(answer, question)
        return answer

    def _improvements(self, answer: Answer, question: SearchRequest) -> Iterator[Answer]:
        """Yield it with the evidence of words for every hit, then with that of meaning as well."""
        shown = self._session.show(answer)
        if shown.hits != answer.hits:
            yield shown
        for start, end in ((0, question.shown), (question.shown, question.limit)):
            if all(
                not hit.passage or _place(hit) in self._refined for hit in shown.hits[start:end]
            ):
                better = replace(shown, hits=tuple(map(self._as_refined, shown.hits)))
            else:
                better = self._session.refine(
                    shown, start=start, end=end, cancel=question.overtaken
                )
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


def _understood(question: SearchRequest) -> Query:
    around = QueryContext.here()
    return with_links_resolved(parse(question.typed, typing=question.typing, around=around))
