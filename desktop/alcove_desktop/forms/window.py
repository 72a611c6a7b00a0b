"""The base of the windows beside the search window: fits the screen, closes by the usual keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from alcove_desktop.look import Appearance

_SHARE = 0.9  # of the screen's available size: the window's frame takes some


class SecondaryWindow(QWidget):
    """A window that Escape and the system's close keys close. Owned by the GUI thread."""

    def __init__(
        self, look: Appearance, title: str, size: tuple[int, int], *, owner: QWidget | None = None
    ) -> None:
        """Make an empty window.

        Args:
            look: scales the window by the text size.
            title: of the window.
            size: initial width and height in design pixels.
            owner: the parent window, which destroys this one with itself.
        """
        super().__init__(owner, Qt.WindowType.Window)
        self.setWindowTitle(title)
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)
        largest = self.screen().availableSize() * _SHARE
        self.resize(QSize(look.px(size[0]), look.px(size[1])).boundedTo(largest))

    def come_to_front(self) -> None:
        """Show, restore, raise and activate the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, unless a widget in the window has handled it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
