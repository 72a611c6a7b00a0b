"""Ask once whether closing the window quits, if the desktop shows no tray icon."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from alcove.personal.window_settings import OnClose


class ClosingQuestion(QObject):
    """A question in front of the window that is being closed. Owned by the GUI thread."""

    answered = Signal(object)
    """OnClose.STAY or OnClose.QUIT; not emitted if the user cancels."""

    def ask(self, window: QWidget) -> None:
        """Ask without waiting; the window stays open meanwhile."""
        box = QMessageBox(window)
        box.setObjectName("closing")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Close Alcove"))
        box.setText(self.tr("Keep Alcove running when its window is closed?"))
        box.setInformativeText(
            self.tr(
                "Alcove then keeps your documents up to date in the background. To bring the "
                "window back, start Alcove again or press its shortcut. You can change this in "
                "the settings."
            )
        )
        role = QMessageBox.ButtonRole
        stay = box.addButton(self.tr("Keep running"), role.AcceptRole)
        leave = box.addButton(self.tr("Quit"), role.DestructiveRole)
        box.setEscapeButton(box.addButton(self.tr("Cancel"), role.RejectRole))
        box.setDefaultButton(stay)
        stay.clicked.connect(lambda: self.answered.emit(OnClose.STAY))
        leave.clicked.connect(lambda: self.answered.emit(OnClose.QUIT))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
