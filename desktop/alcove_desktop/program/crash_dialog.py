"""What happens when something in the program goes wrong that nobody foresaw: it is said, once."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

_OURS = ("alcove", "alcove_desktop")


class CrashReporter(QObject):
    """Owns the hooks for exceptions that nobody caught; the drawing thread's.

    What an exception says may quote a document or a query, so that only its kind and its place are
    shown, and printed: what is printed may end in the system's journal.
    """

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Take the hooks over; `close` gives them back."""
        super().__init__(parent)
        self._print, self._print_of_thread = sys.excepthook, threading.excepthook
        self._shown: QMessageBox | None = None
        self._window: QWidget | None = None
        sys.excepthook = self._take
        threading.excepthook = self._take_of_thread
        self._happened.connect(self._show)

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._print, self._print_of_thread

    def show_over(self, window: QWidget) -> None:
        """Show what happens from now on in front of this window."""
        self._window = window

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if self._print is sys.__excepthook__:
            _print(kind, trace)
        else:
            self._print(kind, error, trace)
        self._happened.emit(f"{kind.__name__}, {place_of(trace)}")

    def _take_of_thread(self, failed: threading.ExceptHookArgs) -> None:
        if self._print_of_thread is threading.__excepthook__:
            _print(failed.exc_type, failed.exc_traceback)
        else:
            self._print_of_thread(failed)
        self._happened.emit(f"{failed.exc_type.__name__}, {place_of(failed.exc_traceback)}")

    def _show(self, what: str) -> None:
        """Show the first of them; more behind it would tell nothing new."""
        if self._shown is not None:
            return
        self._shown = box = QMessageBox(self._window)
        box.setObjectName("unexpected")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Alcove"))
        box.setText(self.tr("Something unexpected went wrong. Alcove keeps running."))
        box.setInformativeText(
            self.tr(
                "Your documents are untouched. If something no longer works, quit Alcove and "
                "start it again. This line helps to fix the fault; it contains nothing "
                "personal:\n{what}"
            ).format(what=what)
        )
        box.finished.connect(self._forget)
        box.open()

    def _forget(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = None


def _print(kind: type[BaseException], trace: TracebackType | None) -> None:
    if sys.stderr is not None:  # as where a program has no terminal
        sys.stderr.write("".join(traceback.format_tb(trace)) + f"{kind.__name__}\n")


def place_of(trace: TracebackType | None) -> str:
    """Where in our own source it happened, such as "results/rows.py:88"; no path of a machine."""
    for frame in reversed(traceback.extract_tb(trace)):
        parts = Path(frame.filename).parts
        for package in _OURS:
            if package in parts[:-1]:
                inner = parts[len(parts) - parts[::-1].index(package) :]
                return f"{'/'.join(inner)}:{frame.lineno}"
    return "?"
