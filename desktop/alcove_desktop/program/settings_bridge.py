"""Give the settings window access to the program: start at login, tray, shortcut."""

from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtWidgets import QSystemTrayIcon

from alcove_desktop.program import autostart
from alcove_desktop.program.shortcut import GlobalShortcut


class SettingsBridge:
    """The program's own switches: start at login, the tray, the shortcut."""

    def __init__(self, shortcut: GlobalShortcut, root: Path) -> None:
        """Take the shortcut to set, and the folder of the library to start at login."""
        self._shortcut, self._root = shortcut, root

    @property
    def tray_available(self) -> bool:
        """Whether this desktop shows tray icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def shortcuts_available(self) -> bool:
        """Whether programs can register a global shortcut on this system."""
        return self._shortcut.available

    @property
    def shortcut_refused(self) -> str:
        """Why the last keys were refused; empty if they were not."""
        return self._shortcut.refused

    def starts_at_login(self) -> bool:
        """Return whether the program is started at login; on any thread."""
        return autostart.is_on()

    def start_at_login(self, *, wanted: bool) -> None:
        """Switch starting at login, with a hidden window, on or off; on any thread.

        Raises:
            AlcoveError: the entry cannot be written.
        """
        is_default = self._root == user_data_path("alcove", appauthor=False)
        library = () if is_default else ("--library", str(self._root))
        autostart.switch(autostart.own_command("--hidden", *library), on=wanted)

    def set_shortcut(self, keys: str) -> str:
        """Let these keys show the window; return why they are refused, or an empty text."""
        return self._shortcut.set(keys)
