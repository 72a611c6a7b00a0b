"""Dialog that asks for the name of a saved search."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from alcove_desktop.look import Appearance

_WIDTH = 400


class NameDialog(QInputDialog):
    """A dialog with one field; deleted when it is closed."""

    named = Signal(str)

    def __init__(
        self, look: Appearance, suggested: str, taken: Collection[str], parent: QWidget
    ) -> None:
        """Suggest a name; warn that saving under one of the names `taken` replaces that search."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save this search"))
        self.setTextValue(suggested)
        self._taken = taken
        self.textValueChanged.connect(self._say_what_happens)
        self.textValueSelected.connect(self._tell)
        self._say_what_happens(suggested)
        self.resize(look.px(_WIDTH), self.sizeHint().height())

    def _say_what_happens(self, name: str) -> None:
        replaces = name.strip() in self._taken
        self.setOkButtonText(self.tr("Replace") if replaces else self.tr("Save"))
        self.setLabelText(
            self.tr("Name – another saved search already has this name")
            if replaces
            else self.tr("Name")
        )

    def _tell(self, name: str) -> None:
        if name.strip():
            self.named.emit(name.strip())
