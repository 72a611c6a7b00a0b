import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QTime, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.settings.conftest import Opened
from tests.desktop.told_link import ToldLink

from alcove.index.counts import FolderState
from alcove.indexer import Activity, FolderHealth, IndexerState
from alcove.library import Library
from alcove_desktop.settings.pages.folders.page import FoldersPage
from alcove_desktop.texts import folders


def test_each_folder_says_where_it_lies_and_how_many_files_there_are(
    opened: Opened, library: Library, documents: Path, qtbot: QtBot
) -> None:
    window = opened("folders")
    count = library.status().folders[0].files
    qtbot.waitUntil(lambda: f"{count} files" in words(window))
    assert str(documents) in words(window)


def test_a_folder_says_that_it_is_watched(
    opened: Opened, link: ToldLink, documents: Path, qtbot: QtBot
) -> None:
    window = opened("folders")
    watched = {str(documents): FolderHealth(watched=True)}
    link.tell(IndexerState(activity=Activity.IDLE, folders=watched))
    qtbot.waitUntil(lambda: "watched" in words(window))


def test_a_folder_is_added_in_a_dialog(
    opened: Opened, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "More").mkdir()
    window = opened("folders")
    QTest.mouseClick(named(window, QPushButton, "Add a folder…"), Qt.MouseButton.LeftButton)
    _pick(window.findChild(QFileDialog), tmp_path / "More")
    qtbot.waitUntil(lambda: os.fsencode(tmp_path / "More") in library.settings().folders)
    qtbot.waitUntil(lambda: str(tmp_path / "More") in words(window))


def test_a_folder_is_added_by_dropping_it(
    opened: Opened, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Dropped").mkdir()
    (tmp_path / "file.txt").write_text("no folder")
    page = opened("folders").findChild(FoldersPage)
    assert page is not None
    _drop(page, tmp_path / "Dropped", tmp_path / "file.txt")
    qtbot.waitUntil(lambda: os.fsencode(tmp_path / "Dropped") in library.settings().folders)
    assert os.fsencode(tmp_path / "file.txt") not in library.settings().folders


def test_a_folder_is_removed_after_a_question(
    opened: Opened, library: Library, documents: Path, qtbot: QtBot
) -> None:
    window = opened("folders")
    name = f"Remove {documents.name}"
    qtbot.waitUntil(lambda: name in _seen(window))
    QTest.mouseClick(named(window, QPushButton, name), Qt.MouseButton.LeftButton)
    count = library.status().folders[0].files
    assert f"{count} files will be removed from the index" in words(window)
    deed = named(window, QPushButton, "Remove from the library")
    QTest.mouseClick(deed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.settings().folders == ())
    qtbot.waitUntil(lambda: str(documents) not in words(window))
    assert library.status().counts.files == 0


def test_a_folder_is_kept_on_second_thought(
    opened: Opened, library: Library, documents: Path, qtbot: QtBot
) -> None:
    window = opened("folders")
    name = f"Remove {documents.name}"
    qtbot.waitUntil(lambda: name in _seen(window))
    QTest.mouseClick(named(window, QPushButton, name), Qt.MouseButton.LeftButton)
    back = named(window, QPushButton, "Keep it")
    assert back.hasFocus()
    QTest.keyClick(back, Qt.Key.Key_Escape)
    assert not back.isVisible()
    assert window.isVisible()
    assert library.settings().folders == (os.fsencode(documents),)


def test_a_folder_has_rules_of_its_own(
    opened: Opened, library: Library, documents: Path, qtbot: QtBot
) -> None:
    window = opened("folders")
    name = f"Rules for {documents.name}"
    qtbot.waitUntil(lambda: name in _seen(window))
    QTest.mouseClick(named(window, QPushButton, name), Qt.MouseButton.LeftButton)
    editor = named(window, QPlainTextEdit, name)
    QTest.keyClicks(editor, "drafts/")
    keep = named(window, QPushButton, "Apply")
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: library.settings().folder_patterns == {os.fsencode(documents): "drafts/"}
    )


@pytest.mark.parametrize(
    ("health", "said"),
    [
        (None, "12,431 files"),
        (FolderHealth(watched=True), "12,431 files · watched"),
        (
            FolderHealth(watched=False, reason="network drive"),
            "12,431 files · scanned every two minutes: network drive",
        ),
        (
            FolderHealth(watched=False, missing=True),
            "Not available right now. Nothing was deleted.",
        ),
    ],
)
def test_the_state_of_a_folder_in_words(health: FolderHealth | None, said: str) -> None:
    assert folders.state(FolderState(b"/a", 12_431, 1.0, None, {}), health) == said


def test_a_missing_folder_says_since_when() -> None:
    noon = datetime(2026, 5, 3, 12, tzinfo=UTC).timestamp()
    said = folders.state(FolderState(b"/a", 3, 1.0, noon, {}), None)
    assert said == "Not available since 3 May 2026. Nothing was deleted."


def test_of_a_folder_that_went_today_the_time_is_told() -> None:
    now = datetime.now(UTC).astimezone()
    said = folders.state(FolderState(b"/media/stick", 3, 0, now.timestamp(), {}), None)
    time = QLocale().toString(QTime(now.hour, now.minute), QLocale.FormatType.ShortFormat)
    assert said == f"Not available since {time}. Nothing was deleted."


def _seen(window: QWidget) -> list[str]:
    return [b.accessibleName() for b in window.findChildren(QPushButton) if b.isVisible()]


def _pick(dialog: object, path: Path) -> None:
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def _drop(page: FoldersPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(QPoint(20, 20))
    page.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, left, none))
