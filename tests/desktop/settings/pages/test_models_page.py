from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.settings.conftest import Opened
from tests.desktop.told_link import ToldLink

from alcove.indexer import Activity, IndexerState
from alcove.library import Library
from alcove_desktop.settings import SettingsWindow
from alcove_desktop.settings.pages.models.entry import ModelEntry
from alcove_desktop.settings.pages.models.model_import import ModelImport

BUNDLED = "all-MiniLM-L6-v2"


def test_the_model_that_serves_says_so(opened: Opened, qtbot: QtBot) -> None:
    window = opened("models")
    qtbot.waitUntil(lambda: "In use for searches." in words(window))
    assert BUNDLED in words(window)
    assert "384 dimensions" in words(window)


def test_a_folder_that_is_no_model_is_refused_with_the_file_named(
    opened: Opened, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "no-model").mkdir()
    window = opened("models")
    taking_in = window.findChild(ModelImport)
    assert taking_in is not None
    taking_in.take_in(bytes(tmp_path / "no-model"))
    assert named(window, QPushButton, "Stop").isEnabled()
    qtbot.waitUntil(lambda: "config.json" in words(window) or "modules.json" in words(window))
    assert named(window, QPushButton, "Choose a folder…").isEnabled()
    assert [model.manifest.name for model in library.models.known()] == [BUNDLED]


def taking_over(
    opened: Opened, library: Library, qtbot: QtBot
) -> tuple[SettingsWindow, ModelEntry]:
    """The page while a model is to take over from another one, and that model's entry."""
    window = opened("models")
    qtbot.waitUntil(lambda: "In use for searches." in words(window))
    entry = window.findChild(ModelEntry)
    assert entry is not None
    entry.show_model(library.models.known()[0], serves=False, wanted=True)
    return window, entry


def test_another_model_shows_its_progress_until_it_takes_over(
    opened: Opened, library: Library, link: ToldLink, qtbot: QtBot
) -> None:
    window, _ = taking_over(opened, library, qtbot)
    link.tell(IndexerState(activity=Activity.CHANGING, done=30, total=120))
    bar = named(window, QProgressBar, "Progress of the change of model")
    assert (bar.value(), bar.maximum()) == (30, 120)
    assert "30 of 120" in words(window)


def test_a_model_that_cannot_take_over_says_why(
    opened: Opened, library: Library, link: ToldLink, qtbot: QtBot
) -> None:
    window, entry = taking_over(opened, library, qtbot)
    link.tell(IndexerState(activity=Activity.IDLE, error="/m/model.bin is missing"))
    assert "/m/model.bin is missing" in words(window)
    assert not any(bar.isVisible() for bar in entry.findChildren(QProgressBar))
