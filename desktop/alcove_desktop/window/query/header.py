"""The head of the window: the query field, and below it the filters, a count, and a menu."""

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
    """Owns these widgets. Owned by the GUI thread."""

    def __init__(self, look: Appearance) -> None:
        """Create the head with an empty field."""
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
        """The text of the count; empty for none."""
        return self._count.text()

    def say_of(self, answer: Answer | None) -> None:
        """Show the number of documents found, and the time of the search in ms; None clears."""
        if answer is None or not answer.hits:
            self._count.clear()
            return
        shown = len(answer.hits)
        all_shown = shown < LIMIT
        documents = (
            CountTexts().documents(shown)
            if all_shown
            else self.tr("best %Ln document(s)", "", shown)
        )
        if not self._count.text().startswith(documents):
            announce(self._count, documents)
        time = self.tr("{time} ms").format(time=number(max(1, round(answer.seconds * 1000))))
        self._count.setText(f"{documents} · {time}")
