"""The query field, with its clear button and the search mode."""

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


class _QueryEdit(QLineEdit):
    """The text field; passes on keys that concern the list of hits."""

    moved = Signal(int)
    pressed = Signal(QKeyEvent)

    def event(self, event: QEvent) -> bool:
        """Keep keys that act on a hit from triggering the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and self._is_for_the_hit(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection on Up and Down, pass on keys that act on the hit, type the rest."""
        step = _STEPS.get(_Key(event.key()))
        if step is not None and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
            self.deselect()  # so that copying concerns the hit
            self.moved.emit(step)
        elif self._is_for_the_hit(event):
            self.pressed.emit(event)
            if not event.isAccepted():  # it has no action on the hit
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _is_for_the_hit(self, event: QEvent) -> bool:
        """Return whether a key may act on the selected hit; Ctrl+C only without selected text."""
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
    """Owns the text field, its clear button and the modes. Owned by the GUI thread."""

    typed = Signal(str)
    """The text of the field, after it changed."""
    moved = Signal(int)
    """The number of rows to move the selection down; negative for up."""
    pressed = Signal(QKeyEvent)
    """A key that may act on the selected hit; ignore the event to leave it to the field."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        """Create an empty field."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("field")
        self.question = _QueryEdit(self)
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
        self._restyle()

    @property
    def text(self) -> str:
        """The text of the field."""
        return self.question.text()

    def put(self, text: str) -> None:
        """Replace the text as typing does, so that it can be undone."""
        self.question.selectAll()
        self.question.insert(text)
        self.question.setFocus()

    def type(self, text: str) -> None:
        """Append a text and give the field the focus."""
        self.question.setFocus()
        self.question.end(False)
        self.question.insert(text)

    def _connect(self) -> None:
        self.question.textChanged.connect(self._changed)
        self.question.moved.connect(self.moved)
        self.question.pressed.connect(self.pressed)
        self._clear.clicked.connect(lambda: self.put(""))
        self._look.changed.connect(self._restyle)

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.typed.emit(text)

    def _restyle(self) -> None:
        side = self._look.px(20)
        self.setFixedHeight(self._look.px(_HEIGHT))
        self._glass.setPixmap(self._look.icon("search", "muted").pixmap(QSize(side, side)))
        self._look.give_icon(self._clear, "close")
