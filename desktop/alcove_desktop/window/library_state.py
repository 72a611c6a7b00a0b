"""What the window knows of its library beside answers: wishes, the indexer, how much there is."""

import os

from PySide6.QtCore import QObject, QTimer, Signal

from alcove.errors import AlcoveError
from alcove.indexer import Activity, IndexerState
from alcove.library import Library
from alcove.library.report.overview import Overview
from alcove.paths import is_within
from alcove.personal import Settings
from alcove.search import Query
from alcove_desktop.background import IndexerLink, WorkerPool
from alcove_desktop.background.worker_pool import WorkerTask

_COUNT_AGAIN = 1500  # milliseconds between two counts of what there is
_READING = (Activity.STARTING, Activity.SCANNING, Activity.READING)


class LibraryState(QObject):
    """Follows them, and tells what is new; the drawing thread's."""

    settings_editor = Signal()
    """`settings` are others now."""
    told = Signal(object)
    """The `IndexerState`; None once there is no indexer."""
    problem = Signal(object)
    """Why there can be no indexer; None once there can."""
    grown = Signal()
    """Something else can be found now."""
    counted = Signal(object)
    """An `Overview`."""
    failed = Signal(object)
    """An error that somebody should read."""

    def __init__(
        self, library: Library, *, workers: WorkerPool, link: IndexerLink, parent: QObject
    ) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._library, self._workers = library, workers
        self.settings: Settings | None = None
        self.indexer: IndexerState | None = None
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AGAIN)
        self._counting.timeout.connect(self._count)
        self._is_counting = False
        self._reading: WorkerTask | None = None
        link.told.connect(self._hear)
        link.lost.connect(self._lose)
        link.problem.connect(self.problem)

    @property
    def folders(self) -> tuple[bytes, ...]:
        """The wanted ones, as far as that is known."""
        return self.settings.folders if self.settings else ()

    @property
    def wants_nothing(self) -> bool:
        """Whether no folder was chosen yet."""
        return self.settings is not None and not self.settings.folders

    @property
    def is_reading(self) -> bool:
        """Whether documents are on their way that cannot be found yet."""
        return self.indexer is not None and self.indexer.activity in _READING

    @property
    def missing(self) -> tuple[bytes, ...]:
        """The folders that are not there now, as far as the indexer said."""
        folders = self.indexer.folders if self.indexer else {}
        return tuple(os.fsencode(path) for path, health in folders.items() if health.missing)

    @property
    def has_index(self) -> bool:
        """Whether anything was indexed yet."""
        return self._library.has_index

    def elsewhere(self, query: Query) -> bytes | None:
        """The one folder that a question asks for, where nothing of it is searched."""
        asked = query.filters.folders
        if self.settings is None or len(asked) != 1 or not isinstance(asked[0], bytes):
            return None
        apart = not any(_overlap(asked[0], folder) for folder in self.settings.folders)
        return asked[0] if apart else None

    def add(self, folder: bytes) -> None:
        """Want one more folder to be searched, if there is such a folder."""

        def add() -> Settings:
            if not os.path.isdir(folder):  # noqa: PTH112 - a path in bytes
                raise AlcoveError(
                    self.tr("There is no such folder."), advice=self.tr("Check the spelling.")
                )
            return self._library.add([folder])

        self._workers.run(
            add,
            self._take_settings,
            owner=self,
            failed=self.failed.emit,
        )

    def look(self) -> None:
        """Read what is wanted, and count what there is."""
        self._read_settings()
        self._count()

    def _hear(self, state: IndexerState) -> None:
        before, self.indexer = self.indexer, state
        self.told.emit(state)
        if before is None or state.generation != before.generation:
            self.grown.emit()
            if not self._counting.isActive():
                self._counting.start()
        if before is not None and state.revision != before.revision:
            self._read_settings()

    def _lose(self) -> None:
        self.indexer = None
        self.told.emit(None)

    def _read_settings(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._workers.run(
            self._library.settings, self._take_settings, owner=self, failed=self.failed.emit
        )

    def _take_settings(self, settings: Settings) -> None:
        self.settings = settings
        self.settings_editor.emit()

    def _count(self) -> None:
        if self._is_counting:
            self._counting.start()  # a slow disk: not twice at once
            return
        self._is_counting = True
        self._workers.run(
            self._library.overview,
            self._take_count,
            owner=self,
            failed=self._take_no_count,
        )

    def _take_count(self, overview: Overview) -> None:
        self._is_counting = False
        self.counted.emit(overview)

    def _take_no_count(self, error: Exception) -> None:
        self._is_counting = False
        self.failed.emit(error)


def _overlap(one: bytes, other: bytes) -> bool:
    """Whether one of two folders lies in the other, or is it."""
    return is_within(one, other) or is_within(other, one)
