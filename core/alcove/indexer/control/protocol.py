"""Define the control channel of a library's indexer: its address, and its messages in JSON.

It is a socket in the library's folder (mode 0700, the user's own), a named pipe on Windows. Each
message is one JSON object. The client sends `{"do": "pause" | "resume" | "rescan" | "stop"}`, or
`{"do": "retry", "paths": [as os.fsdecode returns them], "reason": one of Reason}`, where "paths"
and "reason" are optional. The indexer sends `{"answer": …, "ticket": n}` to each of these, and
`{"state": {…}}` on connecting and whenever the state has changed.
"""

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import alcove.system.address
from alcove.system.address import Line

SOCKET = "control.sock"
MAX_REQUEST = 1 << 16  # bytes; a path of 4,096 has up to 24,576 in JSON
MAX_PATHS = 50  # in one request
MAX_STATE = 1 << 24  # bytes


def address(root: Path) -> AbstractContextManager[str]:
    """Return a context manager that yields the address for the library in the folder `root`."""
    return alcove.system.address.address(root, SOCKET)


def send(connection: Line, message: dict[str, Any]) -> None:
    """Send one object; OSError if the other end has disconnected."""
    connection.send_bytes(json.dumps(message).encode())


def receive(connection: Line, most: int) -> dict[str, Any]:
    """Receive one object of at most `most` bytes.

    Raises:
        EOFError: the other end has disconnected.
        OSError: the connection failed, or the message is too long.
        ValueError: the message is no JSON object.
    """
    try:
        message = json.loads(connection.recv_bytes(most))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(message, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - of its content
    return message
