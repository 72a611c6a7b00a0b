"""Run searches on a thread of their own: answer the latest query only, then refine the answer."""

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

_ALWAYS = 0  # no request's number: delivered even if a newer request came
_LAST_WORD = 2.0  # seconds that unfinished work may delay the end of the program


class SearchThread(QObject):
    """Owns the session, a thread that answers and one that loads. Owned by the GUI thread."""

    answered = Signal(object)
    """The `Answer` to the latest query; emitted again when the index has changed."""
    refined = Signal(object)
    """The same hits with more evidence; once nothing was typed for a quarter of a second."""
    wrong = Signal(str, object)
    """The query as typed, and the `QueryError` that says why it cannot be parsed."""
    failed = Signal(object)
    """Why there is no answer: an `AlcoveError`, `OSError` or `sqlite3.Error`."""
    more = Signal(object, object, object)
    """The `Answer` with a `Hit`, that hit, and a tuple of `FoundPassage`."""
    renewed = Signal(float)
    """The index was loaded again; its coverage, 0…1."""

    _ready = Signal(int, object)

    def __init__(
        self,
        library: Library,
        parent: QObject | None = None,
        *,
        preloaded: BackgroundEncoder | None = None,
    ) -> None:
        """Begin to load the index; queries are answered as soon as it is loaded.

        Args:
            library: the library to search.
            parent: of this object.
            preloaded: the encoder that `alcove.preload` began to load.
        """
        super().__init__(parent)
        self._session = library.search_session(preloaded)
        self._queue = SearchQueue()
        self._answers = ProgressiveAnswer(self._session)
        self._loader = IndexLoader(self._session, self._queue, self._tell_loaded)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._emitting = threading.Lock()  # so that nothing is emitted once `close` has begun
        self._is_open = True
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread.start()
        self._loader.start()

    def ask(
        self, typed: str, mode: Mode, *, typing: bool, limit: int = 50, shown: int = 10
    ) -> None:
        """Search; answers to earlier queries are dropped.

        Args:
            typed: the query as typed.
            mode: the arms to search with.
            typing: whether the last word may be unfinished.
            limit: number of hits.
            shown: number of hits shown at once; the others get their evidence later.
        """
        self._queue.put(typed, mode, typing=typing, limit=limit, shown=shown)

    def ask_more(self, answer: Answer, hit: Hit) -> None:
        """Find other passages of a hit; `more` is emitted with them."""
        self._queue.put_more(answer, hit)

    def renew(self) -> None:
        """Load the index again, because it has changed."""
        self._loader.renew()

    def close(self) -> None:
        """Stop within 2 seconds; a thread that runs longer ends with the program."""
        with self._emitting:
            self._is_open = False
        self._queue.close()
        self._loader.close()
        deadline = time.monotonic() + _LAST_WORD
        threads = (self._thread, self._loader.thread)
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        if not any(thread.is_alive() for thread in threads):
            self._session.close()

    def _serve(self) -> None:
        while (task := self._queue.take()) is not None:
            number = task.request.number if isinstance(task, AnswerTask) else _ALWAYS
            try:
                with suppress(Cancelled):
                    self._do(task)
            except (AlcoveError, OSError, sqlite3.Error) as error:
                self._post(number, partial(self.failed.emit, error))
            except Exception as error:  # noqa: BLE001 - a bug: raised on the GUI thread
                self._post(_ALWAYS, partial(_raise, error))

    def _do(self, task: AnswerTask | RefineTask | MorePassagesTask) -> None:
        match task:
            case AnswerTask(request, again):
                self._answer(request, again=again)
            case RefineTask(request):
                better = self._answers.better()
                if better is not None:
                    self._post(request.number, partial(self.refined.emit, better))
                    self._queue.note_answered(request)
            case MorePassagesTask(answer, hit):
                passages = self._session.more(answer, hit)
                self._post(_ALWAYS, partial(self.more.emit, answer, hit, passages))

    def _answer(self, request: SearchRequest, *, again: bool) -> None:
        answer_request = self._answers.answer_again if again else self._answers.answer
        try:
            answer = answer_request(request)
        except QueryError as error:
            self._post(request.number, partial(self.wrong.emit, request.typed, error))
            return
        self._post(request.number, partial(self.answered.emit, answer))
        self._queue.note_answered(request)

    def _tell_loaded(self, coverage: float) -> None:
        self._post(_ALWAYS, partial(self.renewed.emit, coverage))

    def _post(self, number: int, tell: Callable[[], object]) -> None:
        """Call `tell` on the GUI thread, unless a newer request has come by then."""
        with self._emitting:
            if self._is_open and self._is_wanted(number):
                self._ready.emit(number, tell)

    def _deliver(self, number: int, tell: Callable[[], object]) -> None:
        if self._is_open and self._is_wanted(number):
            tell()

    def _is_wanted(self, number: int) -> bool:
        return number == _ALWAYS or self._queue.is_latest(number)


def _raise(error: Exception) -> None:
    raise error
