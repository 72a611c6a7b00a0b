"""Keeps what a view shows close to what there is, without asking too often."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from alcove_desktop.background.worker_pool import WorkerPool

T = TypeVar("T")


class Refresher(QObject, Generic[T]):
    """Reads in the background and shows; the drawing thread's.

    A call that comes while one is under way, or too soon after it, is answered by one more reading
    at the end of that time, however many calls there were.
    """

    def __init__(
        self,
        owner: QWidget,
        workers: WorkerPool,
        read: Callable[[], T],
        show: Callable[[T], object],
        *,
        every: int,
    ) -> None:
        """`read` runs on another thread; `every` is milliseconds between two readings."""
        super().__init__(owner)
        self._owner, self._workers = owner, workers
        self._read, self._show = read, show
        self._under_way = self._again = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(every)
        self._pause.timeout.connect(self._pause_ended)

    def soon(self) -> None:
        """Read now, or as soon as it may be."""
        if self._under_way or self._pause.isActive():
            self._again = True
            return
        self._under_way, self._again = True, False
        self._workers.run(self._read, self._done, owner=self, failed=self._failed)

    def if_seen(self) -> None:
        """The same, where the owner is in sight: what is not will ask when it is shown."""
        if self._owner.isVisible():
            self.soon()

    def _done(self, found: T) -> None:
        self._rest()
        self._show(found)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._workers.error.emit(error)

    def _rest(self) -> None:
        self._under_way = False
        self._pause.start()

    def _pause_ended(self) -> None:
        if self._again:
            self.soon()
