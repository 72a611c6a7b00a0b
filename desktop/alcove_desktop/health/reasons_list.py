"""List of the reasons why files could not be indexed, with the number of files of each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from alcove_desktop.look import Appearance
from alcove_desktop.texts import numbers, reasons

_REASON = int(Qt.ItemDataRole.UserRole)


class ReasonsList(QListWidget):
    """The reasons, below an entry for all of them. Owned by the GUI thread."""

    chosen = Signal(object)
    """The stored reason, or None for all."""

    def __init__(self, look: Appearance) -> None:
        """Create an empty list."""
        super().__init__()
        self._look = look
        self.setObjectName("reasons")
        self.setAccessibleName(self.tr("Reasons"))
        self.currentItemChanged.connect(self._emit_chosen)
        look.changed.connect(self._fit)

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show these; keep the selected reason if it is among them, else select "All"."""
        selected = self.currentItem().data(_REASON) if self.currentItem() else None
        self.blockSignals(True)
        self.clear()
        total = sum(number for _, number in counts)
        for reason, number in ((None, total), *counts):
            words = self.tr("All") if reason is None else reasons.reason(reason)
            template = self.tr("{reason} · {number}")
            item = QListWidgetItem(template.format(reason=words, number=numbers.number(number)))
            item.setData(_REASON, reason)
            self.addItem(item)
        self.blockSignals(False)
        shown = [reason for reason, _ in counts]
        self.setCurrentRow(shown.index(selected) + 1 if selected in shown else 0)
        self._fit()

    def _emit_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_REASON))

    def _fit(self) -> None:
        self.setFixedWidth(max(self._look.px(200), self.sizeHintForColumn(0) + self._look.px(24)))
