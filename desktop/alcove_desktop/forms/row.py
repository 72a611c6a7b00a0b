"""A form row for one setting: its name, explanation, control and error message."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from alcove_desktop.forms.labels import label
from alcove_desktop.look import Appearance

_SIDE_BY_SIDE = 440  # design pixels: in a narrower row the control goes below its name


class FormRow(QWidget):
    """A name with its control at the right, or below it in a narrow row."""

    def __init__(
        self, look: Appearance, title: str, control: QWidget, explanation: str = ""
    ) -> None:
        """Make the row; `explanation` is a sentence on what the setting does."""
        super().__init__()
        self._look, self._control = look, control
        title_label = label(title, "name")
        title_label.setBuddy(control)
        self._explanation, self._complaint = label(explanation, "muted"), label("", "danger")
        self._explanation.setVisible(bool(explanation))
        self._complaint.hide()
        control.setAccessibleDescription(explanation)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(look.px(12))
        self._words = _column(title_label, self._explanation)
        self._beside.addLayout(self._words, 1)
        self._beside.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        outer = _column(self._complaint)
        outer.insertLayout(0, self._beside)
        outer.setContentsMargins(0, look.px(10), 0, look.px(10))
        self.setLayout(outer)

    def put_below_title(self, part: QWidget) -> None:
        """Insert a widget between the name and its explanation."""
        self._words.insertWidget(1, part)

    def explain(self, text: str) -> None:
        """Replace the explanation."""
        self._explanation.setText(text)
        self._explanation.setVisible(bool(text))
        self._control.setAccessibleDescription(text)

    def complain(self, text: str) -> None:
        """Show an error below the control; an empty text removes it."""
        self._complaint.setText(text)
        self._complaint.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the name, or below it."""
        beside = self.width() >= self._look.px(_SIDE_BY_SIDE)
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        side = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag.AlignLeft
        self._beside.setAlignment(self._control, side)
        super().resizeEvent(event)


def _column(*labels: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for each in labels:
        column.addWidget(each)
    return column
