"""A drop-down list of which one entry is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from alcove_desktop.look import Appearance

_ARROW = 16  # design pixels


class DropDown(QComboBox):
    """A drop-down list of values with their texts. Owned by the GUI thread."""

    chosen = Signal(object)
    """The value that the user selected; not emitted when the program selects one."""

    def __init__(
        self, look: Appearance, options: Sequence[tuple[object, str]], *, name: str
    ) -> None:
        """Offer `options`, values with their texts; `name` is for assistive technology."""
        super().__init__()
        self._look = look
        self._values = [value for value, _ in options]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItems([text for _, text in options])
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def offer(self, value: object, text: str) -> None:
        """Add an entry, unless there is one of this value."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(text)

    def offer_only(self, options: Sequence[tuple[object, str]]) -> None:
        """Replace the entries; keep the selected value if it is among them."""
        selected = self.value()
        self._values = [value for value, _ in options]
        self.clear()
        self.addItems([text for _, text in options])
        if selected in self._values:
            self.show_value(selected)

    def show_value(self, value: object) -> None:
        """Select the entry of a value.

        Raises:
            ValueError: there is no entry of this value.
        """
        self.setCurrentIndex(self._values.index(value))

    def value(self) -> object:
        """Return the selected value; None if there is none."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: turning the wheel over the list is not meant to change it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the text, and our own arrow: a styled combo box has none."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = self._look.px(_ARROW)
        left = self.width() - size - self._look.px(8)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self._look.px(8)
        arrow = QRect(left, (self.height() - size) // 2, size, size)
        self._look.icon("chevron-down", "muted").paint(painter, arrow)
        painter.end()
