"""A window beside the search window: it fits the screen, and the usual keys close it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from alcove_desktop.look import Appearance

_SHARE = 0.9  # of the screen's room: frames and panels take some


class SecondaryWindow(QWidget):
    """Escape and the system's own keys close it; the drawing thread's."""

    def __init__(
        self, look: Appearance, title: str, size: tuple[int, int], *, owner: QWidget | None = None
    ) -> None:
        """Make it, without anything in it.

        Args:
            look: for the text size, with which the window grows.
            title: of the window.
            size: to begin with, in the drawings' pixels.
            owner: the window that it belongs to, and ends with.
        """
        super().__init__(owner, Qt.WindowType.Window)
        self.setWindowTitle(title)
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)
        room = self.screen().availableSize() * _SHARE
        self.resize(QSize(look.px(size[0]), look.px(size[1])).boundedTo(room))

    def come_to_front(self) -> None:
        """Be seen, whatever it was before."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, unless something in the window has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
