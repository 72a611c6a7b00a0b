"""Every state that a window can be in, brought about with the real core, to be looked at."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget
from tests.desktop.settings.conftest import ProgramAround
from tests.desktop.told_link import ToldLink

from alcove.indexer import Activity, FolderHealth, IndexerState
from alcove.library import Library
from alcove.personal.window_settings import WindowSettings
from alcove_desktop.background import IndexerLink, SearchThread, WorkerPool
from alcove_desktop.health import HealthWindow
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener
from alcove_desktop.settings import SettingsWindow
from alcove_desktop.window import SearchWindow

RENT = "when may the owner ask for a higher payment"
_PAGES = ("folders", "exclusions", "formats", "models", "resources", "privacy", "general")
_SETTLED = 1.5  # seconds for what is drawn in the background
_PATIENCE = 60.0  # seconds


class _NoOpener(QObject):
    """Opens nothing: somebody only looks."""

    failed = Signal(str, str)

    def open(self, path: bytes, page: int | None = None, line: int | None = None) -> None:
        """Do nothing."""

    def reveal(self, path: bytes) -> None:
        """Do nothing."""


class Stage:
    """Shows one state after the other; owns the windows and what they work with."""

    def __init__(self, home: Path, look: Appearance, *, settled: float = _SETTLED) -> None:
        """Take the libraries in somebody's home.

        Args:
            home: with a full `library` and an `empty` one.
            look: of the program.
            settled: seconds for what is drawn in the background.
        """
        self._look, self._settled = look, settled
        self._library, self._empty = Library(home / "library"), Library(home / "empty")
        self._workers = WorkerPool()
        self._windows: list[QWidget] = []
        self._seekers: list[SearchThread] = []
        self._states: dict[str, Callable[[], QWidget]] = {
            "first-run": self._first_run,
            "beginning": lambda: self._search(""),
            "indexing": self._indexing,
            "results-pdf": lambda: self._search(RENT),
            "results-text": lambda: self._search("how long before baking is the starter fed"),
            "results-filtered": lambda: self._search("rent type:pdf,mail since:2024"),
            "nothing-relevant": lambda: self._search("football world cup final goals"),
            "nothing-found": lambda: self._search("rent type:epub"),
            "wrong-filter": lambda: self._search("since:soon rent"),
            "health": self._health,
            **{f"settings-{page}": partial(self._settings, page) for page in _PAGES},
        }
        self.names = tuple(self._states)

    def show(self, name: str) -> QWidget:
        """Bring a state about and return its window, settled."""
        self._clear()
        window = self._states[name]()
        self._settle()
        return window

    def close(self) -> None:
        """End everything."""
        self._clear()
        self._workers.close()

    def _clear(self) -> None:
        for window in self._windows:
            if isinstance(window, SearchWindow):
                window.end()
            window.close()
            window.deleteLater()
        for search_thread in self._seekers:
            search_thread.close()
        self._windows, self._seekers = [], []
        QCoreApplication.processEvents()

    def _made(self, library: Library) -> tuple[SearchWindow, SearchThread, ToldLink]:
        search_thread, link = SearchThread(library), ToldLink()
        window = SearchWindow(
            library,
            workers=self._workers,
            search_thread=search_thread,
            link=cast(IndexerLink, link),
            look=self._look,
            opener=cast(Opener, _NoOpener()),
            window_settings=WindowSettings(),
        )
        self._windows.append(window)
        self._seekers.append(search_thread)
        window.show()
        return window, search_thread, link

    def _first_run(self) -> QWidget:
        return self._made(self._empty)[0]

    def _search(self, question: str) -> QWidget:
        window, _, link = self._made(self._library)
        link.tell(self._at_rest())
        for typed in (question[:-1], question):  # the first waits for the model
            if typed:
                window.ask(typed)
                self._wait(lambda: window.pages.currentWidget() is not window.recent)
        return window

    def _indexing(self) -> QWidget:
        window, _, link = self._made(self._library)
        window.conversation.answered.connect(
            lambda answer: window.results.show_answer(replace(answer, coverage=0.27))
        )
        state = IndexerState(activity=Activity.ENCODING, total=30647, generation=1)
        link.tell(replace(state, done=8040))
        window.ask(RENT)
        self._wait(lambda: window.conversation.answer is not None)
        self._settle(2.1)  # until there is a rate
        link.tell(replace(state, done=8210))
        return window

    def _health(self) -> QWidget:
        link = ToldLink()
        window = HealthWindow(
            self._library,
            workers=self._workers,
            link=cast(IndexerLink, link),
            look=self._look,
            opener=cast(Opener, _NoOpener()),
        )
        self._windows.append(window)
        window.show()
        link.tell(self._at_rest())
        return window

    def _settings(self, page: str) -> QWidget:
        link = ToldLink()
        window = SettingsWindow(
            self._library,
            workers=self._workers,
            link=cast(IndexerLink, link),
            look=self._look,
            window_settings=WindowSettings(),
            program=ProgramAround(),
        )
        self._windows.append(window)
        window.open_page(page)
        window.show()
        link.tell(self._at_rest())
        return window

    def _at_rest(self) -> IndexerState:
        folders = map(os.fsdecode, self._library.settings().folders)
        followed = dict.fromkeys(folders, FolderHealth(watched=True))
        now = time.time() - 3
        return IndexerState(
            activity=Activity.IDLE, fresh_at=now, generation=1, folders=followed, revision=1
        )

    def _settle(self, seconds: float | None = None) -> None:
        end = time.monotonic() + (seconds or self._settled)
        while time.monotonic() < end:
            QCoreApplication.processEvents()
            time.sleep(0.01)

    def _wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, "the state did not come about"
            QCoreApplication.processEvents()
            time.sleep(0.01)
