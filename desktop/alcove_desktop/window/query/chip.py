"""A chip: one filter of the question, to be seen, changed through its menu, and taken away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from alcove_desktop.forms import tip

_CROSS = " ×"
_LONGEST = 32  # characters of usual width
_CROSS_WIDTH = 24  # pixels at its end where a click takes the filter away


class Chip(QToolButton):
    """Quiet while it filters nothing, in the accent's colour while it does."""

    cleared = Signal()
    """The filter is to be taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin inactive."""
        super().__init__(parent)
        self._active = False
        self.setProperty("kind", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def say(self, text: str, *, active: bool, name: str) -> None:
        """Show what the filter is.

        Args:
            text: such as “PDF, Word”.
            active: whether it filters anything.
            name: of the filter, for a screen reader.
        """
        self._active = active
        metrics, most = self.fontMetrics(), _LONGEST * self.fontMetrics().averageCharWidth()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, most).replace("&", "&&")
        self.setToolTip(tip(text) if shown != text.replace("&", "&&") else "")
        self.setText(f"{shown}{_CROSS}" if active else shown)
        self.setAccessibleName(f"{name}: {text}")
        self.setProperty("active", active)
        self.style().unpolish(self)
        self.style().polish(self)

    def offer(self, fill: Callable[[QMenu], object]) -> None:
        """Open a menu when the chip is clicked; `fill` puts into it what there is then."""
        menu = QMenu(self)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        self.setMenu(menu)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the cross takes the filter away."""
        cross = self.rect().right() - _CROSS_WIDTH
        if self._active and (self.menu() is None or event.position().x() >= cross):
            self.cleared.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the filter away."""
        if self._active and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
