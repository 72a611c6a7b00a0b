"""Read and write the window's personal data: history, saved searches, window geometry."""

import base64
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

from alcove.library import Library
from alcove.personal.window_settings import WindowSettings
from alcove.search import Mode
from alcove_desktop.background.worker_pool import WorkerPool, WorkerTask

_SHOWN = 12


class PersonalData(QObject):
    """Reads and writes personal data through `WorkerPool`. Owned by the GUI thread."""

    read = Signal(object, object)
    """The saved searches, and the latest queries of the history."""
    failed = Signal(object)
    """An error to show to the user."""

    def __init__(self, library: Library, *, workers: WorkerPool, parent: QObject) -> None:
        """Store the data in a library."""
        super().__init__(parent)
        self._library = library
        self._workers = workers
        self._reading: WorkerTask | None = None

    def look(self) -> None:
        """Read saved searches and history; `read` delivers them. Cancel an earlier read."""

        def both() -> tuple[object, object]:
            return self._library.saved_searches(), self._library.history(_SHOWN)

        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._workers.run(
            both, lambda lists: self.read.emit(*lists), owner=self, failed=self._fail
        )

    def note_asked(self, query: str, mode: Mode) -> None:
        """Add a query to the history, if the user keeps one."""
        self._run(lambda: self._library.note_asked(query, str(mode)))

    def save(self, name: str, query: str, mode: Mode) -> None:
        """Save a search under a name."""
        self._run(lambda: self._library.save_search(name, query, str(mode)))

    def remove_saved(self, name: str) -> None:
        """Remove a saved search."""
        self._run(lambda: self._library.remove_saved_search(name))

    def forget_asked(self, query: str) -> None:
        """Remove a query from the history."""
        self._run(lambda: self._library.forget_history(query))

    @staticmethod
    def restore_place(window: QWidget, geometry: str) -> None:
        """Restore a window's geometry as `keep_place` stored it; ignore what is not valid."""
        with suppress(ValueError):  # not base64
            window.restoreGeometry(QByteArray(base64.b64decode(geometry)))

    def keep_place(self, window: QWidget, split: tuple[int, int] | None, mode: Mode) -> None:
        """Store a window's geometry, its split in pixels, and the search mode."""
        geometry = base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")

        def edit(now: WindowSettings) -> WindowSettings:
            return replace(now, geometry=geometry, split=split or now.split, mode=str(mode))

        self._workers.run(
            lambda: self._library.change_window_settings(edit),
            lambda _: None,
            owner=self,
            failed=self._fail,
        )

    def _run(self, write: Callable[[], object]) -> None:
        self._workers.run(write, lambda _: self.look(), owner=self, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
