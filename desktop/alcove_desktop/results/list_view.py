"""The list of hits: keys, mouse, context menu, and dragging hits out as files."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from alcove.search import Answer, FoundPassage, Hit
from alcove_desktop.forms import announce
from alcove_desktop.look import Appearance
from alcove_desktop.results import row_texts
from alcove_desktop.results.delegate import RowDelegate
from alcove_desktop.results.hit_actions import HitAction
from alcove_desktop.results.menu import build_menu
from alcove_desktop.results.model import ROW, ResultsModel, SortOrder
from alcove_desktop.results.row_geometry import lay_out_row
from alcove_desktop.results.rows import ResultRow

_Key = Qt.Key
_KEYS = {
    "Return": HitAction.OPEN,
    "Enter": HitAction.OPEN,
    "Ctrl+Return": HitAction.SHOW_IN_FOLDER,
    "Ctrl+Enter": HitAction.SHOW_IN_FOLDER,
    "Ctrl+C": HitAction.COPY_PATH,
    "Ctrl+Shift+C": HitAction.COPY_CITATION,
    "Ctrl+D": HitAction.FIND_SIMILAR,
    "Ctrl+I": HitAction.WHY,
}
_BY_KEYS = {QKeySequence(text): act for text, act in _KEYS.items()}


class ResultsList(QListView):
    """Shows answers, with the first hit selected. Owned by the GUI thread."""

    chosen = Signal(object)
    """The selected `ResultRow`; None without one."""
    asked = Signal(object, object)
    """The requested `HitAction`, and the `ResultRow` to act on."""
    more_asked = Signal(object)
    """The other passages of this `Hit` were requested."""
    typed = Signal(str)
    """A character was typed here that belongs in the query field."""
    leaving_upwards = Signal()
    """The up key was pressed on the first row."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Create an empty list."""
        super().__init__(parent)
        self._look = look
        self.results = ResultsModel(self)
        self.setObjectName("results")
        self.setModel(self.results)
        self._delegate = RowDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Results"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.verticalScrollBar().setSingleStep(look.px(24))
        self.selectionModel().currentChanged.connect(self._emit_chosen)
        self.doubleClicked.connect(lambda _: self._ask(HitAction.OPEN))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def row(self) -> ResultRow | None:
        """The selected row; None without one."""
        return self.results.row(self.currentIndex().row())

    def show_answer(self, answer: Answer | None) -> None:
        """Show another answer; keep the selection if the query and mode are the same."""
        shown = self.results.answer
        is_same = answer and shown and answer.query == shown.query and answer.mode == shown.mode
        selected = self.row if is_same else None
        self._change(lambda: self.results.show(answer), selected)
        if not is_same:
            self.scrollToTop()

    def set_stale(self, *, stale: bool) -> None:
        """Fade the hits while they belong to an earlier query, or show them normally."""
        self._delegate.is_stale = stale
        self.viewport().update()

    def show_more(self, hit: Hit, passages: Sequence[FoundPassage]) -> None:
        """Show the other passages of a hit below it."""
        self._change(lambda: self.results.open(hit, passages), self.row)

    def sort_by(self, order: SortOrder) -> None:
        """Sort the hits in another order and scroll to the top."""
        self._change(lambda: self.results.sort_by(order), None)
        self.scrollToTop()

    def step(self, by: int) -> None:
        """Move the selection down by a number of rows; negative for up."""
        last = self.results.rowCount() - 1
        if last >= 0:
            self._choose(min(last, max(0, self.currentIndex().row() + by)))
            self.scrollTo(self.currentIndex())

    def show_chosen(self) -> QRect:
        """Scroll to the selected row; return its rectangle in screen coordinates."""
        self.scrollTo(self.currentIndex())
        rect = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def act_on(self, event: QKeyEvent) -> bool:
        """Run a key's action on the selected row; return whether it has one."""
        # Enter on the numeric keypad, and all arrow keys on a Mac, carry the keypad modifier.
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == _Key.Key_Right and held == Qt.KeyboardModifier.NoModifier:
            return self._open_row()
        if event.key() == _Key.Key_Left and held == Qt.KeyboardModifier.NoModifier:
            return self._close_row()
        act = _BY_KEYS.get(QKeySequence(QKeyCombination(held, _Key(event.key()))))
        if act is None or self.row is None:
            return False
        self._ask(act)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the selected row, leave the list upwards, or pass typed characters on."""
        if event.key() == _Key.Key_Up and self.currentIndex().row() <= 0:
            self.leaving_upwards.emit()
        elif self.act_on(event):
            return
        elif event.text().isprintable() and event.text().strip() and not _is_command(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the other passages on a click on “2 more passages”."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        row: ResultRow | None = index.data(ROW) if index.isValid() else None
        if row and row.place is None and self._is_on_place(index, row, event.position().toPoint()):
            self._close_row() if row.is_open else self._open_row()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the selected row."""
        row = self.row
        if row is None:
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        position = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        menu = build_menu(self, row, self.asked.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(position))

    def _is_on_place(self, index: QModelIndex, row: ResultRow, point: QPoint) -> bool:
        parts = lay_out_row(
            self._look, self.visualRect(index), is_hit=True, has_text=row.text is not None
        )
        return parts.place.contains(point)

    def _open_row(self) -> bool:
        row = self.row
        if row is None or row.place is not None or row.is_open or not row.hit.more:
            return False
        self.more_asked.emit(row.hit)
        return True

    def _close_row(self) -> bool:
        row = self.row
        if row is None or not (row.is_open or row.place):
            return False
        self._change(lambda: self.results.close(row.hit), ResultRow(row.hit, None, None))
        return True

    def _ask(self, act: HitAction) -> None:
        if self.row is not None:
            self.asked.emit(act, self.row)

    def _change(self, change: Callable[[], object], kept: ResultRow | None) -> None:
        """Change the rows, then select the row `kept`, or the first."""
        before = self.row
        selection = self.selectionModel()
        blocked = selection.blockSignals(True)
        change()
        number = self.results.number_of(kept) if kept else -1
        self._choose(max(0, number))
        selection.blockSignals(blocked)
        self.viewport().update()
        if self.row != before:
            self.chosen.emit(self.row)

    def _choose(self, number: int) -> None:
        index = self.results.index(number)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _emit_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row = self.row
        if row is not None and not self.hasFocus():  # else Qt announces it
            announce(self, row_texts.spoken(row), at_once=True)
        self.chosen.emit(row)


def _is_command(event: QKeyEvent) -> bool:
    """Return whether a key is pressed with Control or Meta."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.modifiers() & commands)
