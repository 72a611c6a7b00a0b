"""What the one who searches is to do next: a mailbox in which the latest question wins."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from alcove.search import Answer, Hit, Mode

QUIET = 0.25
"""Seconds without a key after which an answer is made better."""

_SETTLED = 1.0  # seconds without a key after which results may change by themselves


@dataclass(frozen=True, slots=True, eq=False)
class SearchRequest:
    """What was asked.

    Attributes:
        number: higher for later ones.
        typed: as it was typed.
        mode: which arms to ask.
        typing: whether it is still being typed.
        limit: how many hits.
        shown: how many of them are shown at once, with their evidence.
        overtaken: set when it is not the latest any more.
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
    """Answer a question, at once or `again` because the index holds something new."""

    question: SearchRequest
    again: bool = False


@dataclass(frozen=True, slots=True)
class RefineTask:
    """Make the answer to a question better by a step."""

    question: SearchRequest


@dataclass(frozen=True, slots=True)
class MorePassagesTask:
    """Look for other passages of a hit."""

    answer: Answer
    hit: Hit


class SearchQueue:
    """Any thread may put something in; one takes it out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing asked, and nothing loaded that could answer."""
        self._clock = clock
        self._changed = threading.Condition()
        self._latest: SearchRequest | None = None
        self._more: deque[MorePassagesTask] = deque()
        self._is_new = self._is_due_again = self._can_be_better = False
        self._is_ready = self._is_warm = self._is_closed = False
        self._asked_at = -_SETTLED
        self._number = 0

    def put(self, typed: str, mode: Mode, *, typing: bool, limit: int, shown: int) -> None:
        """Ask; whatever was asked before needs no answer any more."""
        with self._changed:
            self._number += 1
            if self._latest is not None:
                self._latest.overtaken.set()
            self._latest = SearchRequest(self._number, typed, mode, typing, limit, shown)
            self._is_new, self._is_due_again, self._can_be_better = True, False, False
            self._asked_at = self._clock()
            self._changed.notify_all()

    def put_more(self, answer: Answer, hit: Hit) -> None:
        """Ask for other passages of a hit."""
        with self._changed:
            self._more.append(MorePassagesTask(answer, hit))
            self._changed.notify_all()

    def note_tried(self) -> None:
        """It is known whether anything can be searched: questions need wait no longer."""
        with self._changed:
            self._is_ready = True
            self._changed.notify_all()

    def note_loaded(self) -> None:
        """What is searched is newer than before: the latest question is answered again."""
        with self._changed:
            self._is_due_again = self._latest is not None and not self._is_new
            self._changed.notify_all()

    def note_warm(self, *, warm: bool) -> None:
        """Whether answers can be made better without a delay."""
        with self._changed:
            self._is_warm = warm
            self._changed.notify_all()

    def note_answered(self, question: SearchRequest) -> None:
        """The answer to this question can be made better by a step."""
        with self._changed:
            self._can_be_better = question is self._latest

    def close(self) -> None:
        """Let nothing more be taken out."""
        with self._changed:
            self._is_closed = True
            if self._latest is not None:
                self._latest.overtaken.set()
            self._changed.notify_all()

    def is_latest(self, number: int) -> bool:
        """Whether nothing was asked since."""
        return self._number == number

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is typing."""
        return self._clock() - self._asked_at >= QUIET

    def take(self) -> AnswerTask | RefineTask | MorePassagesTask | None:
        """Wait for what is to be done next; None at the end."""
        with self._changed:
            while not self._is_closed:
                if self._is_ready and (found := self._next()):
                    return found
                self._changed.wait(self._until_due())
            return None

    def _next(self) -> AnswerTask | RefineTask | MorePassagesTask | None:
        if self._is_new and self._latest:
            self._is_new = False
            return AnswerTask(self._latest)
        if self._more:
            return self._more.popleft()
        since = self._clock() - self._asked_at
        if self._is_due_again and self._latest and since >= _SETTLED:
            self._is_due_again = False
            return AnswerTask(self._latest, again=True)
        if self._can_be_better and self._is_warm and self._latest and since >= QUIET:
            self._can_be_better = False
            return RefineTask(self._latest)
        return None

    def _until_due(self) -> float | None:
        """Seconds until something may be due by itself; None where that is only a question."""
        since = self._clock() - self._asked_at
        due = [
            after - since
            for after, wanted in (
                (_SETTLED, self._is_due_again),
                (QUIET, self._can_be_better and self._is_warm),
            )
            if wanted and self._is_ready
        ]
        return max(0.0, min(due)) if due else None
