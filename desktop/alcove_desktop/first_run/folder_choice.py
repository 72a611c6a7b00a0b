"""One offered folder: a check box with its name, path and size."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from alcove.library.new_folders.folder_size import FolderSize
from alcove_desktop.forms import CheckBox, ElidedLabel, label
from alcove_desktop.look import Appearance
from alcove_desktop.texts import numbers, paths


class FolderChoice(QWidget):
    """A check box with a folder's name, path and size. Owned by the GUI thread."""

    chosen = Signal()
    """The folder was checked or unchecked."""

    def __init__(self, look: Appearance, path: bytes, *, wanted: bool) -> None:
        """Offer the folder at the absolute `path`, checked at first if `wanted`."""
        super().__init__()
        self.path = path
        self.found: FolderSize | None = None
        self._box = CheckBox(look, paths.name_of(path))
        self._box.setChecked(wanted)
        self._box.setAccessibleDescription(paths.from_home(path))
        self._box.toggled.connect(self.chosen)
        self.setFocusProxy(self._box)
        self._count = label(self.tr("counting …"), "muted", wrap=False)
        self._bytes = label("", "muted", wrap=False)
        path_label = ElidedLabel(paths.from_home(path))
        path_label.setIndent(look.px(28))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(10), 0, look.px(10))
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._box, 0, 0)
        grid.addWidget(self._count, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(path_label, 1, 0)
        grid.addWidget(self._bytes, 1, 1, Qt.AlignmentFlag.AlignRight)

    @property
    def wanted(self) -> bool:
        """Whether the folder is checked."""
        return self._box.isChecked()

    def want(self) -> None:
        """Check the folder."""
        self._box.setChecked(True)

    def show_size(self, found: FolderSize, *, failure: str = "") -> None:
        """Show the folder's size, or why it cannot be read; uncheck it then."""
        self.found = found
        self._count.setText(failure or self.tr("%Ln document(s)", "", found.documents))
        self._bytes.setText(numbers.size(found.bytes) if found.documents else "")
        if failure:
            self._box.setChecked(False)
