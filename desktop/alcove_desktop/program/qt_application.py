"""The QApplication: a name for the desktop, and a quit when the session ends."""

import os
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """The application object, which runs on when its windows are closed."""

    quit_asked = Signal()
    """The session ends, or the user chose Quit in the system's menu (macOS)."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Register as "alcove" with the desktop; its entry has the name and the icon."""
        QGuiApplication.setDesktopFileName("alcove")
        # File dialogs would store the folders that they showed, outside the privacy report.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
        super().__init__(arguments)
        self.setApplicationName("Alcove")
        self.setQuitOnLastWindowClosed(False)

    def event(self, event: QEvent) -> bool:
        """Handle Quit ourselves: Qt would close the windows first, and ours refuse to close."""
        if event.type() is QEvent.Type.Quit:
            self.quit_asked.emit()
            return True
        return super().event(event)
