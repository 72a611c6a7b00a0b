"""Read and write the settings for the pages: changes one at a time, in order."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from alcove.library import Library
from alcove.personal import Settings
from alcove.personal.window_settings import WindowSettings
from alcove_desktop.background.worker_pool import WorkerPool, WorkerTask
from alcove_desktop.forms import FormRow
from alcove_desktop.texts.core_messages import in_words


@dataclass(frozen=True, slots=True)
class _PendingChange:
    """A write, the callback for its result, and the row that shows its failure."""

    write: Callable[[], object]
    then: Callable[[object], object]
    row: FormRow


class SettingsEditor(QObject):
    """Owns the settings that the pages show. Owned by the GUI thread.

    Changes are written one after the other, in the order in which they were made. If one fails, its
    row says so, and all controls return to the settings in force.
    """

    changed = Signal(object)
    """The library's settings, after they were read or written."""
    window_changed = Signal(object)
    """The window's settings, after they were written."""

    def __init__(self, library: Library, workers: WorkerPool, window: WindowSettings) -> None:
        """Start with the window's settings; `read` reads the library's."""
        super().__init__()
        self._library, self._workers = library, workers
        self._waiting: deque[_PendingChange] = deque()
        self._writing = False
        self._reading: WorkerTask | None = None
        self.settings = Settings()
        self.window = window

    def read(self) -> None:
        """Read the library's settings; `changed` delivers them."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._workers.run(self._library.settings, self._take_read, owner=self)

    def change(self, edit: Callable[[Settings], Settings], row: FormRow) -> None:
        """Replace the library's settings by the result of `edit`, on another thread."""
        self.write(lambda: self._library.change(edit), self._take, row)

    def change_window(self, edit: Callable[[WindowSettings], WindowSettings], row: FormRow) -> None:
        """Replace the window's settings by the result of `edit`, on another thread."""
        change = self._library.change_window_settings
        self.write(lambda: change(edit), self.take_window, row)

    def take_window(self, window: object) -> None:
        """Show these settings of the window from now on."""
        assert isinstance(window, WindowSettings)
        if window != self.window:
            self.window = window
            self.window_changed.emit(window)

    def write(
        self, write: Callable[[], object], then: Callable[[object], object], row: FormRow
    ) -> None:
        """Queue a write on another thread; call `then` with its result, on the GUI thread."""
        row.complain("")
        self._waiting.append(_PendingChange(write, then, row))
        if not self._writing:
            self._next()

    def _next(self) -> None:
        self._writing = bool(self._waiting)
        if self._waiting:
            change = self._waiting.popleft()
            self._workers.run(
                change.write,
                lambda result: self._done(change, result),
                owner=self,
                failed=lambda error: self._failed(change, error),
            )

    def _done(self, change: _PendingChange, result: object) -> None:
        change.then(result)
        if self._reading is not None:
            self.read()  # the read in progress may predate this write
        self._next()

    def _failed(self, change: _PendingChange, error: Exception) -> None:
        change.row.complain(in_words(error))
        self.changed.emit(self.settings)
        self.window_changed.emit(self.window)
        self._next()

    def _take_read(self, settings: Settings) -> None:
        self._reading = None
        self._take(settings)

    def _take(self, settings: object) -> None:
        assert isinstance(settings, Settings)
        self.settings = settings
        self.changed.emit(settings)
