"""What the window keeps of its user: history, saved searches, where it lay."""

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
    """Reads and writes personal data through `WorkerPool`; the drawing thread's."""

    read = Signal(object, object)
    """Saved searches, and the questions asked last."""
    failed = Signal(object)
    """An error that somebody should read."""

    def __init__(self, library: Library, *, workers: WorkerPool, parent: QObject) -> None:
        """Keep it in a library."""
        super().__init__(parent)
        self._library = library
        self._workers = workers
        self._looking: WorkerTask | None = None

    def look(self) -> None:
        """Read what there is; `read` tells it. What was read before it is told no more."""

        def both() -> tuple[object, object]:
            return self._library.saved_searches(), self._library.history(_SHOWN)

        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._workers.run(
            both, lambda found: self.read.emit(*found), owner=self, failed=self._fail
        )

    def note_asked(self, query: str, mode: Mode) -> None:
        """Keep a question in the history, where the user wants one."""
        self._run(lambda: self._library.note_asked(query, str(mode)))

    def save(self, name: str, query: str, mode: Mode) -> None:
        """Save a search under a name."""
        self._run(lambda: self._library.save_search(name, query, str(mode)))

    def remove_saved(self, name: str) -> None:
        """Remove a saved search."""
        self._run(lambda: self._library.remove_saved_search(name))

    def forget_asked(self, query: str) -> None:
        """Remove one question from the history."""
        self._run(lambda: self._library.forget_history(query))

    @staticmethod
    def restore_place(window: QWidget, geometry: str) -> None:
        """Put a window where it lay, as `keep_place` wrote it; an empty text changes nothing."""
        with suppress(ValueError):  # it was no base64
            window.restoreGeometry(QByteArray(base64.b64decode(geometry)))

    def keep_place(self, window: QWidget, split: tuple[int, int] | None, mode: Mode) -> None:
        """Keep where a window lies, and how was searched last."""
        geometry = base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")

        def edit(now: WindowSettings) -> WindowSettings:
            return replace(now, geometry=geometry, split=split or now.split, mode=str(mode))

        self._workers.run(
            lambda: self._library.change_window_settings(edit),
            lambda _: None,
            owner=self,
            failed=self._fail,
        )

    def _run(self, what: Callable[[], object]) -> None:
        self._workers.run(what, lambda _: self.look(), owner=self, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
