"""The shield: show the level of the network guard and of the sandbox around documents."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alcove.guard import GuardLevel
from alcove.sandbox.confinement import Sandbox
from alcove_desktop.forms import label
from alcove_desktop.look import Appearance
from alcove_desktop.texts import states
from alcove_desktop.texts.core_messages import told

_ICON = 28  # pixels at a text size of 100 %


class Shield(QWidget):
    """An icon and three sentences, which hold for as long as the program runs."""

    def __init__(self, look: Appearance, level: GuardLevel, sandbox: Sandbox) -> None:
        """Show these levels."""
        super().__init__()
        self._look, self._level = look, level
        self._icon = QLabel()
        self._icon.setAccessibleName(states.shield(level))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(states.shield(level), "title"))
        words.addWidget(label(states.shield_in_full(level), "muted"))
        template = self.tr("Documents are read in processes of their own, behind {walls}.")
        words.addWidget(label(template.format(walls=told(sandbox.description)), "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        side = self._look.px(_ICON)
        colour = "accent" if self._level is GuardLevel.KERNEL else "warning"
        icon = self._look.icon("shield", colour)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
