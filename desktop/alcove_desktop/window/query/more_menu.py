"""The menu beside the filters: save this search, settings, health, quit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from alcove_desktop.look import Appearance


class MoreButton(QToolButton):
    """A button with three dots that opens the menu. Owned by the GUI thread."""

    save_asked = Signal()
    settings_asked = Signal()
    health_asked = Signal()
    quit_asked = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Create the button and its menu."""
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "plain")
        self.setAccessibleName(self.tr("More"))
        self.setToolTip(self.tr("More"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        self.save = menu.addAction(self.tr("Save this search…"), "Ctrl+S")
        menu.addSeparator()
        settings = menu.addAction(self.tr("Settings…"), "Ctrl+,")
        health = menu.addAction(self.tr("Health…"), "Ctrl+Shift+H")
        menu.addSeparator()
        quitting = menu.addAction(self.tr("Quit"), "Ctrl+Q")
        self.setMenu(menu)
        for action in (self.save, settings, health, quitting):
            action.setShortcutVisibleInContextMenu(True)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.addActions([self.save, settings, health, quitting])
        self.save.triggered.connect(self.save_asked)
        settings.triggered.connect(self.settings_asked)
        health.triggered.connect(self.health_asked)
        quitting.triggered.connect(self.quit_asked)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._look.give_icon(self, "more")
