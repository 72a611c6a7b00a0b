"""A list that opens, of which one entry holds."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from alcove_desktop.look import Appearance

_ARROW = 16  # of the drawings' pixels


class DropDown(QComboBox):
    """`chosen` tells the value that the user picked, and only that."""

    chosen = Signal(object)

    def __init__(
        self, look: Appearance, options: Sequence[tuple[object, str]], *, name: str
    ) -> None:
        """`options` are values with their words; `name` is what assistive technology reads."""
        super().__init__()
        self._look = look
        self._values = [value for value, _ in options]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItems([words for _, words in options])
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def offer(self, value: object, words: str) -> None:
        """Add an entry, unless there is one of this value."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(words)

    def offer_only(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these; the one that holds goes on holding where it is among them."""
        held = self.value()
        self._values = [value for value, _ in options]
        self.clear()
        self.addItems([words for _, words in options])
        if held in self._values:
            self.show_value(held)

    def show_value(self, value: object) -> None:
        """Show which one holds; it must be one of them."""
        self.setCurrentIndex(self._values.index(value))

    def value(self) -> object:
        """The one that holds; None where there is none."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that turns over a choice means nothing by it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the words, and our own arrow: a styled one has none."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = self._look.px(_ARROW)
        left = self.width() - size - self._look.px(8)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self._look.px(8)
        place = QRect(left, (self.height() - size) // 2, size, size)
        self._look.icon("chevron-down", "muted").paint(painter, place)
        painter.end()
