"""Deliver termination signals (SIGINT, SIGTERM, …) to the GUI thread."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # no system has all of them


class TerminationSignals(QObject):
    """Owns the process's handlers for termination signals; created on the main thread.

    Python runs a signal handler only while it runs Python code, which Qt's event loop does not. So
    each signal also writes to a socket, which wakes the loop.
    """

    end_asked = Signal()
    """A termination signal arrived."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Install the handlers; `close` restores the old ones."""
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.settimeout(0)
        self._old_wakeup = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._old_handlers = {number: signal.signal(number, _ignore) for number in numbers}
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)

    def close(self) -> None:
        """Restore the old handlers."""
        self._notifier.setEnabled(False)
        for number, handler in self._old_handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_wakeup)
        self._reading.close()
        self._writing.close()

    def _receive(self) -> None:
        numbers = set(self._reading.recv(64))
        if numbers & set(self._old_handlers):  # others, such as SIGCHLD, write as well
            self.end_asked.emit()


def _ignore(_signal: int, _frame: FrameType | None) -> None:
    """Do nothing: the signal has written to the socket."""
