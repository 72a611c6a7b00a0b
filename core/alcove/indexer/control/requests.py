"""What others ask of the indexer: left here by any thread, taken by the engine's."""

import threading
from dataclasses import dataclass

from alcove.errors import Reason


@dataclass(frozen=True, slots=True)
class RetryRequest:
    """Files that are to be read again although they gave no text and did not change.

    Attributes:
        paths: of these alone; none: of all.
        reason: why they gave no text; None: for any reason.
    """

    paths: tuple[bytes, ...] = ()
    reason: Reason | None = None


class RequestQueue:
    """Requests to an engine; every method may be called from any thread."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self.stop = threading.Event()
        """Set: end at the next safe point; also the cancel token of long work."""
        self._bell = threading.Condition()
        self._rung = False
        self._paused = False
        self._ticket = 0
        self._retries: list[RetryRequest] = []

    @property
    def paused(self) -> bool:
        """Whether somebody asked for a pause."""
        return self._paused

    @property
    def ticket(self) -> int:
        """Number of the last rescan that was asked for."""
        return self._ticket

    def ask_to_stop(self) -> None:
        """End soon."""
        self.stop.set()
        self.ring()

    def ask_to_pause(self) -> None:
        """Do nothing until somebody asks to resume."""
        self._paused = True
        self.ring()

    def ask_to_resume(self) -> None:
        """Go on."""
        self._paused = False
        self.ring()

    def ask_to_rescan(self) -> int:
        """Look at everything; the answer's ticket is settled when the index is up to date."""
        with self._bell:
            self._ticket += 1
            ticket = self._ticket
        self.ring()
        return ticket

    def ask_to_retry(self, retry: RetryRequest) -> None:
        """Read again what gave no text."""
        with self._bell:
            if retry not in self._retries:
                self._retries.append(retry)
        self.ring()

    def take_retries(self) -> list[RetryRequest]:
        """What is to be read again, as it was asked since the last call."""
        with self._bell:
            retries, self._retries = self._retries, []
        return retries

    def ring(self) -> None:
        """Wake the engine: there is something to take."""
        with self._bell:
            self._rung = True
            self._bell.notify_all()

    def wait(self, timeout: float | None) -> None:
        """Wait until somebody rings; returns at once if somebody did since the last call."""
        with self._bell:
            self._bell.wait_for(lambda: self._rung, timeout)
            self._rung = False
