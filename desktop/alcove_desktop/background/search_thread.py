"""Searches on a thread of its own: the latest question wins, and its answer gets better."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import AlcoveError, Cancelled
from alcove.library import Library
from alcove.search import Answer, Hit, Mode, QueryError
from alcove_desktop.background.index_loader import IndexLoader
from alcove_desktop.background.progressive_answer import ProgressiveAnswer
from alcove_desktop.background.search_queue import (
    AnswerTask,
    MorePassagesTask,
    RefineTask,
    SearchQueue,
    SearchRequest,
)

_ALWAYS = 0  # no question's number: told whatever was asked since
_LAST_WORD = 2.0  # seconds that unfinished work may hold up the end of the program


class SearchThread(QObject):
    """Owns the sitting, a thread that answers and one that loads; the drawing thread's."""

    answered = Signal(object)
    """The `Answer` to the latest question; again, when the index holds something new."""
    refined = Signal(object)
    """The same hits with more evidence; once nothing was typed for a quarter of a second."""
    wrong = Signal(str, object)
    """What was typed, and the `QueryError` that says why it has no sensible reading."""
    failed = Signal(object)
    """Why there is no answer: an `AlcoveError`, `OSError` or `sqlite3.Error`."""
    more = Signal(object, object, object)
    """The `Answer` with a `Hit`, that hit, and a tuple of `FoundPassage`."""
    renewed = Signal(float)
    """What is searched was loaded anew; the share of it that can be found by meaning, 0…1."""

    _ready = Signal(int, object)

    def __init__(
        self,
        library: Library,
        parent: QObject | None = None,
        *,
        preloaded: BackgroundEncoder | None = None,
    ) -> None:
        """Begin to load what the index holds; questions are answered as soon as it is there.

        Args:
            library: what is searched.
            parent: of this object.
            preloaded: what `alcove.preload` began.
        """
        super().__init__(parent)
        self._session = library.search_session(preloaded)
        self._questions = SearchQueue()
        self._answering = ProgressiveAnswer(self._session)
        self._loader = IndexLoader(self._session, self._questions, self._tell_loaded)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._telling = threading.Lock()  # so that nothing is emitted once `close` has begun
        self._is_open = True
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread.start()
        self._loader.start()

    def ask(
        self, typed: str, mode: Mode, *, typing: bool, limit: int = 50, shown: int = 10
    ) -> None:
        """Ask; nothing is told of earlier questions any more.

        Args:
            typed: as it was typed.
            mode: which arms to ask.
            typing: whether the last word may be unfinished.
            limit: how many hits.
            shown: how many of them are shown at once; the others get their evidence later.
        """
        self._questions.put(typed, mode, typing=typing, limit=limit, shown=shown)

    def ask_more(self, answer: Answer, hit: Hit) -> None:
        """Ask for other passages of a hit, which `more` tells."""
        self._questions.put_more(answer, hit)

    def renew(self) -> None:
        """Load the index anew: it holds something new."""
        self._loader.renew()

    def close(self) -> None:
        """End, within 2 seconds; what still runs then ends with the program."""
        with self._telling:
            self._is_open = False
        self._questions.close()
        self._loader.close()
        give_up = time.monotonic() + _LAST_WORD
        threads = (self._thread, self._loader.thread)
        for thread in threads:
            thread.join(max(0.0, give_up - time.monotonic()))
        if not any(thread.is_alive() for thread in threads):
            self._session.close()

    def _serve(self) -> None:
        while (task := self._questions.take()) is not None:
            number = task.question.number if isinstance(task, AnswerTask) else _ALWAYS
            try:
                with suppress(Cancelled):
                    self._do(task)
            except (AlcoveError, OSError, sqlite3.Error) as error:
                self._post(number, partial(self.failed.emit, error))
            except Exception as error:  # noqa: BLE001 - a bug: raised on the drawing thread
                self._post(_ALWAYS, partial(_raise, error))

    def _do(self, task: AnswerTask | RefineTask | MorePassagesTask) -> None:
        match task:
            case AnswerTask(question, again):
                self._answer(question, again=again)
            case RefineTask(question):
                better = self._answering.better()
                if better is not None:
                    self._post(question.number, partial(self.refined.emit, better))
                    self._questions.note_answered(question)
            case MorePassagesTask(answer, hit):
                found = self._session.more(answer, hit)
                self._post(_ALWAYS, partial(self.more.emit, answer, hit, found))

    def _answer(self, question: SearchRequest, *, again: bool) -> None:
        asked = self._answering.answer_again if again else self._answering.answer
        try:
            answer = asked(question)
        except QueryError as error:
            self._post(question.number, partial(self.wrong.emit, question.typed, error))
            return
        self._post(question.number, partial(self.answered.emit, answer))
        self._questions.note_answered(question)

    def _tell_loaded(self, coverage: float) -> None:
        self._post(_ALWAYS, partial(self.renewed.emit, coverage))

    def _post(self, number: int, tell: Callable[[], object]) -> None:
        """Have something told by the drawing thread, unless something else is asked by then."""
        with self._telling:
            if self._is_open and self._is_wanted(number):
                self._ready.emit(number, tell)

    def _deliver(self, number: int, tell: Callable[[], object]) -> None:
        if self._is_open and self._is_wanted(number):
            tell()

    def _is_wanted(self, number: int) -> bool:
        return number == _ALWAYS or self._questions.is_latest(number)


def _raise(error: Exception) -> None:
    raise error
