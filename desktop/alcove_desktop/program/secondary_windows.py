"""Create the settings and health windows when they are first shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from alcove.library import Library
from alcove.personal.window_settings import OnClose, WindowSettings
from alcove_desktop.background import IndexerLink, WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener
from alcove_desktop.program.settings_bridge import SettingsBridge

if TYPE_CHECKING:
    from alcove_desktop.health import HealthWindow
    from alcove_desktop.settings import SettingsWindow


class SecondaryWindows(QObject):
    """Owns the settings and health windows. Owned by the GUI thread."""

    settings_changed = Signal(object)
    """The new `WindowSettings`."""

    def __init__(
        self,
        library: Library,
        window_settings: WindowSettings,
        *,
        workers: WorkerPool,
        link: IndexerLink,
        look: Appearance,
        opener: Opener,
        bridge: SettingsBridge,
    ) -> None:
        """Make no window yet: their modules are imported when they are first shown."""
        super().__init__()
        self._library, self._window_settings = library, window_settings
        self._workers, self._link = workers, link
        self._look, self._opener, self._bridge = look, opener, bridge
        self._settings: SettingsWindow | None = None
        self._health: HealthWindow | None = None

    def show_settings(self, page: str = "") -> None:
        """Show the settings, at one of their pages; unsaved input in them is kept."""
        window = self._settings
        if window is None:
            window = self._settings = self._made_settings()
        if page:
            window.open_page(page)
        window.come_to_front()

    def show_health(self) -> None:
        """Show the health window, with the files that could not be read."""
        if self._health is None:
            from alcove_desktop.health import HealthWindow

            self._health = HealthWindow(
                self._library,
                workers=self._workers,
                link=self._link,
                look=self._look,
                opener=self._opener,
            )
        self._health.come_to_front()

    def remember_closing(self, meaning: OnClose) -> None:
        """Store what closing the window means."""
        library = self._library
        self._workers.run(
            lambda: library.change_window_settings(lambda now: replace(now, on_close=meaning)),
            self._follow,
            owner=self,
        )

    def close(self) -> None:
        """Destroy the windows."""
        for window in (self._settings, self._health):
            if window is not None:
                window.deleteLater()
        self._settings = self._health = None

    def _follow(self, window_settings: WindowSettings) -> None:
        if window_settings == self._window_settings:
            return
        self._window_settings = window_settings
        if self._settings is not None:
            self._settings.show_window_settings(window_settings)
        self.settings_changed.emit(window_settings)

    def _made_settings(self) -> "SettingsWindow":
        from alcove_desktop.settings import SettingsWindow

        window = SettingsWindow(
            self._library,
            workers=self._workers,
            link=self._link,
            look=self._look,
            window_settings=self._window_settings,
            program=self._bridge,
        )
        window.window_changed.connect(self._follow)
        return window
