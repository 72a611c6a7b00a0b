"""The search window over a library, as the program puts it together."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop.told_link import ToldLink

from alcove.library import Library
from alcove_desktop.background import IndexerLink, SearchThread, WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener
from alcove_desktop.window import SearchWindow

OpenWindow = Callable[[Library, SearchThread], SearchWindow]


class KeptOpener:
    """A fake opener that records requests: a test must not start other programs."""

    def __init__(self) -> None:
        self.opened: list[tuple[bytes, int | None, int | None]] = []
        self.revealed: list[bytes] = []

    def open(self, path: bytes, page: int | None = None, line: int | None = None) -> None:
        self.opened.append((path, page, line))

    def reveal(self, path: bytes) -> None:
        self.revealed.append(path)


@pytest.fixture
def opener() -> KeptOpener:
    return KeptOpener()


@pytest.fixture
def search_thread(library: Library) -> Iterator[SearchThread]:
    search_thread = SearchThread(library)
    yield search_thread
    search_thread.close()


@pytest.fixture
def window(open_window: OpenWindow, library: Library, search_thread: SearchThread) -> SearchWindow:
    return open_window(library, search_thread)


@pytest.fixture
def open_window(
    workers: WorkerPool, link: ToldLink, look: Appearance, opener: KeptOpener, qtbot: QtBot
) -> Iterator[OpenWindow]:
    """Shows the window over a library."""
    shown: list[SearchWindow] = []

    def open_window(library: Library, search_thread: SearchThread) -> SearchWindow:
        window = SearchWindow(
            library,
            workers=workers,
            search_thread=search_thread,
            link=cast(IndexerLink, link),
            look=look,
            opener=cast(Opener, opener),
            window_settings=library.window_settings(),
        )
        qtbot.addWidget(window)
        shown.append(window)
        window.show()
        window.activateWindow()
        return window

    yield open_window
    for window in shown:
        window.end()
        window.close()
