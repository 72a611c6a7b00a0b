"""Ask for confirmation, on the page itself, of an action that cannot be undone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alcove_desktop.forms.labels import button, label


class Confirmation(QWidget):
    """A question with two buttons, hidden until `ask`: the action, and cancel with the focus."""

    confirmed = Signal()
    """The action was confirmed."""

    def __init__(self, action: str, *, back: str) -> None:
        """Make it; `action` and `back` are the texts of the two buttons."""
        super().__init__()
        self._question = label("", "")
        self._action, self._cancel = button(action, "danger"), button(back)
        self._action.clicked.connect(self._confirm)
        self._cancel.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._action)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addLayout(buttons)
        self.hide()

    def ask(self, question: str) -> None:
        """Show the question."""
        self._question.setText(question)
        self._action.setAccessibleDescription(question)
        self.show()
        self._cancel.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()
