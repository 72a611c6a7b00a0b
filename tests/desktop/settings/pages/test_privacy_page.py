import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.settings.conftest import Opened

from alcove.library import Library
from alcove_desktop.forms import DropDown, Switch
from alcove_desktop.settings.pages.privacy.kept_records import KeptRecords
from alcove_desktop.settings.pages.privacy.report_window import ReportWindow

LEFT = Qt.MouseButton.LeftButton


def test_questions_are_deleted_with_a_receipt(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    for query in ("how high is the rent", "birch trees in autumn"):
        library.note_asked(query, "best")
    window = opened("privacy")
    qtbot.waitUntil(lambda: "2 questions are kept." in words(window))
    questions = window.findChildren(KeptRecords)[0]
    QTest.mouseClick(named(questions, QPushButton, "Delete all"), LEFT)
    deed = [b for b in questions.findChildren(QPushButton) if b.property("kind") == "danger"]
    QTest.mouseClick(deed[0], LEFT)
    qtbot.waitUntil(lambda: "2 deleted." in words(window))
    assert "found no trace" in words(window)
    assert library.history() == []


def test_remembering_questions_is_switched_off(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    switch = named(opened("privacy"), Switch, "Remember questions")
    qtbot.waitUntil(switch.isChecked)
    QTest.mouseClick(switch, LEFT)
    qtbot.waitUntil(lambda: not library.settings().history)


def test_noting_what_is_opened_is_switched_on(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("privacy")
    qtbot.waitUntil(named(window, Switch, "Remember questions").isChecked)
    QTest.mouseClick(named(window, Switch, "Note which results you open"), LEFT)
    qtbot.waitUntil(lambda: library.settings().judgments)


def test_a_folder_is_forgotten(
    opened: Opened, library: Library, documents: Path, qtbot: QtBot
) -> None:
    window = opened("privacy")
    forget = named(window, QPushButton, "Forget this folder")
    qtbot.waitUntil(forget.isEnabled)
    QTest.mouseClick(forget, LEFT)
    assert documents.name in words(window)
    deed = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text() == "Forget"]
    QTest.mouseClick(deed[-1], LEFT)
    qtbot.waitUntil(lambda: os.fsencode(documents) not in library.settings().folders)
    qtbot.waitUntil(lambda: not forget.isEnabled())


def test_the_folder_that_was_asked_about_is_forgotten(
    opened: Opened, library: Library, documents: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "other").mkdir()
    library.add([os.fsencode(tmp_path / "other")])
    window = opened("privacy")
    forget = named(window, QPushButton, "Forget this folder")
    qtbot.waitUntil(forget.isEnabled)
    choice = named(window, DropDown, "Folder to forget")
    choice.show_value(os.fsencode(documents))
    QTest.mouseClick(forget, LEFT)
    choice.show_value(os.fsencode(tmp_path / "other"))
    deed = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text() == "Forget"]
    QTest.mouseClick(deed[-1], LEFT)
    qtbot.waitUntil(lambda: os.fsencode(documents) not in library.settings().folders)
    assert library.settings().folders == (os.fsencode(tmp_path / "other"),)


def test_the_report_is_shown_and_saved(
    opened: Opened, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    library.note_asked("how high is the rent", "best")
    window = opened("privacy")
    QTest.mouseClick(named(window, QPushButton, "Show the report"), LEFT)
    report = window.findChild(ReportWindow)
    assert report is not None
    text = named(report, QPlainTextEdit, "Report")
    qtbot.waitUntil(lambda: "Questions: 1" in text.toPlainText())
    assert str(library.folder.index) in text.toPlainText()
    assert "how high is the rent" not in text.toPlainText()
    report.save(str(tmp_path / "report.txt"))
    qtbot.waitUntil(lambda: "Saved." in words(report))
    assert (tmp_path / "report.txt").read_text() == text.toPlainText() + "\n"
    report.close()
