"""The tray icon: show the window, pause the indexer, show its state as the tooltip."""

import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from alcove.indexer import IndexerState, Pause
from alcove_desktop.look import Appearance
from alcove_desktop.texts.dates import ago
from alcove_desktop.texts.states import activity, pause


class Tray(QObject):
    """Owns the tray icon and its menu. Owned by the GUI thread."""

    window_asked = Signal()
    settings_asked = Signal()
    quit_asked = Signal()
    pause_asked = Signal(bool)
    """Indexing is to pause (True) or to go on (False)."""

    def __init__(self, look: Appearance, parent: QObject) -> None:
        """Make the icon; `show` puts it into the tray."""
        super().__init__(parent)
        self._look = look
        self._state: IndexerState | None = None
        self._menu = QMenu()
        self._menu.addAction(self.tr("Search")).triggered.connect(self.window_asked)
        self._pausing = self._menu.addAction("")
        self._pausing.triggered.connect(self._ask_to_pause)
        self._menu.addAction(self.tr("Settings…")).triggered.connect(self.settings_asked)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_asked)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        look.changed.connect(self._restyle)
        self._restyle()
        self.tell(None)

    @property
    def is_shown(self) -> bool:
        """Whether the icon is in the tray and can be clicked."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self._icon.isVisible()

    def show(self, *, wanted: bool) -> None:
        """Show or hide the icon; on X11, Qt also waits for a tray that starts later, at login."""
        may_appear = QGuiApplication.platformName() == "xcb"
        self._icon.setVisible(wanted and (may_appear or QSystemTrayIcon.isSystemTrayAvailable()))

    def tell(self, state: IndexerState | None) -> None:
        """Show the state of the indexer; None if it is not known."""
        self._state = state
        paused = state is not None and state.pause is Pause.ASKED
        self._pausing.setText(self.tr("Resume indexing") if paused else self.tr("Pause indexing"))
        self._pausing.setEnabled(state is not None)
        self._icon.setToolTip(self._tooltip())

    def close(self) -> None:
        """Remove the icon from the tray."""
        self._icon.hide()
        self._menu.deleteLater()

    def _tooltip(self) -> str:
        state = self._state
        if state is None:
            return "Alcove"
        if state.pause is not None:
            return f"Alcove: {pause(state.pause)}"
        if state.fresh_at is not None and not state.total:
            when = ago(max(0.0, time.time() - state.fresh_at))
            return self.tr("Alcove: up to date, {ago}").format(ago=when)
        return f"Alcove: {activity(state.activity)}"

    def _ask_to_pause(self) -> None:
        paused = self._state is not None and self._state.pause is Pause.ASKED
        self.pause_asked.emit(not paused)

    def _activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is QSystemTrayIcon.ActivationReason.Trigger:
            self.window_asked.emit()

    def _restyle(self) -> None:
        self._icon.setIcon(self._look.icon("alcove", "accent"))
