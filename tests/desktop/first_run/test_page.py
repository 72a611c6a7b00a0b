import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.cut_off import cut_off
from tests.desktop.finding import named, words

from alcove.library import Library
from alcove.library.new_folders.folder_size import FolderSize
from alcove.personal.window_settings import Theme
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.first_run import FirstRun
from alcove_desktop.first_run.time_estimate import in_words
from alcove_desktop.forms import CheckBox
from alcove_desktop.look import Appearance

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with documents and downloads."""
    home = tmp_path / "somebody"
    for folder, count in (("Documents", 3), ("Downloads", 2)):
        (home / folder).mkdir(parents=True)
        for number in range(count):
            (home / folder / f"{number}.txt").write_text("A letter about the garden.")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    return home


@pytest.fixture
def first_run(
    home: Path, empty_library: Library, workers: WorkerPool, look: Appearance, qtbot: QtBot
) -> Iterator[FirstRun]:
    first_run = FirstRun(empty_library, workers=workers, look=look)
    qtbot.addWidget(first_run)
    first_run.resize(1000, 700)
    first_run.show()
    first_run.activateWindow()
    qtbot.waitUntil(first_run.isActiveWindow)
    yield first_run
    first_run.close()


def test_suggested_folders_are_offered_with_their_sizes(first_run: FirstRun, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "3 documents" in words(first_run))
    qtbot.waitUntil(lambda: "2 documents" in words(first_run))
    assert named(first_run, CheckBox, "Documents").isChecked()
    assert not named(first_run, CheckBox, "Downloads").isChecked()


def test_dropped_folders_are_offered(first_run: FirstRun, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "Dropped").mkdir()
    (tmp_path / "letter.txt").write_text("no folder")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("letter.txt", "Dropped")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, left, none)
    first_run.dropEvent(event)
    qtbot.waitUntil(lambda: bool(_boxes(first_run, "Dropped")))
    assert named(first_run, CheckBox, "Dropped").isChecked()
    assert not _boxes(first_run, "letter.txt")


def _boxes(first_run: FirstRun, name: str) -> list[CheckBox]:
    return [
        box
        for box in first_run.findChildren(CheckBox)
        if name in (box.text(), box.accessibleName())
    ]


def test_the_estimate_follows_the_chosen_folders(first_run: FirstRun, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "3 documents, all of them ready in" in words(first_run))
    qtbot.waitUntil(lambda: "2 documents" in words(first_run))
    QTest.keyClick(named(first_run, CheckBox, "Downloads"), Qt.Key.Key_Space)
    assert "5 documents, all of them ready in" in words(first_run)


def test_start_adds_the_chosen_folders(
    first_run: FirstRun, empty_library: Library, home: Path, qtbot: QtBot
) -> None:
    start = named(first_run, QPushButton, "Start")
    qtbot.waitUntil(start.isEnabled)
    with qtbot.waitSignal(first_run.started):
        QTest.mouseClick(start, LEFT)
    assert empty_library.settings().folders == (os.fsencode(home / "Documents"),)


def test_start_is_disabled_without_a_chosen_folder(first_run: FirstRun, qtbot: QtBot) -> None:
    start = named(first_run, QPushButton, "Start")
    qtbot.waitUntil(start.isEnabled)
    QTest.keyClick(named(first_run, CheckBox, "Documents"), Qt.Key.Key_Space)
    assert not start.isEnabled()
    assert "Choose at least one folder." in words(first_run)


def test_another_folder_is_added_and_checked(
    first_run: FirstRun, empty_library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Theses").mkdir()
    (tmp_path / "Theses" / "a.md").write_text("# A thesis")
    start = named(first_run, QPushButton, "Start")
    qtbot.waitUntil(start.isEnabled)
    first_run.add(os.fsencode(tmp_path / "Theses"))
    qtbot.waitUntil(lambda: "1 document\n" in words(first_run))
    with qtbot.waitSignal(first_run.started):
        QTest.mouseClick(start, LEFT)
    assert os.fsencode(tmp_path / "Theses") in empty_library.settings().folders


def test_a_folder_that_cannot_be_read_says_so(
    first_run: FirstRun, tmp_path: Path, qtbot: QtBot
) -> None:
    first_run.add(os.fsencode(tmp_path / "not there"))
    qtbot.waitUntil(lambda: "cannot be read" in words(first_run))
    assert not named(first_run, CheckBox, "not there").isChecked()


def test_tab_goes_down_the_page(first_run: FirstRun, tmp_path: Path, qtbot: QtBot) -> None:
    start = named(first_run, QPushButton, "Start")
    qtbot.waitUntil(start.isEnabled)
    (tmp_path / "Theses").mkdir()
    first_run.add(os.fsencode(tmp_path / "Theses"))
    qtbot.waitUntil(lambda: named(first_run, CheckBox, "Theses").isChecked())
    named(first_run, CheckBox, "Documents").setFocus()
    passed: list[str] = []
    while start.text() not in passed:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QAbstractButton)
        passed.append(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == ["Documents", "Downloads", "Theses", "Add another folder…", "Start"]


def test_return_starts(first_run: FirstRun, empty_library: Library, qtbot: QtBot) -> None:
    start = named(first_run, QPushButton, "Start")
    qtbot.waitUntil(start.isEnabled)
    start.setFocus()
    with qtbot.waitSignal(first_run.started):
        QTest.keyClick(start, Qt.Key.Key_Return)
    assert empty_library.settings().folders != ()


def test_a_write_error_is_shown(first_run: FirstRun, empty_library: Library, qtbot: QtBot) -> None:
    start = named(first_run, QPushButton, "Start")
    qtbot.waitUntil(lambda: "3 documents, all of them" in words(first_run))
    qtbot.waitUntil(lambda: "2 documents" in words(first_run))
    empty_library.folder.personal.write_bytes(b"no database at all" * 100)
    QTest.mouseClick(start, LEFT)
    qtbot.waitUntil(lambda: "cannot be read or written" in words(first_run))
    assert start.isEnabled()


@pytest.mark.parametrize("text_size", [80, 100, 200])
def test_nothing_is_cut_off(
    first_run: FirstRun, look: Appearance, qtbot: QtBot, text_size: int
) -> None:
    look.choose(Theme.LIGHT, text_size)
    qtbot.waitUntil(lambda: "3 documents, all of them" in words(first_run))
    qtbot.waitUntil(lambda: cut_off(first_run) == [])


def test_the_estimate_says_when_words_and_when_meaning_can_be_searched() -> None:
    size = FolderSize(
        files=9000, documents=9000, bytes=10**9, by_type={"md": 9000}, bytes_by_type={"md": 10**9}
    )
    said = in_words([size])
    assert said.startswith("9,000 documents.")
    assert "meaning in about" in said


def test_the_estimate_waits_for_folders_being_measured() -> None:
    assert in_words([FolderSize(), None]) == "Counting the documents in these folders …"
