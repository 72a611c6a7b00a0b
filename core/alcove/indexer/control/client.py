"""Connect to a running indexer as a client: send requests, receive states."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Client
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Self

from alcove.indexer.control.protocol import MAX_STATE, address, receive, send
from alcove.indexer.control.state import IndexerState, from_json

_ANSWERS_WITHIN = 5.0  # seconds: the indexer's threads for clients wait only for each other


class IndexerClient:
    """A connection to the indexer of a library; a context manager, used by one thread."""

    def __init__(self, root: Path) -> None:
        """Set the library's folder; `with` connects."""
        self._root = root
        self.state = IndexerState()
        """The last state received."""

    def __enter__(self) -> Self:
        """Connect.

        Raises:
            OSError: no indexer is listening, or it does not answer, or its version differs.
        """
        with address(self._root) as socket_address:
            self._connection = Client(socket_address)
        try:
            self._take(self._receive_by(monotonic() + _ANSWERS_WITHIN))
        except BaseException as error:
            self._connection.close()
            if isinstance(error, EOFError):
                raise ConnectionResetError("the indexer has just ended") from error
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Disconnect; the indexer keeps running."""
        self._connection.close()

    def ask(self, what: str, **more: object) -> int:
        """Send the request "pause", "resume", "rescan", "stop" or "retry", and wait for the answer.

        Args:
            what: one of these.
            more: arguments of the request, as JSON can hold them.

        Returns:
            The ticket of a rescan; 0 otherwise.

        Raises:
            EOFError, OSError: the indexer has ended, or does not answer.
        """
        send(self._connection, {"do": what, **more})
        deadline = monotonic() + _ANSWERS_WITHIN
        while True:
            message = self._receive_by(deadline)
            if "answer" in message:
                with _version_errors():
                    return int(message["ticket"])
            self._take(message)

    def hear(self, timeout: float) -> IndexerState | None:
        """Return the next state; None if none came within `timeout` seconds.

        Raises:
            EOFError, OSError: the indexer has ended.
        """
        if not self._connection.poll(timeout):
            return None
        self._take(self._receive())
        return self.state

    def states(self) -> Iterator[IndexerState]:
        """Yield each new state until the indexer ends."""
        while True:
            try:
                state = self.hear(timeout=60)
            except (EOFError, OSError):
                return
            if state is not None:
                yield state

    def _receive_by(self, deadline: float) -> dict[str, Any]:
        if not self._connection.poll(max(0.0, deadline - monotonic())):
            raise TimeoutError("the indexer does not answer")
        return self._receive()

    def _receive(self) -> dict[str, Any]:
        with _version_errors():
            return receive(self._connection, MAX_STATE)

    def _take(self, message: Mapping[str, Any]) -> None:
        with _version_errors():
            self.state = from_json(message["state"])


@contextmanager
def _version_errors() -> Iterator[None]:
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ConnectionError(
            "an indexer of another version of Alcove is running: restart it"
        ) from error
