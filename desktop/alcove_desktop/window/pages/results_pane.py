"""Notice, list and preview: what an answer looks like."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from alcove.search import Answer
from alcove_desktop.forms import announce
from alcove_desktop.look import Appearance
from alcove_desktop.preview.pane import PreviewPane
from alcove_desktop.results import ResultsList
from alcove_desktop.window.pages.notices import NoticeLine, said_of

_LIST_SHARE = 0.44
_COMPLAINT = 8000  # milliseconds that something that went wrong is said
_NARROW = 800  # of width, below which there is no room for a preview


class ResultsPane(QSplitter):
    """Owns the list; holds the preview; the drawing thread's."""

    def __init__(
        self, look: Appearance, preview: PreviewPane, parent: QWidget | None = None
    ) -> None:
        """Put the list beside the preview."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._split: tuple[int, int] | None = None
        self.list = ResultsList(look)
        self.preview = preview
        self._notice = QLabel()
        self._notice.setObjectName("notice")
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self._notice.setIndent(0)
        self._notice.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self.list)
        self.addWidget(left)
        self.addWidget(preview)
        self._complaining = QTimer(self, singleShot=True, interval=_COMPLAINT)
        self._complaining.timeout.connect(self._say_of_answer)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)

    @property
    def split(self) -> tuple[int, int] | None:
        """Widths of list and preview, where somebody chose them; pixels."""
        return self._split

    def put_split(self, split: tuple[int, int] | None) -> None:
        """Take widths that somebody chose before."""
        self._split = split
        self._divide()

    @property
    def notice(self) -> str:
        """What stands above the list; empty for nothing."""
        return "" if self._notice.isHidden() else self._notice.text()

    def show_answer(self, answer: Answer) -> None:
        """Show the hits, and what has to be said of them."""
        shown = self.list.results.answer
        self.list.show_answer(answer)
        self.list.set_stale(stale=False)
        if not self._complaining.isActive() or not shown or answer.query != shown.query:
            self._say_of_answer()

    def clear(self) -> None:
        """Show nothing, and keep nothing of what was shown."""
        self.list.show_answer(None)
        self._say_of_answer()

    def complain(self, text: str) -> None:
        """Say that something went wrong; it stays for a while, or until something else is asked."""
        self.say(NoticeLine(text, "wrong"))
        self._complaining.start()

    def show_wrong(self, said: NoticeLine) -> None:
        """Say what has no reading; the hits that stay are those of an earlier question."""
        self._complaining.stop()
        self.say(said)
        self.list.set_stale(stale=True)

    def _say_of_answer(self) -> None:
        self._complaining.stop()
        answer = self.list.results.answer
        self.say(said_of(answer) if answer else None)

    def say(self, said: NoticeLine | None) -> None:
        """Say something above the list; None for nothing."""
        self._notice.setVisible(said is not None)
        if said is not None:
            if said.text != self._notice.text():
                announce(self._notice, said.text)
            self._notice.setText(said.text)
            self._notice.setProperty("tone", said.tone)
            self._notice.style().unpolish(self._notice)
            self._notice.style().polish(self._notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the preview away where there is no room for it."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= self._look.px(_NARROW))
        self._divide()

    def _divide(self) -> None:
        share = self._split[0] / max(1, sum(self._split)) if self._split else _LIST_SHARE
        left = round(self.width() * share)
        self.setSizes([left, self.width() - left])

    def _keep(self) -> None:
        left, right = self.sizes()
        if left and right:
            self._split = (left, right)
