"""Check that file events arrive end to end: touch a file of our own and wait for its event.

Running threads and registered watches do not prove that events arrive.
"""

import os
import threading
from collections.abc import Callable
from pathlib import Path

from alcove.paths import is_within, normalized

PATIENCE_S = 2.0
"""Seconds within which the event must arrive; on an idle machine it takes milliseconds."""


class Canary:
    """Owns one folder with one file. Any thread may call `hears`, one thread everything else."""

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        """Create `folder`, of our own, unless it exists; `clock` returns seconds."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = normalized(bytes(folder))
        self._file = folder / "canary"
        self._clock = clock
        self._sent_at: float | None = None
        self._heard = threading.Event()

    def hears(self, path: bytes) -> bool:
        """Return whether `path` lies in the canary's folder; if so, record that it was heard."""
        if not is_within(path, self.folder):
            return False
        self._heard.set()
        return True

    def send(self) -> None:
        """Touch the file, unless an event is still awaited."""
        if self.answer() is None and self._sent_at is not None:
            return
        self._heard.clear()
        try:
            self._file.touch()
            os.utime(self._file)
        except OSError:
            # A disk that is full or read-only says nothing about events. The code that writes to
            # the library gets the same error, and reports it.
            self._sent_at = None
        else:
            self._sent_at = self._clock()

    def recall(self) -> None:
        """Stop waiting for the event, because no source is open."""
        self._sent_at = None

    def answer(self) -> bool | None:
        """Return whether the last event was heard in time; None while that is undecided."""
        if self._sent_at is None:
            return None
        if self._heard.is_set():
            return True
        return False if self._clock() - self._sent_at >= PATIENCE_S else None
