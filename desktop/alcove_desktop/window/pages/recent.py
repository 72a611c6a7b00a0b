"""What stands below an empty field: searches that were saved, and those made lately."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from alcove.personal.history import HistoryEntry
from alcove.personal.saved_searches import SavedSearch
from alcove.search import Mode
from alcove_desktop.look import Appearance
from alcove_desktop.window.pages.empty import EmptyMessage, EmptyState

_SHOWN = 8
_ASKED = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1  # of a saved search; empty for what was only asked
_ICON = Qt.ItemDataRole.UserRole + 2


class _QuestionList(QListWidget):
    """Always has a row chosen while it has the focus, so that the focus is seen."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)


class RecentSearches(QWidget):
    """A short list of questions to ask again; the drawing thread's."""

    chosen = Signal(str, object)
    """A question, and its `Mode`."""
    search_removed = Signal(str)
    """The name of a saved search."""
    question_forgotten = Signal(str)
    """A question that was asked before."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._look = look
        self._ready = QLabel(self)
        self._ready.setProperty("kind", "muted")
        self._ready.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = EmptyState(look)
        self._list = _QuestionList(self)
        self._list.setObjectName("recent")
        self._list.setAccessibleName(self.tr("Saved and recent searches"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 12)
        column.setSpacing(12)
        column.addWidget(self._ready)
        column.addWidget(self._list)
        column.addWidget(self._hint)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove_chosen)
        look.changed.connect(self._follow_look)
        self._follow_look()
        self.offer((), ())

    @property
    def count(self) -> int:
        """How many questions there are."""
        return self._list.count()

    @property
    def names(self) -> frozenset[str]:
        """Those of the saved searches."""
        items = (self._list.item(at) for at in range(self._list.count()))
        return frozenset(item.data(_NAME) for item in items) - {""}

    def count_documents(self, count: int) -> None:
        """Say how much there is to search: above the list, or in the middle where there is none."""
        text = self.tr("%Ln document(s) to search", "", count) if count else ""
        self._ready.setText(text)
        advice = self.tr("Ask in your own words, or type a name.")
        self._hint.say(EmptyMessage("search", text, advice))

    def offer(self, saved: Sequence[SavedSearch], asked: Sequence[HistoryEntry]) -> None:
        """Show saved searches first, then the latest others; what is chosen stays so."""
        before, kept = self._list.currentRow(), _library_state(self._list.currentItem())
        self._list.clear()
        for search in saved:
            self._add("star", search.name, search.query, search.mode, name=search.name)
        known = {(search.query, search.mode) for search in saved}
        for one in asked[:_SHOWN]:
            if (one.query, one.mode) not in known:
                self._add("history", one.query, one.query, one.mode)
        self._choose_again(before, kept)
        for part in (self._ready, self._list):
            part.setVisible(self.count > 0)
        self._hint.setVisible(self.count == 0)

    def step(self, by: int) -> None:
        """Choose the question that many further down."""
        last = self._list.count() - 1
        self._list.setCurrentRow(min(last, max(0, self._list.currentRow() + by)))

    def take(self) -> bool:
        """Ask the chosen question; whether there is one."""
        if self._list.currentRow() < 0:
            return False
        self._choose(self._list.currentItem())
        return True

    def _add(self, icon: str, text: str, query: str, mode: str, *, name: str = "") -> None:
        item = QListWidgetItem(text, self._list)
        item.setData(_ASKED, (query, Mode(mode)))
        item.setData(_NAME, name)
        item.setData(_ICON, icon)
        self._dress(item)

    def _dress(self, item: QListWidgetItem) -> None:
        item.setIcon(self._look.icon(item.data(_ICON), "muted"))
        item.setSizeHint(QSize(10, self._look.px(38)))

    def _follow_look(self) -> None:
        side = self._look.px(16)
        self._list.setIconSize(QSize(side, side))
        for at in range(self._list.count()):
            self._dress(self._list.item(at))

    def _choose(self, item: QListWidgetItem) -> None:
        query, mode = item.data(_ASKED)
        self.chosen.emit(query, mode)

    def _choose_again(self, row: int, kept: tuple[str, str]) -> None:
        """Choose what was chosen; what came into its place, where it is no more."""
        rows = range(self._list.count())
        same = (at for at in rows if _library_state(self._list.item(at)) == kept)
        self._list.setCurrentRow(next(same, min(row, len(rows) - 1)))

    def _show_menu(self, place: QPoint) -> None:
        item = self._list.itemAt(place)
        if item is None:
            return
        name, query = _library_state(item)
        text = self.tr("Remove this search") if name else self.tr("Forget this question")
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(text).triggered.connect(lambda: self._remove(name, query))
        menu.popup(self._list.viewport().mapToGlobal(place))

    def _remove_chosen(self) -> None:
        if self._list.currentRow() >= 0:
            self._remove(*_library_state(self._list.currentItem()))

    def _remove(self, name: str, query: str) -> None:
        """Take away a saved search, or a question from the history."""
        if name:
            self.search_removed.emit(name)
        else:
            self.question_forgotten.emit(query)


def _library_state(item: QListWidgetItem | None) -> tuple[str, str]:
    """The name of a saved search, or nothing, and its question."""
    return (item.data(_NAME), item.data(_ASKED)[0]) if item is not None else ("", "")
