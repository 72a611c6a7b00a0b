"""Queue the requests of the search thread; a newer query replaces an older one.

Debounces as well: an answer is refined, or repeated over a changed index, only once typing pauses.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from alcove.search import Answer, Hit, Mode

QUIET = 0.25
"""Seconds without typing after which an answer is refined."""

_SETTLED = 1.0  # seconds without typing after which hits may change by themselves


@dataclass(frozen=True, slots=True, eq=False)
class SearchRequest:
    """A query to answer.

    Attributes:
        number: rises with each request.
        typed: the query as typed.
        mode: the arms to search with.
        typing: whether the query is still being typed.
        limit: number of hits.
        shown: number of hits shown at once, with their evidence.
        overtaken: set when a newer request came.
    """

    number: int
    typed: str
    mode: Mode
    typing: bool
    limit: int
    shown: int
    overtaken: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class AnswerTask:
    """Answer a request at once, or `again` because the index has changed."""

    request: SearchRequest
    again: bool = False


@dataclass(frozen=True, slots=True)
class RefineTask:
    """Refine the answer to a request by one step."""

    request: SearchRequest


@dataclass(frozen=True, slots=True)
class MorePassagesTask:
    """Find other passages of a hit."""

    answer: Answer
    hit: Hit


class SearchQueue:
    """A queue of search tasks. Any thread may put a request in; one thread takes tasks out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Make an empty queue, which gives out nothing before `note_tried`."""
        self._clock = clock
        self._changed = threading.Condition()
        self._latest: SearchRequest | None = None
        self._more: deque[MorePassagesTask] = deque()
        self._is_new = self._is_due_again = self._can_be_refined = False
        self._is_ready = self._is_warm = self._is_closed = False
        self._requested_at = -_SETTLED
        self._number = 0

    def put(self, typed: str, mode: Mode, *, typing: bool, limit: int, shown: int) -> None:
        """Add a request; mark the one before as overtaken."""
        with self._changed:
            self._number += 1
            if self._latest is not None:
                self._latest.overtaken.set()
            self._latest = SearchRequest(self._number, typed, mode, typing, limit, shown)
            self._is_new, self._is_due_again, self._can_be_refined = True, False, False
            self._requested_at = self._clock()
            self._changed.notify_all()

    def put_more(self, answer: Answer, hit: Hit) -> None:
        """Add a request for other passages of a hit."""
        with self._changed:
            self._more.append(MorePassagesTask(answer, hit))
            self._changed.notify_all()

    def note_tried(self) -> None:
        """Note that the index was loaded or could not be: tasks may be taken from now on."""
        with self._changed:
            self._is_ready = True
            self._changed.notify_all()

    def note_loaded(self) -> None:
        """Note that a newer index was loaded: the latest query is answered again."""
        with self._changed:
            self._is_due_again = self._latest is not None and not self._is_new
            self._changed.notify_all()

    def note_warm(self, *, warm: bool) -> None:
        """Note whether answers can be refined without a delay."""
        with self._changed:
            self._is_warm = warm
            self._changed.notify_all()

    def note_answered(self, request: SearchRequest) -> None:
        """Note that the answer to this request can be refined by a step."""
        with self._changed:
            self._can_be_refined = request is self._latest

    def close(self) -> None:
        """Give out no more tasks; `take` returns None from now on."""
        with self._changed:
            self._is_closed = True
            if self._latest is not None:
                self._latest.overtaken.set()
            self._changed.notify_all()

    def is_latest(self, number: int) -> bool:
        """Return whether no request came after this one."""
        return self._number == number

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is typing."""
        return self._clock() - self._requested_at >= QUIET

    def take(self) -> AnswerTask | RefineTask | MorePassagesTask | None:
        """Wait for the next task and return it; None once the queue is closed."""
        with self._changed:
            while not self._is_closed:
                if self._is_ready and (task := self._next()):
                    return task
                self._changed.wait(self._until_due())
            return None

    def _next(self) -> AnswerTask | RefineTask | MorePassagesTask | None:
        if self._is_new and self._latest:
            self._is_new = False
            return AnswerTask(self._latest)
        if self._more:
            return self._more.popleft()
        since = self._clock() - self._requested_at
        if self._is_due_again and self._latest and since >= _SETTLED:
            self._is_due_again = False
            return AnswerTask(self._latest, again=True)
        if self._can_be_refined and self._is_warm and self._latest and since >= QUIET:
            self._can_be_refined = False
            return RefineTask(self._latest)
        return None

    def _until_due(self) -> float | None:
        """Return the seconds until a task is due; None if only a new request can make one."""
        since = self._clock() - self._requested_at
        due = [
            after - since
            for after, wanted in (
                (_SETTLED, self._is_due_again),
                (QUIET, self._can_be_refined and self._is_warm),
            )
            if wanted and self._is_ready
        ]
        return max(0.0, min(due)) if due else None
