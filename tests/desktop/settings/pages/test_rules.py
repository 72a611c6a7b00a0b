from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.settings.conftest import Opened

from alcove.library import Library
from alcove_desktop.forms import Switch

RULES = "Rules for all folders"


def test_a_line_says_what_it_would_hide_while_it_is_written(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("exclusions")
    QTest.keyClicks(named(window, QPlainTextEdit, RULES), "*.pdf")
    files = library.status().counts.files
    qtbot.waitUntil(lambda: f"of {files} files, such as" in words(window))
    assert ".pdf" in words(window)
    assert library.settings().patterns == ""


def test_rules_are_kept_when_the_user_says_so(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("exclusions")
    editor = named(window, QPlainTextEdit, RULES)
    QTest.keyClicks(editor, "*.pdf")
    QTest.mouseClick(named(window, QPushButton, "Apply"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.settings().patterns == "*.pdf")
    qtbot.waitUntil(lambda: "This line excludes" in words(window))
    assert "Apply" not in [b.text() for b in window.findChildren(QPushButton) if b.isVisible()]


def test_rules_can_be_taken_back(opened: Opened, library: Library, qtbot: QtBot) -> None:
    library.change(lambda now: replace(now, patterns="*.tmp"))
    window = opened("exclusions")
    editor = named(window, QPlainTextEdit, RULES)
    qtbot.waitUntil(lambda: editor.toPlainText() == "*.tmp")
    QTest.keyClicks(editor, "x")
    QTest.mouseClick(named(window, QPushButton, "Discard"), Qt.MouseButton.LeftButton)
    assert editor.toPlainText() == "*.tmp"


def test_a_line_that_means_nothing_is_named_and_not_kept(opened: Opened, qtbot: QtBot) -> None:
    window = opened("exclusions")
    editor = named(window, QPlainTextEdit, RULES)
    editor.setPlainText("fine\n[a")
    assert "Line 2 is not valid" in words(window)
    assert not named(window, QPushButton, "Apply").isEnabled()


def test_what_is_being_written_survives_a_change_from_elsewhere(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("exclusions")
    editor = named(window, QPlainTextEdit, RULES)
    QTest.keyClicks(editor, "mine")
    library.change(lambda now: replace(now, patterns="theirs"))
    hidden = named(window, Switch, "Search hidden files")
    QTest.mouseClick(hidden, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.settings().hidden)
    qtbot.waitUntil(hidden.isChecked)
    assert editor.toPlainText() == "mine"


def test_what_is_left_out_is_counted_by_its_rule(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("exclusions")
    nothing = not library.status().folders[0].excluded
    expected = "Nothing is excluded." if nothing else "hidden"
    qtbot.waitUntil(lambda: expected in words(window))
