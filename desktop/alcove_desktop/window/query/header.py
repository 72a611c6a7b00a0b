"""The head of the window: the field, and below it the filters, a count, and a menu."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alcove.search import Answer
from alcove_desktop.forms import announce
from alcove_desktop.look import Appearance
from alcove_desktop.texts.counts import CountTexts
from alcove_desktop.texts.numbers import number
from alcove_desktop.window.query.field import SearchField
from alcove_desktop.window.query.filter_chips import FilterChips
from alcove_desktop.window.query.more_menu import MoreButton
from alcove_desktop.window.query_session import LIMIT

_EDGE = 22


class SearchHeader(QWidget):
    """Owns them; the drawing thread's."""

    def __init__(self, look: Appearance) -> None:
        """Begin with an empty field."""
        super().__init__()
        self.field, self.chips, self.more = SearchField(look), FilterChips(), MoreButton(look)
        self._count = QLabel()
        self._count.setObjectName("count")
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 18, _EDGE, 12)
        column.setSpacing(10)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.chips, stretch=1)
        row.addWidget(self._count)
        row.addWidget(self.more)
        column.addLayout(row)

    @property
    def count(self) -> str:
        """What is said of the answer; empty for nothing."""
        return self._count.text()

    def say_of(self, answer: Answer | None) -> None:
        """Say how many documents there are, and how long it took to find them."""
        if answer is None or not answer.hits:
            self._count.clear()
            return
        found = len(answer.hits)
        all_shown = found < LIMIT
        documents = (
            CountTexts().documents(found)
            if all_shown
            else self.tr("best %Ln document(s)", "", found)
        )
        if not self._count.text().startswith(documents):
            announce(self._count, documents)
        time = self.tr("{time} ms").format(time=number(max(1, round(answer.seconds * 1000))))
        self._count.setText(f"{documents} · {time}")
