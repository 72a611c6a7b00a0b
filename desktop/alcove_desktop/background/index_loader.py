"""Reload the index when it has changed, throttled to a tenth of the time."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from alcove.errors import AlcoveError
from alcove.library.session import SearchSession
from alcove_desktop.background.search_queue import QUIET, SearchQueue

_REST = 9  # pause after a load, as a multiple of its duration
_LEAST = 1.0  # second: shortest pause, so that hits on the screen change no more often
_TRY_AGAIN = 1.0  # seconds until an index that could not be loaded is tried again
_START = 1.0  # seconds after which the program has started, and a core is free to warm up


class IndexLoader:
    """Owns a thread that loads the index and warms up refining. Called from another thread."""

    def __init__(
        self, session: SearchSession, queue: SearchQueue, loaded: Callable[[float], object]
    ) -> None:
        """Prepare; nothing happens before `start`.

        Args:
            session: loads the index.
            queue: notified when the index was loaded, or could not be.
            loaded: called with the coverage, 0…1, after each load, on the loader's thread.
        """
        self._session = session
        self._queue = queue
        self._loaded = loaded
        self._wanted = threading.Event()
        self._closing = threading.Event()
        self.thread = threading.Thread(target=self._serve, daemon=True)

    def start(self) -> None:
        """Start the thread and the first load."""
        self._wanted.set()
        self.thread.start()

    def renew(self) -> None:
        """Load again; debounce calls in a row into one load."""
        self._wanted.set()

    def close(self) -> None:
        """Stop loading; the thread ends after its current step."""
        self._closing.set()
        self._wanted.set()

    def _serve(self) -> None:
        while self._wanted.wait() and not self._closing.is_set():
            self._wanted.clear()
            began = time.monotonic()
            if self._load():
                rest = max(_LEAST, _REST * (time.monotonic() - began))
                self._warm_up()
            else:
                self._wanted.set()
                rest = _TRY_AGAIN
            self._closing.wait(rest)

    def _load(self) -> bool:
        """Load once; return whether it worked. After a failure, the old snapshot stays in use."""
        try:
            coverage = self._session.renew()
        except (AlcoveError, OSError, sqlite3.Error):  # the next search reports it
            self._queue.note_tried()
            return False
        self._queue.note_warm(warm=self._session.is_warm)
        self._queue.note_loaded()
        self._queue.note_tried()
        self._loaded(coverage)
        return True

    def _warm_up(self) -> None:
        """Prepare to refine answers, while nobody types; once for each model."""
        wait = _START
        while not self._session.is_warm:
            if self._closing.wait(wait):
                return
            wait = QUIET
            if self._queue.is_quiet:
                with suppress(AlcoveError):  # the next search reports it
                    self._session.warm_up()
                break
        self._queue.note_warm(warm=True)
