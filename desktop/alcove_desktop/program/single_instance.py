"""Let the first application of a library serve later starts: it holds the lock and listens."""

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

_SPEAKS_WITHIN = 1.0  # second; a client has its one message ready when it connects
_ENDS_WITHIN = 1.5  # seconds to wait for the thread's end
_REST = 0.1  # seconds until the next `accept` after one failed: a backoff


class SingleInstance(QObject):
    """Owns the lock and the socket of the application. Owned by the GUI thread.

    A thread of its own answers, so that a second start need not wait for a busy GUI thread.
    """

    asked = Signal(str, str, str)
    """A request: "show", "toggle", "ask", "quit" or "stay"; its query; its activation token."""

    def __init__(self, root: Path, claim: int) -> None:
        """Take over the lock `claim` that `be_first` returned for the library folder `root`."""
        super().__init__()
        self._root, self._claim = root, claim
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def listen(self) -> None:
        """Start to listen; replace the socket that a killed application left.

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
        """Stop listening; other starts wait until `close`. Call once, on any thread."""
        self._closing.set()
        if self._thread is not None:
            with suppress(OSError), address(self._root, SOCKET) as place:
                Client(place).close()  # wakes the thread
            self._thread.join(_ENDS_WITHIN)  # it stays blocked if the socket's file was removed
            with suppress(FileNotFoundError):
                (self._root / SOCKET).unlink()
            self._thread = None

    def close(self) -> None:
        """Stop listening and release the lock, so that another start can be the first."""
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
                    )  # the client hung up at once, or no descriptor is free
                    continue
                with suppress(EOFError, OSError, ValueError), connection:
                    self._take(connection)

    def _take(self, connection: Line) -> None:
        """Receive one message; hang up on a malformed one and on a silent client."""
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
    """Set a timeout for the rest of a message, in case its sender stops in the middle.

    Named pipes on Windows deliver whole messages.
    """
    if sys.platform != "win32":
        with socket.socket(fileno=os.dup(connection.fileno())) as end:
            # SO_RCVTIMEO takes a struct timeval: seconds, then microseconds; see socket(7)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", 1, 0))
