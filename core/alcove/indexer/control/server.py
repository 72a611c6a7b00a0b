"""Serve the control channel: any number of clients, with two threads each."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from multiprocessing.connection import Client, Listener
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from alcove.errors import Reason
from alcove.indexer.control.protocol import MAX_PATHS, MAX_REQUEST, SOCKET, address, receive, send
from alcove.indexer.control.requests import RequestQueue, RetryRequest
from alcove.indexer.control.state import SharedState, to_json
from alcove.paths import is_absolute, normalized
from alcove.system.address import Line

_EVERY = 0.1  # seconds between two states (throttle): people do not see faster changes
_LAST_WORD = 1.0  # seconds that a client may keep the indexer from ending
_LOOK_EVERY = 0.5  # seconds between two checks whether the client or the indexer has ended


class ControlServer:
    """Listens while the `with` block runs; the caller holds the indexer's lock."""

    def __init__(self, root: Path, shared_state: SharedState, requests: RequestQueue) -> None:
        """Set the library's folder, the state to send, and the queue for requests."""
        self._root = root
        self._shared_state = shared_state
        self._requests = requests
        self._closing = threading.Event()
        self._clients: list[_ClientConnection] = []

    def __enter__(self) -> Self:
        """Start to listen; replace the socket that a killed indexer left."""
        with ExitStack() as stack:
            self._address = stack.enter_context(address(self._root))
            if sys.platform != "win32":
                (self._root / SOCKET).unlink(missing_ok=True)
            self._listener = stack.enter_context(Listener(self._address, backlog=8))
            self._opened = stack.pop_all()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Send the last state to all clients, then disconnect."""
        self._closing.set()
        with suppress(OSError):
            Client(self._address).close()  # wakes the thread that accepts
        self._thread.join(timeout=1)  # nothing wakes it if the socket was removed
        for client in self._clients:
            client.wait_until_sent()
        with suppress(FileNotFoundError):
            self._opened.close()

    def _accept(self) -> None:
        while True:
            try:
                connection = self._listener.accept()
            except OSError:
                self._closing.wait(_EVERY)  # the client left at once, or no descriptor is free
                continue
            if self._closing.is_set():
                connection.close()
                return
            self._clients = [client for client in self._clients if not client.has_gone]
            self._clients.append(
                _ClientConnection(connection, self._shared_state, self._answer, self._closing)
            )
            self._clients[-1].start()

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        actions: dict[str, Callable[[], object]] = {
            "pause": self._requests.ask_to_pause,
            "resume": self._requests.ask_to_resume,
            "rescan": self._requests.ask_to_rescan,
            "retry": lambda: self._requests.ask_to_retry(_parsed_retry(request)),
            "stop": self._requests.ask_to_stop,
        }
        what = request.get("do")
        if not isinstance(what, str) or what not in actions:
            return {"answer": "unknown request", "ticket": 0}
        return {"answer": what, "ticket": actions[what]() or 0}


def _parsed_retry(request: dict[str, Any]) -> RetryRequest:
    """Parse a request to retry; ValueError if it is invalid."""
    paths, reason = request.get("paths", []), request.get("reason")
    if not isinstance(paths, list) or len(paths) > MAX_PATHS:
        raise ValueError("no paths, or too many")
    return RetryRequest(tuple(map(_parsed_path, paths)), None if reason is None else Reason(reason))


def _parsed_path(text: object) -> bytes:
    if not isinstance(text, str) or "\0" in text or not is_absolute(text):
        raise ValueError("no path")
    return normalized(os.fsencode(text))


class _ClientConnection:
    """One client: a thread that answers its requests, and one that sends it states."""

    def __init__(
        self,
        connection: Line,
        shared_state: SharedState,
        answer: Callable[[dict[str, Any]], dict[str, Any]],
        closing: threading.Event,
    ) -> None:
        self._connection = connection
        self._shared_state = shared_state
        self._answer = answer
        self._closing = closing
        self._gone = threading.Event()
        self._send_lock = threading.Lock()
        self._sender = threading.Thread(target=self._send_states, daemon=True)

    @property
    def has_gone(self) -> bool:
        return self._gone.is_set()

    def start(self) -> None:
        self._sender.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def wait_until_sent(self) -> None:
        """Wait for the last state to be sent, but not long for a client that does not read."""
        self._sender.join(_LAST_WORD)

    def _listen(self) -> None:
        """Answer until either side ends; then disconnect, but not in the middle of a message."""
        try:
            while not self._is_over():
                if self._connection.poll(_LOOK_EVERY):
                    answer = self._answer(receive(self._connection, MAX_REQUEST))
                    with self._send_lock:
                        send(self._connection, answer)
        except (EOFError, OSError, ValueError):
            self._gone.set()  # or its message is invalid
        finally:
            self._sender.join()
            self._connection.close()

    def _send_states(self) -> None:
        seen = -1
        with suppress(OSError):
            while not self._is_over():
                seen = self._send_new(seen, _LOOK_EVERY)
                self._closing.wait(_EVERY)
            if not self.has_gone:
                self._send_new(seen, 0.0)
        self._gone.set()

    def _send_new(self, seen: int, timeout: float) -> int:
        number, state = self._shared_state.wait(seen, timeout)
        if number != seen:
            with self._send_lock:
                send(self._connection, {"state": to_json(state)})
        return number

    def _is_over(self) -> bool:
        return self.has_gone or self._closing.is_set()
