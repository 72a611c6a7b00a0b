"""A question on the page itself, before something is done that cannot be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alcove_desktop.forms.labels import button, label


class Confirmation(QWidget):
    """Hidden until it asks; then a sentence, the deed, and a way back, which has the focus."""

    confirmed = Signal()

    def __init__(self, deed: str, *, back: str) -> None:
        """`deed` and `back` are the words on the two buttons."""
        super().__init__()
        self._question = label("", "")
        self._deed, self._back = button(deed, "danger"), button(back)
        self._deed.clicked.connect(self._confirm)
        self._back.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._deed)
        buttons.addWidget(self._back)
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
        self._deed.setAccessibleDescription(question)
        self.show()
        self._back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()
