"""The system's signals to end, brought to the drawing thread."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # each system has some


class TerminationSignals(QObject):
    """Owns the process's handlers for the signals to end; made by the main thread.

    Python runs a handler only when it runs Python, and Qt's loop does not: each signal also writes
    to a socket, which wakes the loop.
    """

    end_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Take the signals over; `close` gives them back."""
        super().__init__(parent)
        self._hears, self._rings = socket.socketpair()
        for end in (self._hears, self._rings):
            end.settimeout(0)
        self._before_fd = signal.set_wakeup_fd(self._rings.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _noted) for number in numbers}
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_fd)
        self._hears.close()
        self._rings.close()

    def _hear(self) -> None:
        wanted = set(self._hears.recv(64))
        if wanted & set(self._before):  # others, such as SIGCHLD, ring as well
            self.end_asked.emit()


def _noted(_signal: int, _frame: FrameType | None) -> None:
    """Nothing to do here: the socket has rung."""
