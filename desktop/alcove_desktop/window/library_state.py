"""Track the library for the window: its settings, the indexer's state, and its counts."""

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

_COUNT_INTERVAL = 1500  # milliseconds between two counts
_READING = (Activity.STARTING, Activity.SCANNING, Activity.READING)


class LibraryState(QObject):
    """Follows them and signals changes. Owned by the GUI thread."""

    settings_changed = Signal()
    """`settings` changed."""
    told = Signal(object)
    """The `IndexerState`; None when the indexer is gone."""
    problem = Signal(object)
    """The exception that says why no indexer can run; None once one can."""
    grown = Signal()
    """The index changed: other documents can be found."""
    counted = Signal(object)
    """The `Overview` with the new counts."""
    failed = Signal(object)
    """An error to show to the user."""

    def __init__(
        self, library: Library, *, workers: WorkerPool, link: IndexerLink, parent: QObject
    ) -> None:
        """Start with nothing read."""
        super().__init__(parent)
        self._library, self._workers = library, workers
        self.settings: Settings | None = None
        self.indexer: IndexerState | None = None
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_INTERVAL)
        self._counting.timeout.connect(self._count)
        self._is_counting = False
        self._reading: WorkerTask | None = None
        link.told.connect(self._hear)
        link.lost.connect(self._lose)
        link.problem.connect(self.problem)

    @property
    def folders(self) -> tuple[bytes, ...]:
        """The folders in the settings; empty until those are read."""
        return self.settings.folders if self.settings else ()

    @property
    def wants_nothing(self) -> bool:
        """Whether the settings are read and have no folder."""
        return self.settings is not None and not self.settings.folders

    @property
    def is_reading(self) -> bool:
        """Whether the indexer is adding documents that cannot be found yet."""
        return self.indexer is not None and self.indexer.activity in _READING

    @property
    def missing(self) -> tuple[bytes, ...]:
        """The folders that the indexer reports as not available."""
        folders = self.indexer.folders if self.indexer else {}
        return tuple(os.fsencode(path) for path, health in folders.items() if health.missing)

    @property
    def has_index(self) -> bool:
        """Whether the library has an index."""
        return self._library.has_index

    def elsewhere(self, query: Query) -> bytes | None:
        """Return the one folder that a query filters by, if none of it is searched; else None."""
        requested = query.filters.folders
        if self.settings is None or len(requested) != 1 or not isinstance(requested[0], bytes):
            return None
        apart = not any(_overlap(requested[0], folder) for folder in self.settings.folders)
        return requested[0] if apart else None

    def add(self, folder: bytes) -> None:
        """Add a folder to the settings, on another thread; emit `failed` if it does not exist."""

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
        """Read the settings and the counts."""
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
        self.settings_changed.emit()

    def _count(self) -> None:
        if self._is_counting:
            self._counting.start()  # a count is still running on a slow disk
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
    """Return whether one of two folders lies in the other, or equals it."""
    return is_within(one, other) or is_within(other, one)
