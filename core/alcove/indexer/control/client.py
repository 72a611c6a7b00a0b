"""A client's end of the control channel: asks the running indexer, and hears how it stands."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Client
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Self

from alcove.indexer.control.protocol import MAX_STATE, address, receive, send
from alcove.indexer.control.state import IndexerState, from_json

_ANSWERS_WITHIN = 5.0  # seconds: its threads for clients wait for nothing but each other


class IndexerClient:
    """A connection to the indexer of a library; a context manager, used by one thread."""

    def __init__(self, root: Path) -> None:
        """Name the library's folder; nothing is connected before `with`."""
        self._root = root
        self.state = IndexerState()
        """The last one heard."""

    def __enter__(self) -> Self:
        """Connect.

        Raises:
            OSError: no indexer is listening, or it does not answer, or not as we understand it.
        """
        with address(self._root) as place:
            self._connection = Client(place)
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
        """Hang up; the indexer goes on."""
        self._connection.close()

    def ask(self, what: str, **more: object) -> int:
        """Ask for "pause", "resume", "rescan", "stop" or "retry".

        Args:
            what: one of these.
            more: what goes with it, as JSON can hold it.

        Returns:
            The ticket of a rescan; 0 otherwise.

        Raises:
            EOFError, OSError: the indexer has gone, or does not answer.
        """
        send(self._connection, {"do": what, **more})
        give_up = monotonic() + _ANSWERS_WITHIN
        while True:
            message = self._receive_by(give_up)
            if "answer" in message:
                with _understood():
                    return int(message["ticket"])
            self._take(message)

    def hear(self, timeout: float) -> IndexerState | None:
        """The next state, or None where none came for `timeout` seconds.

        Raises:
            EOFError, OSError: the indexer has gone.
        """
        if not self._connection.poll(timeout):
            return None
        self._take(self._receive())
        return self.state

    def states(self) -> Iterator[IndexerState]:
        """Yield each new state until the indexer has gone."""
        while True:
            try:
                state = self.hear(timeout=60)
            except (EOFError, OSError):
                return
            if state is not None:
                yield state

    def _receive_by(self, give_up: float) -> dict[str, Any]:
        if not self._connection.poll(max(0.0, give_up - monotonic())):
            raise TimeoutError("the indexer does not answer")
        return self._receive()

    def _receive(self) -> dict[str, Any]:
        with _understood():
            return receive(self._connection, MAX_STATE)

    def _take(self, message: Mapping[str, Any]) -> None:
        with _understood():
            self.state = from_json(message["state"])


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ConnectionError(
            "an indexer of another version of Alcove is running: restart it"
        ) from error
