"""Loads the index anew when it holds something new, at most a tenth of the time."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from alcove.errors import AlcoveError
from alcove.library.session import SearchSession
from alcove_desktop.background.search_queue import QUIET, SearchQueue

_REST = 9  # times as long as loading took
_LEAST = 1.0  # second between two times: results on the screen may change no sooner
_TRY_AGAIN = 1.0  # seconds after which an index is looked for that could not be loaded
_START = 1.0  # seconds after which a program has started, and a core is free to get ready


class IndexLoader:
    """Owns a thread that loads, and gets ready to make answers better; another thread calls it."""

    def __init__(
        self, session: SearchSession, questions: SearchQueue, loaded: Callable[[float], object]
    ) -> None:
        """Prepare; nothing happens before `start`.

        Args:
            session: what loads.
            questions: hears when there is something to answer from.
            loaded: told the coverage after each time, on the loader's thread.
        """
        self._session = session
        self._questions = questions
        self._loaded = loaded
        self._wanted = threading.Event()
        self._closing = threading.Event()
        self.thread = threading.Thread(target=self._serve, daemon=True)

    def start(self) -> None:
        """Begin to load for the first time."""
        self._wanted.set()
        self.thread.start()

    def renew(self) -> None:
        """Load again; asked several times in a row, it does so once."""
        self._wanted.set()

    def close(self) -> None:
        """Load nothing more; the thread ends after what it is at."""
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
        """Load once; where that fails, what was loaded before is searched further."""
        try:
            coverage = self._session.renew()
        except (AlcoveError, OSError, sqlite3.Error):  # which a question hears of
            self._questions.note_tried()
            return False
        self._questions.note_warm(warm=self._session.is_warm)
        self._questions.note_loaded()
        self._questions.note_tried()
        self._loaded(coverage)
        return True

    def _warm_up(self) -> None:
        """Get ready to make answers better, in a quiet moment; once for each model."""
        wait = _START
        while not self._session.is_warm:
            if self._closing.wait(wait):
                return
            wait = QUIET
            if self._questions.is_quiet:
                with suppress(AlcoveError):  # which a question hears of
                    self._session.warm_up()
                break
        self._questions.note_warm(warm=True)
