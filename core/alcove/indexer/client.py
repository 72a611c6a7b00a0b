"""A client's end of the control channel: asks the running indexer, and hears how it stands."""

from collections.abc import Iterator, Mapping
from multiprocessing.connection import Client
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from alcove.indexer.channel import MAX_STATE, address, receive, send
from alcove.indexer.state import IndexerState, from_json


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
            OSError: no indexer is listening.
        """
        with address(self._root) as place:
            self._connection = Client(place)
        try:
            self._take(receive(self._connection, MAX_STATE))
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

    def ask(self, what: str) -> int:
        """Ask for "pause", "resume", "rescan" or "stop".

        Returns:
            The ticket of a rescan; 0 otherwise.

        Raises:
            EOFError, OSError: the indexer has gone.
        """
        send(self._connection, {"do": what})
        while True:
            message = receive(self._connection, MAX_STATE)
            if "answer" in message:
                return int(message["ticket"])
            self._take(message)

    def hear(self, timeout: float) -> IndexerState | None:
        """The next state, or None where none came for `timeout` seconds.

        Raises:
            EOFError, OSError: the indexer has gone.
        """
        if not self._connection.poll(timeout):
            return None
        self._take(receive(self._connection, MAX_STATE))
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

    def _take(self, message: Mapping[str, Any]) -> None:
        self.state = from_json(message["state"])
