"""Become the single instance of a library, or pass a request to the one that runs.

Imports next to nothing, so that a second start is fast. One JSON object a connection, answered by
one byte: `{"do": "show" | "toggle" | "ask" | "quit" | "stay"}` with the "query" to ask, and the
"token" that lets the window come to the front on Wayland.
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
_STARTS_WITHIN = 10.0  # seconds that a start just before ours may take until it listens
_LOOK_EVERY = 0.02  # seconds: polling interval for the lock


def request(what: str, query: str = "") -> dict[str, str]:
    """Build a request; the activation token comes from the environment."""
    return {"do": what, "query": query, "token": os.environ.get("XDG_ACTIVATION_TOKEN", "")}


def be_first(root: Path, message: Mapping[str, str]) -> int | None:
    """Become the application of the library folder `root`, or pass the message to the one that is.

    Returns:
        The descriptor of the lock, held until it is closed; None if the message was passed on.

    Raises:
        BlockingIOError: another application holds the lock and does not answer.
        OSError: the folder cannot be created, or files cannot be locked there.
    """
    if hand_over(root, message):
        return None
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    deadline = time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            return lock(root / LOCK)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise
        if hand_over(root, message):  # the holder of the lock listens by now
            return None
        time.sleep(_LOOK_EVERY)


def end_first(root: Path, message: Mapping[str, str]) -> None:
    """Pass a quit message to the application of the library folder `root`, if one runs or starts.

    Return once it has taken the message; it then ends by itself.

    Raises:
        BlockingIOError: the application does not answer.
        OSError: files cannot be locked in the folder.
    """
    deadline = time.monotonic() + _STARTS_WITHIN
    while not hand_over(root, message) and (root / LOCK).exists():
        try:
            os.close(lock(root / LOCK))
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_LOOK_EVERY)
        else:
            return  # no application runs


def hand_over(root: Path, message: Mapping[str, str]) -> bool:
    """Send a message to the application that runs for a library.

    Returns:
        Whether it was accepted; False if none runs.
    """
    try:
        with address(root, SOCKET) as place, Client(place) as connection:
            connection.send_bytes(json.dumps(message).encode())
            return connection.poll(_ANSWERS_WITHIN) and bool(connection.recv_bytes(1))
    except (EOFError, OSError):
        return False
