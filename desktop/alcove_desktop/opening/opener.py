"""The window's side of opening: asks the opener's process, and says what could not be opened."""

import json
import os
import socket
from itertools import count

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from alcove_desktop.opening.open_failure import OpenFailure
from alcove_desktop.opening.reveal import FileManager


class Opener(QObject):
    """Owns the line to the opener's process; the drawing thread's, and never keeps it waiting."""

    failed = Signal(str, str)
    """What could not be done, and what to do about it."""

    def __init__(self, end: socket.socket, parent: QObject | None = None) -> None:
        """Take over the line that `unguarded.start` returned."""
        super().__init__(parent)
        self._end = end
        self._end.settimeout(0)
        self._numbers = count(1)
        self._heard = b""
        self._revealing = set[int]()  # numbers of what was asked and not answered yet
        self._listening = QSocketNotifier(end.fileno(), QSocketNotifier.Type.Read, self)
        self._listening.activated.connect(self._hear)
        self._file_manager = FileManager(self)
        self._file_manager.absent.connect(lambda path: self._ask("reveal", path))

    def open(self, path: bytes, page: int | None = None, line: int | None = None) -> None:
        """Open a file or folder in the user's application for it.

        Args:
            path: absolute.
            page: from 1, for those that can open a PDF there.
            line: from 1, for editors that can go there.
        """
        self._ask("open", path, page=page, line=line)

    def reveal(self, path: bytes) -> None:
        """Show a file in its folder, selected where the file manager can."""
        if not self._file_manager.show(path):
            self._ask("reveal", path)

    def close(self) -> None:
        """Hang up, which ends the process; what it opened stays open."""
        self._listening.setEnabled(False)
        self._end.close()

    def _ask(self, what: str, path: bytes, **place: int | None) -> None:
        number = next(self._numbers)
        if what == "reveal":
            self._revealing.add(number)
        request = {"id": number, "do": what, "path": os.fsdecode(path), **place}
        try:
            self._end.sendall(json.dumps(request).encode() + b"\n")
        except OSError:
            self._lose()

    def _hear(self) -> None:
        try:
            data = self._end.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._listening.setEnabled(False)
            return
        *lines, self._heard = (self._heard + data).split(b"\n")
        for line in lines:
            answer = json.loads(line)
            self._tell(answer["trouble"], revealing=answer["id"] in self._revealing)
            self._revealing.discard(answer["id"])

    def _tell(self, problem: str, *, revealing: bool) -> None:
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

    def _lose(self) -> None:
        self.failed.emit(
            self.tr("Files cannot be opened: the part of Alcove that opens them has stopped."),
            self.tr("Quit Alcove and start it again."),
        )
