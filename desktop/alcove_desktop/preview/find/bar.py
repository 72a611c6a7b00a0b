"""The find bar of the preview: a field, a count of matches, and buttons to step through them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from alcove_desktop.forms import label
from alcove_desktop.look import Appearance
from alcove_desktop.texts.numbers import number as written


class FindBar(QWidget):
    """A field, the number of matches, and buttons to step. Owned by the GUI thread."""

    text_changed = Signal(str)
    """The typed text, after it changed."""
    stepped = Signal(int)
    """Step to the next (1) or the previous (-1) match."""
    closed = Signal()

    def __init__(self, look: Appearance) -> None:
        """Create a hidden bar."""
        super().__init__()
        self._look = look
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in this document"))
        self._field.setAccessibleName(self.tr("Find in this document"))
        self._field.textChanged.connect(self.text_changed)
        self._count = label("", "muted", wrap=False)
        self._previous = self._button("chevron-up", self.tr("Previous match"))
        self._next = self._button("chevron-down", self.tr("Next match"))
        self._close = self._button("close", self.tr("Close"))
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(22, 8, 16, 8)
        layout.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            layout.addWidget(widget)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def open_with(self, text: str) -> None:
        """Show the bar with the focus, and `text` selected so that typing replaces it."""
        self.show()
        if text:
            self._field.setText(text)
        self._field.setFocus()
        self._field.selectAll()
        self.text_changed.emit(self._field.text())

    def close_bar(self) -> None:
        """Hide the bar and end finding."""
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        """Return the typed text."""
        return self._field.text()

    def show_count(self, number: int, total: int) -> None:
        """Show the number of the current match, from 1, and the total."""
        if not self.text().strip():
            self._count.clear()
        elif total:
            template = self.tr("{number} of {total}")
            self._count.setText(template.format(number=written(number), total=written(total)))
        else:
            self._count.setText(self.tr("Not found"))
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to the next match on Enter and F3, with Shift to the previous; close on Escape."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape and F3 from triggering the window's shortcuts while the bar has the focus."""
        own = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F3)
        if own and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setProperty("icon_name", icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _restyle(self) -> None:
        for button in (self._previous, self._next, self._close):
            self._look.give_icon(button, button.property("icon_name"))
