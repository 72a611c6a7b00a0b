"""The settings window over a library of its own."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.told_link import ToldLink

from alcove.errors import AlcoveError
from alcove.library import Library
from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.settings import SettingsWindow


class ProgramAround:
    """A stand-in for the program: no test may start something at the user's login."""

    tray_available = True
    shortcut_refused = ""
    shortcuts_available = True

    def __init__(self) -> None:
        self.at_login = False
        self.shortcut = ""
        self.refusal = ""

    def starts_at_login(self) -> bool:
        return self.at_login

    def start_at_login(self, *, wanted: bool) -> None:
        if self.refusal:
            raise AlcoveError(self.refusal)
        self.at_login = wanted

    def set_shortcut(self, keys: str) -> str:
        if not self.refusal:
            self.shortcut = keys
        return self.refusal


@pytest.fixture
def program() -> ProgramAround:
    return ProgramAround()


Opened = Callable[[str], SettingsWindow]


@pytest.fixture
def opened(
    library: Library,
    workers: WorkerPool,
    link: ToldLink,
    look: Appearance,
    program: ProgramAround,
    qtbot: QtBot,
) -> Iterator[Opened]:
    """Opens the window at a page, and closes it in the end."""
    windows: list[QWidget] = []

    def open_at(page: str) -> SettingsWindow:
        window = SettingsWindow(
            library,
            workers=workers,
            link=cast(IndexerLink, link),
            look=look,
            window_settings=library.window_settings(),
            program=program,
        )
        windows.append(window)
        qtbot.addWidget(window)
        window.open_page(page)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_at
    for window in windows:
        window.close()
