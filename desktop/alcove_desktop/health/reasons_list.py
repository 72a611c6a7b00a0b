"""The reasons why files could not be indexed, with how many files have each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from alcove_desktop.look import Appearance
from alcove_desktop.texts import numbers, reasons

_REASON = int(Qt.ItemDataRole.UserRole)


class ReasonsList(QListWidget):
    """All of them first; the drawing thread's."""

    chosen = Signal(object)
    """The stored reason, or None for all."""

    def __init__(self, look: Appearance) -> None:
        """Make a list with nothing in it."""
        super().__init__()
        self._look = look
        self.setObjectName("reasons")
        self.setAccessibleName(self.tr("Reasons"))
        self.currentItemChanged.connect(self._choose)
        look.changed.connect(self._fit)

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show these; the one that is chosen stays so, or else all are chosen."""
        before = self.currentItem().data(_REASON) if self.currentItem() else None
        self.blockSignals(True)
        self.clear()
        total = sum(number for _, number in counts)
        for reason, number in ((None, total), *counts):
            words = self.tr("All") if reason is None else reasons.reason(reason)
            said = self.tr("{reason} · {number}")
            item = QListWidgetItem(said.format(reason=words, number=numbers.number(number)))
            item.setData(_REASON, reason)
            self.addItem(item)
        self.blockSignals(False)
        known = [reason for reason, _ in counts]
        self.setCurrentRow(known.index(before) + 1 if before in known else 0)
        self._fit()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_REASON))

    def _fit(self) -> None:
        self.setFixedWidth(max(self._look.px(200), self.sizeHintForColumn(0) + self._look.px(24)))
