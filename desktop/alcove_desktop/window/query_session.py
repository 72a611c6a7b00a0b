"""The current query and its answer, between the query field and the search thread."""

from PySide6.QtCore import QObject, QTimer, Signal

from alcove.search import Answer, Mode, Query, QueryContext, QueryError, parse
from alcove_desktop.background import SearchThread

_DWELL_TIME = 4000  # milliseconds after an answer until a query counts as meant
_FIRST = 10  # hits with evidence in the first answer
LIMIT = 50
"""Hits of an answer, at most."""


class QuerySession(QObject):
    """Sends the typed query to the search thread. Owned by the GUI thread."""

    answered = Signal(object)
    """The `Answer` to the current query; emitted again when it is refined."""
    finished = Signal(str, object)
    """A query that the user meant, with its `Mode`: not an intermediate text while typing."""

    def __init__(self, search_thread: SearchThread, parent: QObject) -> None:
        """Start with an empty query."""
        super().__init__(parent)
        self._search_thread = search_thread
        self.text, self.mode = "", Mode.BEST
        self.answer: Answer | None = None
        self._meant = ("", Mode.BEST)
        self._dwell = QTimer(self, singleShot=True, interval=_DWELL_TIME)
        self._dwell.timeout.connect(self.finish)
        search_thread.answered.connect(self._take)
        search_thread.refined.connect(self._take)

    @property
    def is_asking(self) -> bool:
        """Whether the query is not empty."""
        return bool(self.text.strip())

    @property
    def is_answered(self) -> bool:
        """Whether the latest answer belongs to the current query and mode."""
        answer = self.answer
        return answer is not None and (answer.query.typed, answer.mode) == (self.text, self.mode)

    def type(self, text: str) -> None:
        """Search for the typed text; an empty text drops the answer."""
        self.text = text
        self.ask(typing=True)

    def search_by(self, mode: Mode) -> None:
        """Search for the same text in another mode."""
        self.mode = mode
        self.ask(typing=False)

    def ask(self, *, typing: bool = False) -> None:
        """Search for the current text; `typing`: its last word may be unfinished."""
        self._dwell.stop()
        if self.is_asking:
            self._search_thread.ask(self.text, self.mode, typing=typing, limit=LIMIT, shown=_FIRST)
        else:
            self.answer = None

    def finish(self) -> None:
        """Count the current query as meant; emit `finished` unless it was the last one emitted."""
        self._dwell.stop()
        meant = (self.text.strip(), self.mode)
        if self.is_asking and meant != self._meant:
            self._meant = meant
            self.finished.emit(*meant)

    def understood(self) -> Query | None:
        """Return the parsed query; None if it cannot be parsed."""
        try:
            return parse(self.text, typing=True, around=QueryContext.here())
        except QueryError:
            return None

    def _take(self, answer: Answer) -> None:
        if not self.is_asking:
            return
        self.answer = answer
        if not self._dwell.isActive():  # refined answers follow the first
            self._dwell.start()
        self.answered.emit(answer)
