"""The page below an empty query field: saved and recent searches."""

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
_NAME = Qt.ItemDataRole.UserRole + 1  # of a saved search; empty for a recent one
_ICON = Qt.ItemDataRole.UserRole + 2


class _SearchList(QListWidget):
    """A list that selects a row when it gets the focus, so that the focus is visible."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)


class RecentSearches(QWidget):
    """A short list of searches to repeat. Owned by the GUI thread."""

    chosen = Signal(str, object)
    """The query of the chosen search, and its `Mode`."""
    search_removed = Signal(str)
    """The name of a saved search to remove."""
    question_forgotten = Signal(str)
    """A query to remove from the history."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Create an empty list."""
        super().__init__(parent)
        self._look = look
        self._ready = QLabel(self)
        self._ready.setProperty("kind", "muted")
        self._ready.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = EmptyState(look)
        self._list = _SearchList(self)
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
        look.changed.connect(self._restyle)
        self._restyle()
        self.offer((), ())

    @property
    def count(self) -> int:
        """The number of searches in the list."""
        return self._list.count()

    @property
    def names(self) -> frozenset[str]:
        """The names of the saved searches."""
        items = (self._list.item(at) for at in range(self._list.count()))
        return frozenset(item.data(_NAME) for item in items) - {""}

    def count_documents(self, count: int) -> None:
        """Show the number of documents: above the list, or in the middle if the list is empty."""
        text = self.tr("%Ln document(s) to search", "", count) if count else ""
        self._ready.setText(text)
        advice = self.tr("Ask in your own words, or type a name.")
        self._hint.say(EmptyMessage("search", text, advice))

    def offer(self, saved: Sequence[SavedSearch], asked: Sequence[HistoryEntry]) -> None:
        """Show the saved searches, then the latest others; keep the selection."""
        row, selected = self._list.currentRow(), _key_of(self._list.currentItem())
        self._list.clear()
        for search in saved:
            self._add("star", search.name, search.query, search.mode, name=search.name)
        listed = {(search.query, search.mode) for search in saved}
        for entry in asked[:_SHOWN]:
            if (entry.query, entry.mode) not in listed:
                self._add("history", entry.query, entry.query, entry.mode)
        self._restore_selection(row, selected)
        for part in (self._ready, self._list):
            part.setVisible(self.count > 0)
        self._hint.setVisible(self.count == 0)

    def step(self, by: int) -> None:
        """Move the selection down by a number of rows; negative for up."""
        last = self._list.count() - 1
        self._list.setCurrentRow(min(last, max(0, self._list.currentRow() + by)))

    def take(self) -> bool:
        """Run the selected search; return whether there is one."""
        if self._list.currentRow() < 0:
            return False
        self._choose(self._list.currentItem())
        return True

    def _add(self, icon: str, text: str, query: str, mode: str, *, name: str = "") -> None:
        item = QListWidgetItem(text, self._list)
        item.setData(_ASKED, (query, Mode(mode)))
        item.setData(_NAME, name)
        item.setData(_ICON, icon)
        self._set_icon(item)

    def _set_icon(self, item: QListWidgetItem) -> None:
        item.setIcon(self._look.icon(item.data(_ICON), "muted"))
        item.setSizeHint(QSize(10, self._look.px(38)))

    def _restyle(self) -> None:
        side = self._look.px(16)
        self._list.setIconSize(QSize(side, side))
        for at in range(self._list.count()):
            self._set_icon(self._list.item(at))

    def _choose(self, item: QListWidgetItem) -> None:
        query, mode = item.data(_ASKED)
        self.chosen.emit(query, mode)

    def _restore_selection(self, row: int, selected: tuple[str, str]) -> None:
        """Select the earlier selection again; if it is gone, the item now in its row."""
        rows = range(self._list.count())
        same = (at for at in rows if _key_of(self._list.item(at)) == selected)
        self._list.setCurrentRow(next(same, min(row, len(rows) - 1)))

    def _show_menu(self, place: QPoint) -> None:
        item = self._list.itemAt(place)
        if item is None:
            return
        name, query = _key_of(item)
        text = self.tr("Remove this search") if name else self.tr("Forget this question")
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(text).triggered.connect(lambda: self._remove(name, query))
        menu.popup(self._list.viewport().mapToGlobal(place))

    def _remove_chosen(self) -> None:
        if self._list.currentRow() >= 0:
            self._remove(*_key_of(self._list.currentItem()))

    def _remove(self, name: str, query: str) -> None:
        """Remove a saved search, or a query from the history."""
        if name:
            self.search_removed.emit(name)
        else:
            self.question_forgotten.emit(query)


def _key_of(item: QListWidgetItem | None) -> tuple[str, str]:
    """Return a key of an item: the saved search's name, else "", and the query."""
    return (item.data(_NAME), item.data(_ASKED)[0]) if item is not None else ("", "")
