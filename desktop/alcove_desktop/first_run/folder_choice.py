"""One folder that is offered: whether it is wanted, and what there is in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from alcove.library.new_folders.folder_size import FolderSize
from alcove_desktop.forms import CheckBox, ElidedLabel, label
from alcove_desktop.look import Appearance
from alcove_desktop.texts import numbers, paths


class FolderChoice(QWidget):
    """A check box with the folder's name, where it lies, and its size; the drawing thread's."""

    chosen = Signal()
    """It is wanted now, or no more."""

    def __init__(self, look: Appearance, path: bytes, *, wanted: bool) -> None:
        """Offer the folder at `path`, which is absolute; `wanted` from the start, or not."""
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
        where = ElidedLabel(paths.from_home(path))
        where.setIndent(look.px(28))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(10), 0, look.px(10))
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._box, 0, 0)
        grid.addWidget(self._count, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(where, 1, 0)
        grid.addWidget(self._bytes, 1, 1, Qt.AlignmentFlag.AlignRight)

    @property
    def wanted(self) -> bool:
        """Whether the user wants it to be searched."""
        return self._box.isChecked()

    def want(self) -> None:
        """Have it wanted."""
        self._box.setChecked(True)

    def show_size(self, found: FolderSize, *, failure: str = "") -> None:
        """Say what there is in it, or why it cannot be looked at."""
        self.found = found
        self._count.setText(failure or self.tr("%Ln document(s)", "", found.documents))
        self._bytes.setText(numbers.size(found.bytes) if found.documents else "")
        if failure:
            self._box.setChecked(False)
