"""Best, Meaning or Words: three buttons of which one is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from alcove.search import Mode


class Modes(QFrame):
    """Which arms a search asks; the drawing thread's."""

    chosen = Signal(object)
    """A `Mode`, when somebody chose another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with Best."""
        super().__init__(parent)
        self.setObjectName("modes")
        self.setAccessibleName(self.tr("How to search"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons = {mode: self._button(mode) for mode in Mode}
        for button in self._buttons.values():
            row.addWidget(button)
        self.mode = Mode.BEST
        self._group.buttonClicked.connect(self._clicked)

    @property
    def mode(self) -> Mode:
        """The chosen one."""
        return next(mode for mode, button in self._buttons.items() if button.isChecked())

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._buttons[mode].setChecked(True)

    def choose(self, mode: Mode) -> None:
        """Choose one as a click does."""
        self._buttons[mode].click()

    def _button(self, mode: Mode) -> QToolButton:
        text, tip = {
            Mode.BEST: (self.tr("Best"), self.tr("By meaning and by words")),
            Mode.MEANING: (self.tr("Meaning"), self.tr("By what is meant, in whatever words")),
            Mode.WORDS: (self.tr("Words"), self.tr("By the words themselves")),
        }[mode]
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setProperty("kind", "mode")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        return button

    def _clicked(self) -> None:
        self.chosen.emit(self.mode)
