"""The health window over a library in which some files could not be read."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from tests.desktop.told_link import ToldLink

from alcove.library import Library
from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.health import HealthWindow
from alcove_desktop.look import Appearance
from alcove_desktop.opening.opener import Opener


class KeptOpener(QObject):
    """A fake opener that records requests."""

    failed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, bytes]] = []

    def open(self, path: bytes) -> None:
        self.asked.append(("open", path))

    def reveal(self, path: bytes) -> None:
        self.asked.append(("reveal", path))


@pytest.fixture(scope="session")
def troubled_once(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Path:
    """The folder of a library with four files that gave no text, and one that did."""
    top = tmp_path_factory.mktemp("troubled")
    folder = top / "Papers"
    folder.mkdir()
    for name in ("one.pdf", "two.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4 and nothing that follows the format")
    (folder / "blank.txt").write_bytes(b"")
    (folder / "firmware.blob").write_bytes(bytes(range(256)) * 8)
    (folder / "fine.txt").write_text("A letter about the garden.")
    (top / "library").mkdir(mode=0o700)
    shutil.copytree(models, top / "library" / "models")
    library = Library(top / "library")
    library.update([os.fsencode(folder)], tell=lambda _: None, cancel=threading.Event())
    return top / "library"


@pytest.fixture
def troubled(tmp_path: Path, troubled_once: Path) -> Library:
    """A library of one's own with four files that gave no text, and one that did."""
    ignore = shutil.ignore_patterns("*.sock")
    shutil.copytree(troubled_once, tmp_path / "library", ignore=ignore)
    return Library(tmp_path / "library")


@pytest.fixture
def opener(qapp: object) -> KeptOpener:
    return KeptOpener()


Shown = Callable[[Library], HealthWindow]


@pytest.fixture
def shown(
    workers: WorkerPool, link: ToldLink, opener: KeptOpener, look: Appearance, qtbot: QtBot
) -> Iterator[Shown]:
    """Opens the window over a library, and closes it in the end."""
    windows: list[HealthWindow] = []

    def show(library: Library) -> HealthWindow:
        window = HealthWindow(
            library,
            workers=workers,
            link=cast(IndexerLink, link),
            look=look,
            opener=cast(Opener, opener),
        )
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    for window in windows:
        window.close()
