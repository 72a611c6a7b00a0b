"""The setting for the global shortcut that shows the window, where the system allows one."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QVBoxLayout, QWidget

from alcove_desktop.forms import FormRow, button, side_by_side
from alcove_desktop.settings.page_context import PageContext

# Overrides Qt's own translations, which are longer than the field.
QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut")

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class ShortcutRow(QWidget):
    """The field that takes the keys. Owned by the GUI thread."""

    def __init__(self, context: PageContext) -> None:
        """Create the row; `show_keys` fills it in."""
        super().__init__()
        self._context = context
        title = self.tr("Shortcut that shows the window")
        self._keys = QKeySequenceEdit()
        self._keys.setMaximumSequenceLength(1)
        self._keys.setAccessibleName(title)
        self._clear = button(self.tr("None"), name=self.tr("No shortcut"))
        self._keys.editingFinished.connect(self._set)
        self._clear.clicked.connect(self._set_none)
        available = context.program.shortcuts_available
        control = side_by_side(self._keys, self._clear)
        control.setVisible(available)
        self._row = FormRow(context.look, title, control, self._explanation(available=available))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_keys(self, keys: str) -> None:
        """Show the current keys, in Qt's portable form."""
        self._keys.setKeySequence(QKeySequence.fromString(keys, _PORTABLE))
        self._clear.setEnabled(bool(keys))
        self._row.complain(self._context.program.shortcut_refused if keys else "")

    def _explanation(self, *, available: bool) -> str:
        if available:
            return self.tr("Press the keys together, such as Ctrl+Alt+Space.")
        return self.tr(
            "This desktop manages shortcuts itself. In its keyboard settings, add a shortcut "
            "for this command: alcove-desktop --toggle"
        )

    def _set_none(self) -> None:
        self._keys.clear()
        self._set()

    def _set(self) -> None:
        keys = self._keys.keySequence().toString(_PORTABLE)
        program = self._context.program
        if keys == self._context.settings_editor.window.shortcut and not program.shortcut_refused:
            return
        refused = program.set_shortcut(keys)
        if refused:
            before = self._context.settings_editor.window.shortcut
            program.set_shortcut(before)  # setting the new keys released the old ones
            self.show_keys(before)
            self._row.complain(refused)
        else:
            self._context.settings_editor.change_window(
                lambda now: replace(now, shortcut=keys), self._row
            )
