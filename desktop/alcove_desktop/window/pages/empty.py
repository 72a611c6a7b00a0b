"""What stands where there are no hits: a few calm words, and at most one thing to do."""

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
    """What to say.

    Attributes:
        icon: the name of a drawing.
        title: in a few words.
        text: a sentence or two below it.
        action: on a button; empty for none.
    """

    icon: str
    title: str
    text: str
    action: str = ""


class EmptyState(QWidget):
    """Says it in the middle of its room; the drawing thread's."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
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
        look.changed.connect(self._follow_look)

    @property
    def title(self) -> str:
        """What is said in the title."""
        return self._title.text()

    def say(self, what: EmptyMessage) -> None:
        """Say something else."""
        if what != self._shown and self.isVisible():
            announce(self, f"{what.title}. {what.text}")
        self._shown = what
        self._title.setText(what.title)
        self._text.setText(what.text)
        self._button.setText(what.action)
        self._button.setVisible(bool(what.action))
        self._follow_look()

    def _follow_look(self) -> None:
        side = self._look.px(36)
        icon = self._look.icon(self._shown.icon, "muted")
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))


def nothing_found(answer: Answer) -> EmptyMessage:
    """No document passes, or none has the words."""
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
    """Somebody types before any folder was chosen."""
    return EmptyMessage(
        "folder",
        translate("Empty", "No folder is searched yet"),
        translate("Empty", "Choose the folders whose documents you want to find."),
        translate("Empty", "Choose folders"),
    )


def elsewhere(folder: bytes) -> EmptyMessage:
    """Somebody looks into a folder of which nothing is searched."""
    text = translate("Empty", "Add it to find its documents.")
    return EmptyMessage(
        "folder",
        translate("Empty", "This folder is not searched yet"),
        f"{from_home(folder)}\n{text}",
        translate("Empty", "Add this folder"),
    )


def nothing_yet(indexer: IndexerState) -> EmptyMessage:
    """Nothing is found so far, while documents are still being read."""
    text = translate("Empty", "Documents are still being read. What is found will appear here.")
    return EmptyMessage(
        "history", translate("Empty", "Nothing found yet"), f"{text}\n{_read(indexer)}".strip()
    )


def still_indexing(indexer: IndexerState | None) -> EmptyMessage:
    """Folders are chosen, and nothing of them can be found yet."""
    text = translate("Empty", "You will find the first ones in a moment. You can already type.")
    return EmptyMessage(
        "history",
        translate("Empty", "Reading your documents"),
        f"{text}\n{_read(indexer)}".strip(),
    )


def _read(indexer: IndexerState | None) -> str:
    """How many files have been read; empty where that is not known."""
    if indexer is None or indexer.activity is not Activity.READING or not indexer.total:
        return ""
    text = translate("Empty", "{done} of {total} files have been read.")
    return text.format(done=number(indexer.done), total=number(indexer.total))


def wrong(error: QueryError, typed: str) -> EmptyMessage:
    """Something in the question has no sensible reading."""
    return EmptyMessage("search", wrong_part(error, typed), told(error.advice))


def error(what: Exception) -> EmptyMessage:
    """Searching fails altogether."""
    title = translate("Empty", "Search is not available right now")
    return EmptyMessage("warning", title, in_words(what), translate("Empty", "Try again"))
