"""What the settings window can set of the program around it."""

from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtWidgets import QSystemTrayIcon

from alcove_desktop.program import autostart
from alcove_desktop.program.shortcut import GlobalShortcut


class SettingsBridge:
    """Starting at login, the tray, the shortcut."""

    def __init__(self, shortcut: GlobalShortcut, root: Path) -> None:
        """Set this shortcut, and start the library in the folder `root`."""
        self._shortcut, self._root = shortcut, root

    @property
    def tray_available(self) -> bool:
        """Whether this desktop shows tray icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def shortcuts_available(self) -> bool:
        """Whether this system lets a program have a global shortcut."""
        return self._shortcut.available

    @property
    def shortcut_refused(self) -> str:
        """Why the keys that were set last are not had; empty where they are."""
        return self._shortcut.refused

    def starts_at_login(self) -> bool:
        """Whether the program is started at login; on any thread."""
        return autostart.is_on()

    def start_at_login(self, *, wanted: bool) -> None:
        """Start the program at login, without showing its window, or no more; on any thread.

        Raises:
            AlcoveError: it cannot be written.
        """
        usual = self._root == user_data_path("alcove", appauthor=False)
        which = () if usual else ("--library", str(self._root))
        autostart.switch(autostart.own_command("--hidden", *which), on=wanted)

    def set_shortcut(self, keys: str) -> str:
        """Have the window brought up by these keys; returns why that cannot be, or nothing."""
        return self._shortcut.set(keys)
