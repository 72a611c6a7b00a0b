"""What stands where there are no hits: a few calm words, and at most one thing to do."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from alcove_desktop.forms import announce
from alcove_desktop.look import Look


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What to say.

    Attributes:
        icon: the name of a drawing.
        title: in a few words.
        text: a sentence or two below it.
        action: on a button; empty for none.
    """

    icon: str
    title: str
    text: str
    action: str = ""


class EmptyState(QWidget):
    """Says it in the middle of its room; the drawing thread's."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self._look = look
        self._shown = Emptiness("search", "", "")
        self._icon, self._title, self._text = (QLabel(self) for _ in range(3))
        self._title.setProperty("kind", "heading")
        self._text.setProperty("kind", "muted")
        self._button = QPushButton(self)
        self._button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 48)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._icon, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setWordWrap(True)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.clicked.connect(self.acted)
        look.changed.connect(self._follow_look)

    @property
    def title(self) -> str:
        """What is said in the title."""
        return self._title.text()

    def say(self, what: Emptiness) -> None:
        """Say something else."""
        if what != self._shown and self.isVisible():
            announce(self, f"{what.title}. {what.text}")
        self._shown = what
        self._title.setText(what.title)
        self._text.setText(what.text)
        self._button.setText(what.action)
        self._button.setVisible(bool(what.action))
        self._follow_look()

    def _follow_look(self) -> None:
        side = self._look.px(36)
        icon = self._look.icon(self._shown.icon, "muted")
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))
