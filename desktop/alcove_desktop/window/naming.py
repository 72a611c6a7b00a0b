"""Asks for a name to save a search under."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget


class NameDialog(QInputDialog):
    """One field; deleted when it is closed."""

    named = Signal(str)

    def __init__(self, suggested: str, parent: QWidget) -> None:
        """Suggest a name."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save this search"))
        self.setLabelText(self.tr("Name"))
        self.setTextValue(suggested)
        self.textValueSelected.connect(self._tell)

    def _tell(self, name: str) -> None:
        if name.strip():
            self.named.emit(name.strip())
