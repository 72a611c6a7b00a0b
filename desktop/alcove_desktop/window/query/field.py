"""The one field: a question, and how to search for it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from alcove_desktop.look import Appearance
from alcove_desktop.window.query.modes import ModeSelector

_HEIGHT = 52
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NONE = Qt.KeyboardModifier.NoModifier
_Key = Qt.Key
_STEPS = {_Key.Key_Down: 1, _Key.Key_Up: -1, _Key.Key_PageDown: 5, _Key.Key_PageUp: -5}  # rows


class _QuestionEdit(QLineEdit):
    """The text field; keys that move in the list go there."""

    moved = Signal(int)
    pressed = Signal(QKeyEvent)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that act on a hit from being taken for shortcuts of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and self._is_for_the_hit(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a hit, others may act on it; the rest is typed."""
        step = _STEPS.get(_Key(event.key()))
        if step is not None and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
            self.deselect()  # what is copied from now on is the hit's
            self.moved.emit(step)
        elif self._is_for_the_hit(event):
            self.pressed.emit(event)
            if not event.isAccepted():  # it means nothing for the hit
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _is_for_the_hit(self, event: QEvent) -> bool:
        """Whether a key may concern the chosen hit: copying only where no text is selected."""
        if not isinstance(event, QKeyEvent):
            return False
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (_Key.Key_Return, _Key.Key_Enter):
            return True
        if key in (_Key.Key_Right, _Key.Key_Left) and event.modifiers() == _NONE:
            return self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        if control and key == _Key.Key_C:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return shift or not self.hasSelectedText()
        return control and key in (_Key.Key_D, _Key.Key_I)


class SearchField(QFrame):
    """Owns the text field, its clear button and the modes; the drawing thread's."""

    typed = Signal(str)
    """What stands in the field now."""
    moved = Signal(int)
    """Another hit is to be chosen, so many rows further down."""
    pressed = Signal(QKeyEvent)
    """A key that concerns the chosen hit."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Begin with an empty field."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("field")
        self.question = _QuestionEdit(self)
        self.question.setObjectName("question")
        self.question.setAccessibleName(self.tr("Search"))
        self.question.setPlaceholderText(self.tr("What are you looking for?"))
        self.modes = ModeSelector()
        self._glass = QLabel(self)
        self._clear = QToolButton(self)
        self._clear.setProperty("kind", "plain")
        self._clear.setAccessibleName(self.tr("Clear"))
        self._clear.setToolTip(self.tr("Clear (Esc)"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 16, 0)
        row.setSpacing(12)
        for part in (self._glass, self.question, self._clear, self.modes):
            row.addWidget(part, alignment=_MIDDLE)
        self._connect()
        self._follow_look()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.question.text()

    def put(self, text: str) -> None:
        """Replace what stands in the field, as typing does: it can be undone."""
        self.question.selectAll()
        self.question.insert(text)
        self.question.setFocus()

    def type(self, text: str) -> None:
        """Go on typing here, at the end of what stands there."""
        self.question.setFocus()
        self.question.end(False)
        self.question.insert(text)

    def _connect(self) -> None:
        self.question.textChanged.connect(self._changed)
        self.question.moved.connect(self.moved)
        self.question.pressed.connect(self.pressed)
        self._clear.clicked.connect(lambda: self.put(""))
        self._look.changed.connect(self._follow_look)

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.typed.emit(text)

    def _follow_look(self) -> None:
        side = self._look.px(20)
        self.setFixedHeight(self._look.px(_HEIGHT))
        self._glass.setPixmap(self._look.icon("search", "muted").pixmap(QSize(side, side)))
        self._look.give_icon(self._clear, "close")
