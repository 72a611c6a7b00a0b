"""The list of failures: it keeps what is chosen and in sight when there is something new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from alcove.library import Failure
from alcove_desktop.health.failures.delegate import FailureDelegate
from alcove_desktop.health.failures.model import FailuresModel
from alcove_desktop.look import Appearance


class FailuresView(QListView):
    """Owns the model; the drawing thread's."""

    chosen = Signal(object)
    """The `Failure` that is chosen now, or None."""
    opened = Signal(object)
    """A `Failure` that was clicked twice, or on which Enter was pressed."""

    def __init__(self, look: Appearance) -> None:
        """Make an empty list."""
        super().__init__()
        self.setObjectName("failures")
        self._model = FailuresModel(self)
        self.setModel(self._model)
        self.setItemDelegate(FailureDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Files that could not be indexed"))
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.current()))
        self.activated.connect(lambda index: self.opened.emit(index.data(FailuresModel.FAILURE)))
        look.changed.connect(self.doItemsLayout)

    def model_shown(self) -> FailuresModel:
        """What is in the list."""
        return self._model

    def current(self) -> Failure | None:
        """The file that is chosen."""
        index = self.currentIndex()
        if not self.selectionModel().isSelected(index):
            return None
        found = index.data(FailuresModel.FAILURE)
        return found if isinstance(found, Failure) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a file: what has the focus must be seen."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:  # a click chooses by itself
            self.setCurrentIndex(self.currentIndex())

    def hold(self, failures: Sequence[Failure]) -> None:
        """Show these from now on."""
        self._keeping_place(lambda: self._model.hold(failures))

    def choose(self, reason: str | None) -> None:
        """Show the files of one reason, or all."""
        self._keeping_place(lambda: self._model.choose(reason))

    def filter_by(self, typed: str) -> None:
        """Show only files whose path has this in it."""
        self._keeping_place(lambda: self._model.filter_by(typed))

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Change the list; the chosen file stays chosen where it is still there."""
        before, scrolled = self.current(), self.verticalScrollBar().value()
        change()
        row = None if before is None else self._model.row_of(before.path)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
        self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit(self.current())
