"""Reveal a file, selected, in the desktop's file manager over D-Bus."""

import os
import sys
from urllib.parse import quote_from_bytes

from PySide6.QtCore import QObject, Signal

_SERVICE = "org.freedesktop.FileManager1"
# https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
_PATH = "/org/freedesktop/FileManager1"
_WITHIN = 5_000  # milliseconds: D-Bus may have to start the file manager


class FileManager(QObject):
    """The file manager, started by D-Bus outside our guard. Owned by the GUI thread."""

    absent = Signal(object)
    """The path for which no file manager answered."""

    def show(self, path: bytes) -> bool:
        """Send the request without waiting; return False if there is no D-Bus."""
        if sys.platform == "win32" or sys.platform == "darwin":
            is_sent = False
        else:
            is_sent = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) and self._send(path)
        return is_sent

    def _send(self, path: bytes) -> bool:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "ShowItems")
        address = "file://" + quote_from_bytes(path)
        message.setArguments([[address], os.environ.get("DESKTOP_STARTUP_ID", "")])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _WITHIN), self)

        def check_reply() -> None:
            if watcher.isError():
                self.absent.emit(path)
            watcher.deleteLater()

        watcher.finished.connect(check_reply)
        return True
