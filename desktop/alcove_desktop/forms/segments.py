"""A segmented control: a few alternatives side by side, one of them selected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy


class SegmentedControl(QFrame):
    """Radio buttons in one frame. Owned by the GUI thread."""

    chosen = Signal(object)
    """The value that the user selected; not emitted when the program selects one."""

    def __init__(self, options: Sequence[tuple[object, str]], *, name: str) -> None:
        """Offer `options`, values with their texts; `name` is for assistive technology."""
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._buttons = {value: QRadioButton(text) for value, text in options}
        for each in self._buttons.values():
            each.setProperty("kind", "segment")
            each.setAccessibleDescription(name)
            each.clicked.connect(self._emit_chosen)
            row.addWidget(each)

    def _emit_chosen(self) -> None:
        self.chosen.emit(self.value())

    def explain(self, value: object, text: str) -> None:
        """Set the tooltip of one alternative."""
        self._buttons[value].setToolTip(text)

    def show_value(self, value: object) -> None:
        """Select the alternative of a value."""
        self._buttons[value].setChecked(True)

    def value(self) -> object:
        """Return the selected value; None before the first."""
        return next((v for v, each in self._buttons.items() if each.isChecked()), None)
