"""A sign of life from the whole way of an event: a file of our own is touched, and has to be heard.

Threads that run and watches that are counted prove nothing about events that arrive.
"""

import os
import threading
from collections.abc import Callable
from pathlib import Path

from alcove.paths import is_within, normalized

PATIENCE_S = 2.0
"""Seconds within which an event has to arrive; on an idle machine it takes milliseconds."""


class Canary:
    """Owns one folder with one file; sent out and judged by one thread, heard in any."""

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        """Args: a folder of our own, which is made if need be, and a clock in seconds."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = normalized(bytes(folder))
        self._file = folder / "canary"
        self._clock = clock
        self._sent_at: float | None = None
        self._heard = threading.Event()

    def hears(self, path: bytes) -> bool:
        """Whether `path` is ours; if so, it counts as heard."""
        if not is_within(path, self.folder):
            return False
        self._heard.set()
        return True

    def send(self) -> None:
        """Touch the file, unless an answer is still awaited."""
        if self.answer() is None and self._sent_at is not None:
            return
        self._heard.clear()
        try:
            self._file.touch()
            os.utime(self._file)
        except OSError:
            # A disk that is full or read-only says nothing about events. Whoever writes to the
            # library meets the same error, and shows it.
            self._sent_at = None
        else:
            self._sent_at = self._clock()

    def recall(self) -> None:
        """Await no answer any more, because nobody listens."""
        self._sent_at = None

    def answer(self) -> bool | None:
        """Whether the one that was sent out last was heard; None while that cannot be said."""
        if self._sent_at is None:
            return None
        if self._heard.is_set():
            return True
        return False if self._clock() - self._sent_at >= PATIENCE_S else None
