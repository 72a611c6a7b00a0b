"""What the settings window can set of the program around it."""

from PySide6.QtWidgets import QSystemTrayIcon

from alcove_desktop.program import autostart
from alcove_desktop.program.shortcut import GlobalShortcut


class Around:
    """Starting at login, the tray, the shortcut."""

    def __init__(self, shortcut: GlobalShortcut) -> None:
        """Set this shortcut."""
        self._shortcut = shortcut

    @property
    def tray_available(self) -> bool:
        """Whether this desktop shows tray icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def shortcuts_available(self) -> bool:
        """Whether this system lets a program have a global shortcut."""
        return self._shortcut.available

    def starts_at_login(self) -> bool:
        """Whether the program is started at login; on any thread."""
        return autostart.is_on()

    def start_at_login(self, *, wanted: bool) -> None:
        """Start the program at login, without showing its window, or no more; on any thread.

        Raises:
            AlcoveError: it cannot be written.
        """
        autostart.switch(autostart.own_command("--hidden"), on=wanted)

    def set_shortcut(self, keys: str) -> str:
        """Have the window brought up by these keys; returns why that cannot be, or nothing."""
        return self._shortcut.set(keys)
