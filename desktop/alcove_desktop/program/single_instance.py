"""The first application of a library listens to those that were started after it."""

import json
import os
import socket
import struct
import sys
import threading
from contextlib import closing, suppress
from multiprocessing.connection import Client, Listener
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from alcove.errors import LibraryError
from alcove.system.address import Line, address
from alcove_desktop.program.single_instance_client import MAX_REQUEST, SOCKET

_SPEAKS_WITHIN = 1.0  # second; whoever connects has its one message ready
_ENDS_WITHIN = 1.5  # seconds
_REST = 0.1  # seconds after nobody could be listened to


class SingleInstance(QObject):
    """Owns the lock and the socket of the application; the drawing thread's.

    A thread of its own answers, so that a second start need not wait for the drawing.
    """

    asked = Signal(str, str, str)
    """What another start wants: "show", "toggle", "ask" or "quit"; its query; its token."""

    def __init__(self, root: Path, claim: int) -> None:
        """Take over the lock that `be_first` returned for the library in the folder `root`."""
        super().__init__()
        self._root, self._claim = root, claim
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def listen(self) -> None:
        """Begin to listen; the socket of one that was killed is replaced.

        Raises:
            LibraryError: no socket can be made in the library's folder.
        """
        try:
            if sys.platform != "win32":
                (self._root / SOCKET).unlink(missing_ok=True)
            with address(self._root, SOCKET) as place:
                listener = Listener(place, backlog=8)
        except OSError as error:
            raise LibraryError(
                f"the disk with the library takes no sockets: {error.strerror}",
                advice="Choose a library on a disk of this computer with --library.",
            ) from error
        self._thread = threading.Thread(target=self._accept, args=(listener,), daemon=True)
        self._thread.start()

    def mute(self) -> None:
        """Listen no more; other starts wait until `close`. On any thread, once."""
        self._closing.set()
        if self._thread is not None:
            with suppress(OSError), address(self._root, SOCKET) as place:
                Client(place).close()  # wakes the thread
            self._thread.join(_ENDS_WITHIN)  # nothing wakes it where somebody removed the socket
            with suppress(FileNotFoundError):
                (self._root / SOCKET).unlink()
            self._thread = None

    def close(self) -> None:
        """Listen no more, and let another start be the first."""
        self.mute()
        os.close(self._claim)

    def _accept(self, listener: Listener) -> None:
        with suppress(FileNotFoundError), closing(listener):
            while not self._closing.is_set():
                try:
                    connection = listener.accept()
                except OSError:
                    self._closing.wait(
                        _REST
                    )  # one that went away at once, or no descriptor is left
                    continue
                with suppress(EOFError, OSError, ValueError), connection:
                    self._take(connection)

    def _take(self, connection: Line) -> None:
        """Hear one message; whatever makes no sense is hung up on, as is whoever says nothing."""
        if self._closing.is_set() or not connection.poll(_SPEAKS_WITHIN):
            return
        _limit(connection)
        message = json.loads(connection.recv_bytes(MAX_REQUEST))
        if not isinstance(message, dict):
            return
        values = [message.get(name) for name in ("do", "query", "token")]
        if all(isinstance(value, str) for value in values):
            self.asked.emit(*values)
            connection.send_bytes(b"1")


def _limit(connection: Line) -> None:
    """Do not wait for the rest of a message whose sender stops in the middle of it.

    A pipe of Windows has whole messages.
    """
    if sys.platform != "win32":
        with socket.socket(fileno=os.dup(connection.fileno())) as end:
            # SO_RCVTIMEO is a struct timeval, in which seconds come first: socket(7)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", 1, 0))
