"""What tests of the window may use: a small library, the look, and a watch over what is left."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded; end-to-end tests start their own

import gc
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken
from tests.desktop.made_documents import make_documents
from tests.desktop.told_link import ToldLink

from alcove.library import Library
from alcove.personal.window_settings import Theme
from alcove_desktop.background import WorkerPool
from alcove_desktop.look import Appearance
from alcove_desktop.texts.translation import install

_PATIENCE = 10.0  # seconds


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dozen real documents; not to be changed."""
    return make_documents(tmp_path_factory.mktemp("home") / "Documents")


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, models: Path, documents: Path) -> Path:
    """A library's folder in which all documents can be found by meaning; not to be changed."""
    root = tmp_path_factory.mktemp("indexed") / "library"
    root.mkdir(mode=0o700)
    shutil.copytree(models, root / "models")
    index_folder(Library(root), documents)
    return root


@pytest.fixture(scope="session")
def index() -> Callable[[Library, Path], None]:
    """What adds a folder to a library and waits until all of it can be found."""
    return index_folder


def index_folder(library: Library, folder: Path) -> None:
    library.update([os.fsencode(folder)], tell=lambda _: None, cancel=threading.Event())


@pytest.fixture
def library(tmp_path: Path, indexed: Path) -> Library:
    """A library of one's own with the documents in it."""
    shutil.copytree(indexed, tmp_path / "library", ignore=shutil.ignore_patterns("*.sock"))
    return Library(tmp_path / "library")


@pytest.fixture
def empty_library(tmp_path: Path, models: Path) -> Library:
    """A library that wants no folder yet."""
    root = tmp_path / "library"
    root.mkdir(mode=0o700)
    shutil.copytree(models, root / "models")
    return Library(root)


@pytest.fixture(autouse=True, scope="session")
def english(qapp: QApplication) -> None:
    """The interface speaks English, whatever the system does."""
    install(qapp, "en")


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Appearance]:
    """The light look at its usual size."""
    look = Appearance(qapp)
    look.choose(Theme.LIGHT, 100)
    yield look
    Shiboken.delete(look)


@pytest.fixture
def workers(qapp: QApplication) -> Iterator[WorkerPool]:
    """What fetches beside the GUI thread."""
    workers = WorkerPool()
    yield workers
    workers.close()


@pytest.fixture
def link(qapp: QApplication) -> ToldLink:
    """A link that tells what a test wants it to."""
    return ToldLink()


@pytest.fixture(autouse=True, scope="module")
def light_collections() -> None:
    """Let `nothing_left` look through what is new alone; with torch loaded, all takes .2 s."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """No thread, process, timer or window outlives its test."""
    threads = set(threading.enumerate())
    children = set(psutil.Process().children(recursive=True))
    yield
    _wait_until(lambda: _left(threads, children) == [])
    assert _left(threads, children) == []


def _left(threads: set[threading.Thread], children: set[psutil.Process]) -> list[object]:
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    now = set(psutil.Process().children(recursive=True))
    timers = [
        one for one in Shiboken.getAllValidWrappers() if isinstance(one, QTimer) and one.isActive()
    ]
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [*(set(threading.enumerate()) - threads), *(now - children), *timers, *windows]


def _wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
