"""List view of the failures: keep the selection and scroll position when the list changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from alcove.library import Failure
from alcove_desktop.health.failures.delegate import FailureDelegate
from alcove_desktop.health.failures.model import FailuresModel
from alcove_desktop.look import Appearance


class FailuresView(QListView):
    """The list with its model. Owned by the GUI thread."""

    chosen = Signal(object)
    """The selected `Failure`, or None."""
    opened = Signal(object)
    """A `Failure` that was double-clicked, or on which Enter was pressed."""

    def __init__(self, look: Appearance) -> None:
        """Create an empty list."""
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
        """Return the list's model."""
        return self._model

    def current(self) -> Failure | None:
        """Return the selected failure; None if there is none."""
        index = self.currentIndex()
        if not self.selectionModel().isSelected(index):
            return None
        failure = index.data(FailuresModel.FAILURE)
        return failure if isinstance(failure, Failure) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the current file, so that the keyboard focus is visible."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:  # a click selects by itself
            self.setCurrentIndex(self.currentIndex())

    def hold(self, failures: Sequence[Failure]) -> None:
        """Replace all failures."""
        self._keep_selection(lambda: self._model.hold(failures))

    def choose(self, reason: str | None) -> None:
        """List the files of one reason; all for None."""
        self._keep_selection(lambda: self._model.choose(reason))

    def filter_by(self, typed: str) -> None:
        """List only files whose path contains this, ignoring case."""
        self._keep_selection(lambda: self._model.filter_by(typed))

    def _keep_selection(self, change: Callable[[], None]) -> None:
        """Change the list; keep the scroll position, and the selection if still listed."""
        before, scrolled = self.current(), self.verticalScrollBar().value()
        change()
        row = None if before is None else self._model.row_of(before.path)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
        self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit(self.current())
