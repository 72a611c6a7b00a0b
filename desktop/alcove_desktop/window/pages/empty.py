"""The empty state: a short message in place of hits, with at most one button."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from alcove.indexer import Activity, IndexerState
from alcove.search import Answer, Mode, QueryError
from alcove.search.question.filter_editing import without_filters
from alcove_desktop.forms import announce
from alcove_desktop.look import Appearance
from alcove_desktop.texts.core_messages import in_words, told
from alcove_desktop.texts.numbers import number, percent
from alcove_desktop.texts.paths import from_home
from alcove_desktop.window.pages.notices import wrong_part

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EmptyMessage:
    """A message of the empty state.

    Attributes:
        icon: the name of an icon.
        title: a few words.
        text: a sentence or two below it.
        action: the text of a button; empty for none.
    """

    icon: str
    title: str
    text: str
    action: str = ""


class EmptyState(QWidget):
    """Shows a message in the middle of its area. Owned by the GUI thread."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Create it without a message."""
        super().__init__(parent)
        self._look = look
        self._shown = EmptyMessage("search", "", "")
        self._icon, self._title, self._text = (QLabel(self) for _ in range(3))
        self._title.setProperty("kind", "heading")
        self._text.setProperty("kind", "muted")
        self._button = QPushButton(self)
        self._button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 48)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._icon, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setWordWrap(True)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.clicked.connect(self.acted)
        look.changed.connect(self._restyle)

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def say(self, message: EmptyMessage) -> None:
        """Show a message, and announce a new one to screen readers."""
        if message != self._shown and self.isVisible():
            announce(self, f"{message.title}. {message.text}")
        self._shown = message
        self._title.setText(message.title)
        self._text.setText(message.text)
        self._button.setText(message.action)
        self._button.setVisible(bool(message.action))
        self._restyle()

    def _restyle(self) -> None:
        side = self._look.px(36)
        icon = self._look.icon(self._shown.icon, "muted")
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))


def nothing_found(answer: Answer) -> EmptyMessage:
    """Return the message for an answer without hits."""
    title = translate("Empty", "Nothing found")
    if answer.query.filters:
        text = translate("Empty", "No document matches both the filters and the question.")
        rest = without_filters(answer.query.typed)
        offer = translate("Empty", "Search without filters") if rest else ""
        return EmptyMessage("search", title, text, offer)
    if answer.coverage < 1:
        text = translate(
            "Empty",
            "{share} of your documents can be found by meaning so far; the rest follows.",
        ).format(share=percent(answer.coverage))
        return EmptyMessage("search", title, text)
    if answer.mode is Mode.WORDS:
        text = translate("Empty", "None of your documents contains these words.")
        return EmptyMessage("search", title, text, translate("Empty", "Search by meaning as well"))
    text = translate("Empty", "None of your documents answers this.")
    return EmptyMessage("search", title, text)


def no_folder() -> EmptyMessage:
    """Return the message for a query before any folder is chosen."""
    return EmptyMessage(
        "folder",
        translate("Empty", "No folder is searched yet"),
        translate("Empty", "Choose the folders whose documents you want to find."),
        translate("Empty", "Choose folders"),
    )


def elsewhere(folder: bytes) -> EmptyMessage:
    """Return the message for a query in a folder of which nothing is searched."""
    text = translate("Empty", "Add it to find its documents.")
    return EmptyMessage(
        "folder",
        translate("Empty", "This folder is not searched yet"),
        f"{from_home(folder)}\n{text}",
        translate("Empty", "Add this folder"),
    )


def nothing_yet(indexer: IndexerState) -> EmptyMessage:
    """Return the message for no hits while documents are still being read."""
    text = translate("Empty", "Documents are still being read. What is found will appear here.")
    return EmptyMessage(
        "history", translate("Empty", "Nothing found yet"), f"{text}\n{_read(indexer)}".strip()
    )


def still_indexing(indexer: IndexerState | None) -> EmptyMessage:
    """Return the message for folders of which nothing can be found yet."""
    text = translate("Empty", "You will find the first ones in a moment. You can already type.")
    return EmptyMessage(
        "history",
        translate("Empty", "Reading your documents"),
        f"{text}\n{_read(indexer)}".strip(),
    )


def _read(indexer: IndexerState | None) -> str:
    """Return how many files have been read; empty if unknown."""
    if indexer is None or indexer.activity is not Activity.READING or not indexer.total:
        return ""
    text = translate("Empty", "{done} of {total} files have been read.")
    return text.format(done=number(indexer.done), total=number(indexer.total))


def wrong(error: QueryError, typed: str) -> EmptyMessage:
    """Return the message for a query that cannot be parsed."""
    return EmptyMessage("search", wrong_part(error, typed), told(error.advice))


def error(cause: Exception) -> EmptyMessage:
    """Return the message for a search that failed."""
    title = translate("Empty", "Search is not available right now")
    return EmptyMessage("warning", title, in_words(cause), translate("Empty", "Try again"))
