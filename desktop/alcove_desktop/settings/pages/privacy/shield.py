"""The shield: how well this program is kept from networks, and documents from the program."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alcove.guard import GuardLevel
from alcove.sandbox.confinement import Sandbox
from alcove_desktop.forms import label
from alcove_desktop.look import Appearance
from alcove_desktop.texts import states
from alcove_desktop.texts.core_messages import told

_ICON = 28  # of the drawings' pixels


class Shield(QWidget):
    """An icon and three sentences; what they say holds for as long as the program runs."""

    def __init__(self, look: Appearance, level: GuardLevel, sandbox: Sandbox) -> None:
        """Say it for these levels."""
        super().__init__()
        self._look, self._level = look, level
        self._icon = QLabel()
        self._icon.setAccessibleName(states.shield(level))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(states.shield(level), "title"))
        words.addWidget(label(states.shield_in_full(level), "muted"))
        said = self.tr("Documents are read in processes of their own, behind {walls}.")
        words.addWidget(label(said.format(walls=told(sandbox.description)), "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        look.changed.connect(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        side = self._look.px(_ICON)
        colour = "accent" if self._level is GuardLevel.KERNEL else "warning"
        icon = self._look.icon("shield", colour)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
