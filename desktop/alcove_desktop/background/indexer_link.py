"""Connect the window to the indexer: its latest state as a signal, and requests to it."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from alcove.indexer import IndexerState
from alcove.indexer.supervision.supervisor import SupervisorListener
from alcove.library import Library


class IndexerLink(QObject):
    """Owns the supervisor of a library's indexer. Owned by the GUI thread."""

    told = Signal(object)
    """The latest `IndexerState`, when it has changed; states in between are skipped while the GUI
    thread is busy."""
    lost = Signal()
    """The indexer ended unexpectedly; it is being restarted."""
    problem = Signal(object)
    """A `LibraryError` that says why no indexer can be started; None once there is one again."""

    _new = Signal()
    _lost = Signal()
    _problem = Signal(object)

    def __init__(
        self,
        library: Library,
        *,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare; nothing happens before `start`.

        Args:
            library: the library to keep up to date.
            command: starts an indexer; None for `alcove watch` by this Python.
            parent: of this object.
        """
        super().__init__(parent)
        self.state: IndexerState | None = None
        """The last state that was emitted; None before the first."""
        self._latest: IndexerState | None = None
        self._lock = threading.Lock()  # held to read or replace `_latest`
        self._is_open = True
        queued = Qt.ConnectionType.QueuedConnection
        self._new.connect(self._tell, queued)
        self._lost.connect(self._tell_lost, queued)
        self._problem.connect(self._tell_trouble, queued)
        listener = SupervisorListener(self._hear, self._lost.emit, self._problem.emit)
        self._supervisor = library.supervisor(listener, command=command)

    def start(self) -> None:
        """Start an indexer unless one runs, and follow it."""
        self._supervisor.start()

    def ask(self, what: str, **more: object) -> None:
        """Request "pause", "resume", "rescan" or "retry"; the next states show the result."""
        self._supervisor.ask(what, **more)

    def close(self) -> None:
        """Stop following, and stop the indexer if we started it; within 2 seconds."""
        self._is_open = False
        self._supervisor.close()

    def _hear(self, state: IndexerState) -> None:
        """Keep the latest state, on the supervisor's thread; call the GUI thread once for many."""
        with self._lock:
            is_pending, self._latest = self._latest is not None, state
        if not is_pending:
            self._new.emit()

    def _tell(self) -> None:
        with self._lock:
            state, self._latest = self._latest, None
        if state is not None and state != self.state and self._is_open:
            self.state = state
            self.told.emit(state)

    def _tell_lost(self) -> None:
        if self._is_open:
            self.lost.emit()

    def _tell_trouble(self, problem: object) -> None:
        if self._is_open:
            self.problem.emit(problem)
