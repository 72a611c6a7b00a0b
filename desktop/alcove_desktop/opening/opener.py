"""The window's client of the opener process: send requests, report files that did not open."""

import json
import os
import socket
from itertools import count

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from alcove_desktop.opening.open_failure import OpenFailure
from alcove_desktop.opening.reveal import FileManager


class Opener(QObject):
    """Owns the socket to the opener process. Owned by the GUI thread, and never blocks it."""

    failed = Signal(str, str)
    """What could not be done, and what to do about it."""

    def __init__(self, end: socket.socket, parent: QObject | None = None) -> None:
        """Take over the socket that `unguarded.start` returned."""
        super().__init__(parent)
        self._end = end
        self._end.settimeout(0)
        self._numbers = count(1)
        self._buffer = b""
        self._revealing = set[int]()  # ids of "reveal" requests without an answer yet
        self._notifier = QSocketNotifier(end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)
        self._file_manager = FileManager(self)
        self._file_manager.absent.connect(lambda path: self._ask("reveal", path))

    def open(self, path: bytes, page: int | None = None, line: int | None = None) -> None:
        """Open a file or folder in the user's application for it.

        Args:
            path: absolute.
            page: of a PDF, from 1; ignored by viewers that cannot open one there.
            line: of a text, from 1; ignored by editors that cannot open one there.
        """
        self._ask("open", path, page=page, line=line)

    def reveal(self, path: bytes) -> None:
        """Show a file in its folder; select it if the file manager can."""
        if not self._file_manager.show(path):
            self._ask("reveal", path)

    def close(self) -> None:
        """Close the socket, which ends the process; the applications it started stay open."""
        self._notifier.setEnabled(False)
        self._end.close()

    def _ask(self, action: str, path: bytes, **location: int | None) -> None:
        number = next(self._numbers)
        if action == "reveal":
            self._revealing.add(number)
        request = {"id": number, "do": action, "path": os.fsdecode(path), **location}
        try:
            self._end.sendall(json.dumps(request).encode() + b"\n")
        except OSError:
            self._report_lost()

    def _receive(self) -> None:
        try:
            data = self._end.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._notifier.setEnabled(False)
            return
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            answer = json.loads(line)
            self._report(answer["trouble"], revealing=answer["id"] in self._revealing)
            self._revealing.discard(answer["id"])

    def _report(self, problem: str, *, revealing: bool) -> None:
        if problem == OpenFailure.MISSING:
            self.failed.emit(
                self.tr("This file is no longer there."),
                self.tr("It was moved, renamed or deleted, or its disk is not connected."),
            )
        elif problem == OpenFailure.PROGRAM:
            self.failed.emit(
                self.tr("This file is a program, and Alcove does not start programs."),
                self.tr("Show it in its folder and open it from there, if you trust it."),
            )
        elif problem and revealing:
            self.failed.emit(
                self.tr("No application could show this folder."),
                self.tr("Install a file manager, or copy the path with Ctrl+C."),
            )
        elif problem:
            self.failed.emit(
                self.tr("No application could open this file."),
                self.tr("Choose an application for this type of file in your system's settings."),
            )

    def _report_lost(self) -> None:
        self.failed.emit(
            self.tr("Files cannot be opened: the part of Alcove that opens them has stopped."),
            self.tr("Quit Alcove and start it again."),
        )
