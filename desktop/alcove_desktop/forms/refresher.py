"""Refresh a view in the background, throttled: calls that come too soon merge into one."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from alcove_desktop.background.worker_pool import WorkerPool

T = TypeVar("T")


class Refresher(QObject, Generic[T]):
    """A throttle: reads in the background and shows the result. Owned by the GUI thread.

    Calls during a reading, or too soon after it, cause one more reading at the end of that time,
    however many they are.
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
        """Prepare; nothing is read before `soon`.

        Args:
            owner: the widget that shows the result; parent of this object.
            workers: runs `read`.
            read: runs on another thread.
            show: called with the result, on the GUI thread.
            every: milliseconds from the end of one reading to the next.
        """
        super().__init__(owner)
        self._owner, self._workers = owner, workers
        self._read, self._show = read, show
        self._is_reading = self._again = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(every)
        self._pause.timeout.connect(self._pause_ended)

    def soon(self) -> None:
        """Read now, or at the end of the throttle's interval."""
        if self._is_reading or self._pause.isActive():
            self._again = True
            return
        self._is_reading, self._again = True, False
        self._workers.run(self._read, self._done, owner=self, failed=self._failed)

    def if_seen(self) -> None:
        """Call `soon` if the owner is visible: a hidden one reads when it is shown."""
        if self._owner.isVisible():
            self.soon()

    def _done(self, result: T) -> None:
        self._rest()
        self._show(result)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._workers.error.emit(error)

    def _rest(self) -> None:
        self._is_reading = False
        self._pause.start()

    def _pause_ended(self) -> None:
        if self._again:
            self.soon()
