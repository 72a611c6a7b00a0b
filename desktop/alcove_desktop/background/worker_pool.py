"""Run long work on a pool of threads, and deliver its results on the GUI thread."""

import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import Shiboken

from alcove.errors import AlcoveError, Cancelled

T = TypeVar("T")

EXPECTED = (AlcoveError, Cancelled, OSError, sqlite3.Error)
"""Errors of the user's environment; anything else is a bug of ours."""

_THREADS = 3  # they wait for disks more than for processors
_MOST = 12  # threads in addition, while cancelled tasks hang on a drive that does not answer
_LAST_WORD = 2.0  # seconds that unfinished work may delay the end of the program


@dataclass(frozen=True, slots=True, eq=False)
class WorkerTask:
    """A task that runs or will run.

    Attributes:
        cancelled: set when the result is not needed any more; the cancel token of long work.
    """

    cancelled: threading.Event

    def cancel(self) -> None:
        """Drop the result; the work does not begin, or ends when it checks the token."""
        self.cancelled.set()


@dataclass(slots=True, eq=False)
class _Job:
    """A task with its functions, and its result or error."""

    task: WorkerTask
    function: Callable[[], Any]
    then: Callable[[Any], object]
    owner: QObject
    failed: Callable[[Exception], object] | None
    runs: bool = False
    result: Any = None
    error: Exception | None = None

    def run(self) -> None:
        self.runs = True
        try:
            self.result = self.function()
        except Exception as error:  # noqa: BLE001 - reported and raised on the GUI thread
            self.error = error


class WorkerPool(QObject):
    """Owns a few threads and their tasks. For the GUI thread only.

    Results may arrive in another order than the tasks were given. The GUI thread releases a job,
    never its worker: the job's functions may hold widgets, which must not be destroyed elsewhere.
    """

    error = Signal(object)
    """The error of a task that has no `failed`."""

    _ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a pool without threads; they start with the first tasks."""
        super().__init__(parent)
        self._numbers = count()
        self._jobs: dict[int, _Job] = {}
        self._queue: SimpleQueue[int | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._is_open = True
        self._emitting = threading.Lock()  # so that nothing is emitted once `close` has begun
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[[], T],
        then: Callable[[T], object],
        *,
        owner: QObject,
        failed: Callable[[Exception], object] | None = None,
        cancel: threading.Event | None = None,
    ) -> WorkerTask:
        """Run `function` on another thread, and `then` with its result on this one.

        Args:
            function: may block; must not touch Qt objects.
            then: not called if the task was cancelled or the owner was destroyed.
            owner: the object that the result is for.
            failed: called with the error instead of `then`; if None, `error` is emitted. A bug is
                raised as well, as from any slot.
            cancel: becomes the task's `cancelled`, for a function that checks it.

        Returns:
            The task; already cancelled if the pool is closed.
        """
        task = WorkerTask(cancel or threading.Event())
        if not self._is_open:
            task.cancel()
            return task
        number = next(self._numbers)
        self._jobs[number] = _Job(task, function, then, owner, failed)
        self._queue.put(number)
        hanging = sum(job.runs and job.task.cancelled.is_set() for job in self._jobs.values())
        if len(self._threads) < min(_THREADS, len(self._jobs) - hanging) + min(hanging, _MOST):
            self._threads.append(threading.Thread(target=self._serve, daemon=True))
            self._threads[-1].start()
        return task

    def close(self) -> None:
        """Finish waiting tasks, such as writing a setting, for 2 seconds at most.

        Running tasks are cancelled; they stop if they check their token. No results are delivered.
        """
        with self._emitting:
            self._is_open = False
        for job in self._jobs.values():
            if job.runs:
                job.task.cancel()
        for _ in self._threads:
            self._queue.put(None)
        deadline = time.monotonic() + _LAST_WORD
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        self._jobs.clear()

    def _serve(self) -> None:
        while (number := self._queue.get()) is not None:
            job = self._jobs.get(number)  # None if `close` dropped it
            if job is not None and not job.task.cancelled.is_set():
                job.run()
            del job
            with self._emitting:
                if self._is_open:
                    self._ended.emit(number)

    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None or job.task.cancelled.is_set() or not Shiboken.isValid(job.owner):
            return
        if job.error is None:
            job.then(job.result)
            return
        if job.failed is None:
            self.error.emit(job.error)
        else:
            job.failed(job.error)
        if not isinstance(job.error, EXPECTED):
            raise job.error
