"""Exchange messages between a confined child and its parent: frames, and file descriptors.

Each frame is prefixed with its length and holds JSON or plain text, never code or pickles.
"""

import io
import json
import os
import socket
import sys
from typing import IO, BinaryIO, Protocol

_LENGTH = 4  # bytes of the length before each frame
MAX_REQUEST = 1 << 12  # bytes
READY = {"ready": True}  # a child's first message, sent once it is confined


class Channel(Protocol):
    """A connection to another process; reading a truncated frame raises EOFError."""

    def write(self, data: bytes) -> None:
        """Send all bytes."""

    def read(self, size: int) -> bytes:
        """Receive exactly `size` bytes."""

    def send_file(self, descriptor: int) -> None:
        """Pass on a file that is open for reading."""

    def receive_file(self) -> BinaryIO:
        """Return the file that the other end passes on, at its beginning."""

    def close(self) -> None:
        """Close the connection."""


class SocketChannel:
    """A socket between two processes of one machine; passes the descriptor of the open file."""

    def __init__(self, end: socket.socket) -> None:
        self._socket = end

    def write(self, data: bytes) -> None:
        """Send all bytes."""
        self._socket.sendall(data)

    def read(self, size: int) -> bytes:
        """Receive exactly `size` bytes."""
        data = bytearray(size)
        view, at = memoryview(data), 0
        while at < size:
            received = self._socket.recv_into(view[at:])
            if not received:
                raise EOFError
            at += received
        return bytes(data)

    def send_file(self, descriptor: int) -> None:
        """Pass on a file that is open for reading."""
        if sys.platform != "win32":
            socket.send_fds(self._socket, [b"\0"], [descriptor])

    def receive_file(self) -> BinaryIO:
        """Return the file that the other end passes on."""
        descriptors: list[int] = []
        if sys.platform != "win32":
            _, descriptors, _, _ = socket.recv_fds(self._socket, 1, 1)
        if not descriptors:
            raise EOFError
        file = os.fdopen(descriptors[0], "rb")
        file.seek(0)
        return file

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()


class PipeChannel:
    """A pair of pipes, for Windows, where descriptors cannot be passed: sends the file's bytes."""

    def __init__(self, source: IO[bytes], sink: IO[bytes]) -> None:
        self._source = source
        self._sink = sink

    def write(self, data: bytes) -> None:
        """Send all bytes."""
        self._sink.write(data)
        self._sink.flush()

    def read(self, size: int) -> bytes:
        """Receive exactly `size` bytes."""
        data = self._source.read(size)
        if len(data) < size:
            raise EOFError
        return data

    def send_file(self, descriptor: int) -> None:
        """Pass on a file that is open for reading."""
        with os.fdopen(os.dup(descriptor), "rb") as file:
            file.seek(0)
            data = file.read()
        self.write(len(data).to_bytes(8, "big"))
        self.write(data)

    def receive_file(self) -> BinaryIO:
        """Return the file that the other end passes on."""
        return io.BytesIO(self.read(int.from_bytes(self.read(8), "big")))

    def close(self) -> None:
        """Close the connection."""
        self._source.close()
        self._sink.close()


def send_frame(channel: Channel, data: bytes) -> None:
    """Send one frame."""
    channel.write(len(data).to_bytes(_LENGTH, "big"))
    channel.write(data)


def receive_frame(channel: Channel, limit: int) -> bytes:
    """Receive one frame.

    Raises:
        EOFError: the other end closed the connection.
        ValueError: the frame is longer than `limit` bytes.
    """
    size = int.from_bytes(channel.read(_LENGTH), "big")
    if size > limit:
        raise ValueError("the frame is too large")
    return channel.read(size)


def send_json(channel: Channel, message: object) -> None:
    """Send one frame of JSON."""
    send_frame(channel, json.dumps(message, ensure_ascii=False).encode("utf-8"))


def receive_json(channel: Channel, limit: int) -> object:
    """Receive one frame of JSON; for errors see `receive_frame`."""
    message: object = json.loads(receive_frame(channel, limit))
    return message
