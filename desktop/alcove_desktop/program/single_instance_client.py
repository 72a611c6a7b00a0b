"""Which start is the first of a library, and what a second one says to it; imports next to nothing.

One JSON object to a connection, answered by one byte: `{"do": "show" | "toggle" | "ask" | "quit" |
"stay"}` with the "query" to be asked, and the "token" by which a Wayland desktop lets the window
come to the front.
"""

import json
import os
import time
from collections.abc import Mapping
from multiprocessing.connection import Client
from pathlib import Path

from alcove.system.address import address
from alcove.system.locks import lock

SOCKET = "window.sock"
LOCK = "window.lock"
MAX_REQUEST = 1 << 16  # bytes

_ANSWERS_WITHIN = 2.0  # seconds; a thread of its own answers, however busy the window is
_STARTS_WITHIN = 10.0  # seconds that a start which was a moment earlier may take until it listens
_LOOK_EVERY = 0.02  # seconds


def request(what: str, query: str = "") -> dict[str, str]:
    """What to say; the desktop's token is taken from the environment."""
    return {"do": what, "query": query, "token": os.environ.get("XDG_ACTIVATION_TOKEN", "")}


def be_first(root: Path, message: Mapping[str, str]) -> int | None:
    """Become the application of the library in the folder `root`, or leave it to the one that is.

    Returns:
        The descriptor that says so until it is closed; None where the message was handed over.

    Raises:
        BlockingIOError: another one holds the library, and does not answer.
        OSError: the folder cannot be made, or files cannot be locked there.
    """
    if hand_over(root, message):
        return None
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    give_up = time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            return lock(root / LOCK)
        except BlockingIOError:
            if time.monotonic() > give_up:
                raise
        if hand_over(root, message):  # it was starting, too
            return None
        time.sleep(_LOOK_EVERY)


def end_first(root: Path, message: Mapping[str, str]) -> None:
    """End the application of the library in the folder `root`, where one runs or is starting.

    Returns once it has taken the message; it ends by itself then.

    Raises:
        BlockingIOError: it does not answer.
        OSError: files cannot be locked in the folder.
    """
    give_up = time.monotonic() + _STARTS_WITHIN
    while not hand_over(root, message) and (root / LOCK).exists():
        try:
            os.close(lock(root / LOCK))
        except BlockingIOError:
            if time.monotonic() > give_up:
                raise
            time.sleep(_LOOK_EVERY)
        else:
            return  # none runs


def hand_over(root: Path, message: Mapping[str, str]) -> bool:
    """Give a message to the application that runs for a library.

    Returns:
        Whether it was taken; False where none runs.
    """
    try:
        with address(root, SOCKET) as place, Client(place) as connection:
            connection.send_bytes(json.dumps(message).encode())
            return connection.poll(_ANSWERS_WITHIN) and bool(connection.recv_bytes(1))
    except (EOFError, OSError):
        return False
