"""A few alternatives side by side, of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy


class SegmentedControl(QFrame):
    """Radio buttons in one frame; `chosen` tells the value that the user picked, and only that."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]], *, name: str) -> None:
        """`options` are values with their words; `name` is what assistive technology reads."""
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._buttons = {value: QRadioButton(words) for value, words in options}
        for each in self._buttons.values():
            each.setProperty("kind", "segment")
            each.setAccessibleDescription(name)
            each.clicked.connect(self._tell)
            row.addWidget(each)

    def _tell(self) -> None:
        self.chosen.emit(self.value())

    def explain(self, value: object, text: str) -> None:
        """Say more of one of them where the pointer rests on it."""
        self._buttons[value].setToolTip(text)

    def show_value(self, value: object) -> None:
        """Show which one holds."""
        self._buttons[value].setChecked(True)

    def value(self) -> object:
        """The one that holds; None before one was shown."""
        return next((v for v, each in self._buttons.items() if each.isChecked()), None)
