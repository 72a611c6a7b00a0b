"""A chip: show one filter of the query, with a menu to change it and a cross to remove it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from alcove_desktop.forms import tip

_CROSS = " ×"
_MAX_LENGTH = 32  # characters of average width
_CROSS_WIDTH = 24  # pixels at the right end where a click removes the filter


class Chip(QToolButton):
    """A button for one filter, in the accent colour while it is active."""

    cleared = Signal()
    """The user removed the filter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create an inactive chip."""
        super().__init__(parent)
        self._active = False
        self.setProperty("kind", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def say(self, text: str, *, active: bool, name: str) -> None:
        """Show the filter's value.

        Args:
            text: such as “PDF, Word”.
            active: whether the filter is set.
            name: of the filter, for a screen reader.
        """
        self._active = active
        metrics, most = self.fontMetrics(), _MAX_LENGTH * self.fontMetrics().averageCharWidth()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, most).replace("&", "&&")
        self.setToolTip(tip(text) if shown != text.replace("&", "&&") else "")
        self.setText(f"{shown}{_CROSS}" if active else shown)
        self.setAccessibleName(f"{name}: {text}")
        self.setProperty("active", active)
        self.style().unpolish(self)
        self.style().polish(self)

    def offer(self, fill: Callable[[QMenu], object]) -> None:
        """Open a menu when the chip is clicked; `fill` fills it each time it opens."""
        menu = QMenu(self)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        self.setMenu(menu)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remove the filter on a click on the cross."""
        cross = self.rect().right() - _CROSS_WIDTH
        if self._active and (self.menu() is None or event.position().x() >= cross):
            self.cleared.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the filter on Delete and Backspace."""
        if self._active and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
