"""The first-run page in the search window: choose folders and start indexing."""

import os
import threading
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from alcove.library import Library
from alcove.library.new_folders.folder_size import FolderSize
from alcove.library.new_folders.suggested_folders import FolderPurpose, Suggestion
from alcove.paths import real
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.first_run.folder_choice import FolderChoice
from alcove_desktop.first_run.time_estimate import in_words as outlook_in_words
from alcove_desktop.forms import button, choose_folder, dropped_paths, label, line
from alcove_desktop.look import Appearance
from alcove_desktop.texts.core_messages import in_words, told

_WIDEST = 600  # design pixels
_AT_FIRST = (FolderPurpose.DOCUMENTS, FolderPurpose.NOTES, FolderPurpose.PAPERS)
"""Folders that are checked at first: those with documents that people wrote or collected."""


class FirstRun(QScrollArea):
    """Offers folders and adds the chosen ones to the library. Owned by the GUI thread."""

    started = Signal()
    """The chosen folders were added to the library."""

    def __init__(self, library: Library, *, workers: WorkerPool, look: Appearance) -> None:
        """Make the page, and look for folders to suggest in the background."""
        super().__init__()
        self._library, self._workers, self._look = library, workers, look
        self._cancel = threading.Event()
        self._choices: dict[bytes, FolderChoice] = {}
        self._outlook, self._complaint = label("", ""), label("", "danger")
        self._start = button(self.tr("Start"), "primary")
        self._other = button(self.tr("Add another folder…"))
        self._list, self._middle = QVBoxLayout(), QWidget()
        self._list.setSpacing(0)
        self._start.clicked.connect(self._begin)
        self._other.clicked.connect(self._choose)
        self.setObjectName("firstRun")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._lay_out()
        self._tell()
        self.destroyed.connect(self._cancel.set)
        workers.run(library.usual_folders, self._offer, owner=self)

    def add(self, path: bytes) -> None:
        """Offer a folder, given by its absolute path, and check it."""
        self._insert(path, wanted=True)
        self._choices[path].want()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the tab order: this page comes before the widgets below it."""
        super().showEvent(event)
        self._order()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept local paths."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the folders among the dropped paths."""
        event.acceptProposedAction()
        dropped = dropped_paths(event.mimeData())
        self._workers.run(
            lambda: [path for path in dropped if os.path.isdir(path)],  # noqa: PTH112 - bytes
            self._add_all,
            owner=self,
        )

    def _add_all(self, paths: list[bytes]) -> None:
        for path in paths:
            self.add(path)

    def _lay_out(self) -> None:
        column = self._middle
        self._look.changed.connect(self._restyle)
        self._restyle()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(24, self._look.px(48), 24, self._look.px(32))
        inner.setSpacing(8)
        inner.addWidget(label(self.tr("Which folders should Alcove search?"), "heading"))
        inner.addWidget(
            label(
                self.tr("Alcove reads them on this machine. Nothing in them ever leaves it."),
                "muted",
            )
        )
        inner.addSpacing(self._look.px(12))
        inner.addLayout(self._list)
        inner.addWidget(self._other)
        inner.addSpacing(self._look.px(16))
        inner.addWidget(self._outlook)
        inner.addWidget(
            label(
                self.tr(
                    "Hidden and temporary files, caches and downloaded code are excluded. You "
                    "can change this in the settings."
                ),
                "muted",
            )
        )
        inner.addSpacing(self._look.px(8))
        inner.addWidget(self._start)
        inner.addWidget(self._complaint)
        inner.addStretch(1)
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.addStretch(1)
        outer.addWidget(column, 100)
        outer.addStretch(1)
        self.setWidget(content)

    def _restyle(self) -> None:
        self._middle.setMaximumWidth(self._look.px(_WIDEST))

    def _offer(self, found: list[Suggestion]) -> None:
        for suggestion in found:
            self._insert(suggestion.path, wanted=suggestion.kind in _AT_FIRST)

    def _insert(self, path: bytes, *, wanted: bool) -> None:
        """Offer a folder, unless it is offered already, and measure it."""
        if path in self._choices:
            return
        choice = FolderChoice(self._look, path, wanted=wanted)
        choice.chosen.connect(self._tell)
        self._choices[path] = choice
        self._list.addWidget(choice)
        self._list.addWidget(line())
        self._order()
        self._tell()
        if sum(choice.found is None for choice in self._choices.values()) == 1:
            self._measure_next()  # no other folder is being measured

    def _order(self) -> None:
        """Set the tab order down the page; by default, Qt uses the order of creation."""
        first = self.parentWidget() or self
        stops = [first, *self._choices.values(), self._other, self._start]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _measure_next(self) -> None:
        """Measure the next folder; one at a time, since all may lie on one disk."""
        waiting = [choice for choice in self._choices.values() if choice.found is None]
        if not waiting:
            return
        choice, library, cancel = waiting[0], self._library, self._cancel
        self._workers.run(
            lambda: library.measure_folder(choice.path, cancel=cancel),
            lambda size: self._take(choice, size),
            owner=self,
            failed=lambda error: self._take(choice, FolderSize(), failure=told(str(error))),
            cancel=cancel,
        )

    def _take(self, choice: FolderChoice, size: FolderSize, *, failure: str = "") -> None:
        choice.show_size(size, failure=failure)
        self._tell()
        self._measure_next()

    def _tell(self) -> None:
        """Show the time estimate for the chosen folders; enable Start if any is chosen."""
        chosen = [choice for choice in self._choices.values() if choice.wanted]
        self._outlook.setText(outlook_in_words([choice.found for choice in chosen]))
        self._start.setEnabled(bool(chosen))

    def _choose(self) -> None:
        choose_folder(self, self.tr("Choose a folder to search"), self.add)

    def _begin(self) -> None:
        library = self._library
        chosen = [choice.path for choice in self._choices.values() if choice.wanted]
        self._start.setEnabled(False)
        self._complaint.setText("")
        self._workers.run(
            lambda: library.add([real(path) for path in chosen]),
            self._started,
            owner=self,
            failed=self._refuse,
        )

    def _started(self, _: object) -> None:
        self._cancel.set()
        self.started.emit()

    def _refuse(self, error: Exception) -> None:
        self._complaint.setText(in_words(error))
        self._tell()
