"""The page of results: notice, list of hits, and preview."""

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
_COMPLAINT = 8000  # milliseconds that an error stays visible
_NARROW = 800  # width below which the preview is hidden, pixels at a text size of 100 %


class ResultsPane(QSplitter):
    """Owns the list and the preview. Owned by the GUI thread."""

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
        self._complaint = QTimer(self, singleShot=True, interval=_COMPLAINT)
        self._complaint.timeout.connect(self._say_of_answer)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)

    @property
    def split(self) -> tuple[int, int] | None:
        """The widths of list and preview in pixels; None unless the user set them."""
        return self._split

    def put_split(self, split: tuple[int, int] | None) -> None:
        """Restore the widths that the user set earlier."""
        self._split = split
        self._divide()

    @property
    def notice(self) -> str:
        """The text of the notice above the list; empty for none."""
        return "" if self._notice.isHidden() else self._notice.text()

    def show_answer(self, answer: Answer) -> None:
        """Show the hits and the notice about them."""
        shown = self.list.results.answer
        self.list.show_answer(answer)
        self.list.set_stale(stale=False)
        if not self._complaint.isActive() or not shown or answer.query != shown.query:
            self._say_of_answer()

    def clear(self) -> None:
        """Remove the hits and the notice."""
        self.list.show_answer(None)
        self._say_of_answer()

    def complain(self, text: str) -> None:
        """Show an error for 8 seconds, or until another query is answered."""
        self.say(NoticeLine(text, "wrong"))
        self._complaint.start()

    def show_wrong(self, notice: NoticeLine) -> None:
        """Show an error in the query; fade the hits, which belong to an earlier query."""
        self._complaint.stop()
        self.say(notice)
        self.list.set_stale(stale=True)

    def _say_of_answer(self) -> None:
        self._complaint.stop()
        answer = self.list.results.answer
        self.say(said_of(answer) if answer else None)

    def say(self, notice: NoticeLine | None) -> None:
        """Show a notice above the list; None for none."""
        self._notice.setVisible(notice is not None)
        if notice is not None:
            if notice.text != self._notice.text():
                announce(self._notice, notice.text)
            self._notice.setText(notice.text)
            self._notice.setProperty("tone", notice.tone)
            self._notice.style().unpolish(self._notice)
            self._notice.style().polish(self._notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the preview if there is no room for it."""
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
