"""The Qt application, which ends when the system wants it to."""

import os
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """The one of the program; lives on when its windows are closed."""

    quit_asked = Signal()
    """The session ends, or the system's own menu says so (macOS)."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Be known to the desktop as "alcove", whose entry has the name and the icon."""
        QGuiApplication.setDesktopFileName("alcove")
        # File dialogs would keep the folders that were looked at, where no report of ours tells.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
        super().__init__(arguments)
        self.setApplicationName("Alcove")
        self.setQuitOnLastWindowClosed(False)

    def event(self, event: QEvent) -> bool:
        """Qt would ask the windows first, which stay when they are closed, and so hold up all."""
        if event.type() is QEvent.Type.Quit:
            self.quit_asked.emit()
            return True
        return super().event(event)
