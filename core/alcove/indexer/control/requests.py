"""Queue requests to the indexer: any thread adds them, the engine's thread takes them."""

import threading
from dataclasses import dataclass

from alcove.errors import Reason


@dataclass(frozen=True, slots=True)
class RetryRequest:
    """Files to read again that gave no text, although they did not change.

    Attributes:
        paths: only these files; empty: all.
        reason: only files without text for this reason; None: for any reason.
    """

    paths: tuple[bytes, ...] = ()
    reason: Reason | None = None


class RequestQueue:
    """The request queue of an engine; any thread may call every method."""

    def __init__(self) -> None:
        """Start with no requests."""
        self.stop = threading.Event()
        """If set, the engine ends at the next safe point; also the cancel token of long work."""
        self._bell = threading.Condition()
        self._rung = False
        self._paused = False
        self._ticket = 0
        self._retries: list[RetryRequest] = []

    @property
    def paused(self) -> bool:
        """Whether a pause was requested."""
        return self._paused

    @property
    def ticket(self) -> int:
        """Number of the last rescan requested."""
        return self._ticket

    def ask_to_stop(self) -> None:
        """Request an end at the next safe point."""
        self.stop.set()
        self.ring()

    def ask_to_pause(self) -> None:
        """Request a pause, until a request to resume."""
        self._paused = True
        self.ring()

    def ask_to_resume(self) -> None:
        """Request an end of the pause."""
        self._paused = False
        self.ring()

    def ask_to_rescan(self) -> int:
        """Request a scan of all folders.

        Returns:
            Its ticket: `IndexerState.settled` reaches it once the index is up to date.
        """
        with self._bell:
            self._ticket += 1
            ticket = self._ticket
        self.ring()
        return ticket

    def ask_to_retry(self, retry: RetryRequest) -> None:
        """Request that files without text are read again."""
        with self._bell:
            if retry not in self._retries:
                self._retries.append(retry)
        self.ring()

    def take_retries(self) -> list[RetryRequest]:
        """Return the requests to retry since the last call."""
        with self._bell:
            retries, self._retries = self._retries, []
        return retries

    def ring(self) -> None:
        """Wake the engine."""
        with self._bell:
            self._rung = True
            self._bell.notify_all()

    def wait(self, timeout: float | None) -> None:
        """Wait for `ring`, at most `timeout` seconds; no wait if it rang since the last one."""
        with self._bell:
            self._bell.wait_for(lambda: self._rung, timeout)
            self._rung = False
