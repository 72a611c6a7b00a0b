"""Shows a file, selected, in the desktop's file manager: over D-Bus, where there is one."""

import os
import sys
from urllib.parse import quote_from_bytes

from PySide6.QtCore import QObject, Signal

_SERVICE = "org.freedesktop.FileManager1"
# https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
_PATH = "/org/freedesktop/FileManager1"
_WITHIN = 5_000  # milliseconds: D-Bus may have to start the file manager


class FileManager(QObject):
    """Asks D-Bus, which starts the file manager outside our guard; the drawing thread's."""

    absent = Signal(object)
    """The path, where no file manager answered."""

    def show(self, path: bytes) -> bool:
        """Ask without waiting; returns False where there is no D-Bus to ask."""
        if sys.platform == "win32" or sys.platform == "darwin":
            asked = False
        else:
            asked = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) and self._ask(path)
        return asked

    def _ask(self, path: bytes) -> bool:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "ShowItems")
        address = "file://" + quote_from_bytes(path)
        message.setArguments([[address], os.environ.get("DESKTOP_STARTUP_ID", "")])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _WITHIN), self)

        def answered() -> None:
            if watcher.isError():
                self.absent.emit(path)
            watcher.deleteLater()

        watcher.finished.connect(answered)
        return True
