"""Report an unexpected exception once, in a dialog, without private data."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

_OURS = ("alcove", "alcove_desktop")


class CrashReporter(QObject):
    """Owns the hooks for uncaught exceptions. Owned by the GUI thread.

    The message of an exception may quote a document or a query. So only its type and its place in
    our source are shown and printed: standard error may go to the system's journal.
    """

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Install the hooks; `close` restores the old ones."""
        super().__init__(parent)
        self._print, self._print_of_thread = sys.excepthook, threading.excepthook
        self._shown: QMessageBox | None = None
        self._window: QWidget | None = None
        sys.excepthook = self._take
        threading.excepthook = self._take_of_thread
        self._happened.connect(self._show)

    def close(self) -> None:
        """Restore the old hooks."""
        sys.excepthook, threading.excepthook = self._print, self._print_of_thread

    def show_over(self, window: QWidget) -> None:
        """Show later reports in front of this window."""
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
        """Show a report unless one is shown already: the next would tell nothing new."""
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
    if sys.stderr is not None:  # None for a frozen program without a terminal
        sys.stderr.write("".join(traceback.format_tb(trace)) + f"{kind.__name__}\n")


def place_of(trace: TracebackType | None) -> str:
    """Return where in our source it happened, such as "results/rows.py:88"; no path of the disk."""
    for frame in reversed(traceback.extract_tb(trace)):
        parts = Path(frame.filename).parts
        for package in _OURS:
            if package in parts[:-1]:
                inner = parts[len(parts) - parts[::-1].index(package) :]
                return f"{'/'.join(inner)}:{frame.lineno}"
    return "?"
