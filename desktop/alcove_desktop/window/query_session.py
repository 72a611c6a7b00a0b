"""What is asked now, and what was answered: between the field and the one who searches."""

from PySide6.QtCore import QObject, QTimer, Signal

from alcove.search import Answer, Mode, Query, QueryContext, QueryError, parse
from alcove_desktop.background import SearchThread

_DWELLING = 4000  # milliseconds after which a question counts as meant
_FIRST = 10  # hits with evidence at once
LIMIT = 50
"""Hits in all: who has not found it among these asks another question."""


class QuerySession(QObject):
    """Asks the seeker whatever is typed; the drawing thread's."""

    answered = Signal(object)
    """The `Answer` to what is asked now; comes again when it gets better."""
    finished = Signal(str, object)
    """A question that somebody meant, with its `Mode`: not what was passed while typing."""

    def __init__(self, search_thread: SearchThread, parent: QObject) -> None:
        """Begin with nothing asked."""
        super().__init__(parent)
        self._search_thread = search_thread
        self.text, self.mode = "", Mode.BEST
        self.answer: Answer | None = None
        self._meant = ("", Mode.BEST)
        self._dwelling = QTimer(self, singleShot=True, interval=_DWELLING)
        self._dwelling.timeout.connect(self.finish)
        search_thread.answered.connect(self._take)
        search_thread.refined.connect(self._take)

    @property
    def is_asking(self) -> bool:
        """Whether anything is asked."""
        return bool(self.text.strip())

    @property
    def is_answered(self) -> bool:
        """Whether the latest answer is that to what is asked now."""
        answer = self.answer
        return answer is not None and (answer.query.typed, answer.mode) == (self.text, self.mode)

    def type(self, text: str) -> None:
        """Ask what stands in the field; nothing is asked by nothing."""
        self.text = text
        self.ask(typing=True)

    def search_by(self, mode: Mode) -> None:
        """Ask the same in another way."""
        self.mode = mode
        self.ask(typing=False)

    def ask(self, *, typing: bool = False) -> None:
        """Ask again; `typing`: the last word may be unfinished."""
        self._dwelling.stop()
        if self.is_asking:
            self._search_thread.ask(self.text, self.mode, typing=typing, limit=LIMIT, shown=_FIRST)
        else:
            self.answer = None

    def finish(self) -> None:
        """What is asked is meant, and not only passed while typing; told once for a question."""
        self._dwelling.stop()
        meant = (self.text.strip(), self.mode)
        if self.is_asking and meant != self._meant:
            self._meant = meant
            self.finished.emit(*meant)

    def understood(self) -> Query | None:
        """What is asked, as far as it has a reading."""
        try:
            return parse(self.text, typing=True, around=QueryContext.here())
        except QueryError:
            return None

    def _take(self, answer: Answer) -> None:
        if not self.is_asking:
            return
        self.answer = answer
        if not self._dwelling.isActive():  # a better answer comes again and again
            self._dwelling.start()
        self.answered.emit(answer)
