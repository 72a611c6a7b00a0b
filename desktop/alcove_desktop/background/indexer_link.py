"""The indexer as the window sees it: its latest state as a signal, and requests to it."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from alcove.indexer import IndexerState
from alcove.indexer.supervision.supervisor import SupervisorListener
from alcove.library import Library


class IndexerLink(QObject):
    """Owns the supervisor of a library's indexer; the drawing thread's."""

    told = Signal(object)
    """The latest `IndexerState`, when it is another one than before; what lies between is left out
    while the drawing thread is busy."""
    lost = Signal()
    """The indexer has ended without being asked to; it is being started again."""
    problem = Signal(object)
    """A `LibraryError` that says why no indexer can be had; None once there is one again."""

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
            library: to be kept up to date.
            command: what starts an indexer; `alcove watch` by this Python, for None.
            parent: of this object.
        """
        super().__init__(parent)
        self.state: IndexerState | None = None
        """The last one told; None before the first."""
        self._latest: IndexerState | None = None
        self._taking = threading.Lock()
        self._is_open = True
        queued = Qt.ConnectionType.QueuedConnection
        self._new.connect(self._tell, queued)
        self._lost.connect(self._tell_lost, queued)
        self._problem.connect(self._tell_trouble, queued)
        hears = SupervisorListener(self._hear, self._lost.emit, self._problem.emit)
        self._supervisor = library.supervisor(hears, command=command)

    def start(self) -> None:
        """See to it that there is an indexer, and follow it."""
        self._supervisor.start()

    def ask(self, what: str, **more: object) -> None:
        """Ask for "pause", "resume", "rescan" or "retry"; the state tells what came of it."""
        self._supervisor.ask(what, **more)

    def close(self) -> None:
        """Follow no more, and end the indexer where it is ours; within 2 seconds."""
        self._is_open = False
        self._supervisor.close()

    def _hear(self, state: IndexerState) -> None:
        """On the supervisor's thread: the drawing thread is called once for any number of them."""
        with self._taking:
            waits, self._latest = self._latest is not None, state
        if not waits:
            self._new.emit()

    def _tell(self) -> None:
        with self._taking:
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
