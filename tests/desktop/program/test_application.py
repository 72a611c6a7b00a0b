"""The whole program reacts to its windows, to other starts and to the system."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMessageBox,
    QPlainTextEdit,
    QRadioButton,
)
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named

from alcove.library import Library
from alcove.personal.window_settings import OnClose
from alcove_desktop.program.single_instance_client import be_first, request
from alcove_desktop.settings import SettingsWindow

from .conftest import Start

QUESTION = "Keep Alcove running"


def question() -> QMessageBox | None:
    """Return the question what closing means, while it is shown."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    boxes = [one for one in shown if isinstance(one, QMessageBox) and QUESTION in one.text()]
    return boxes[0] if boxes else None


def press(qtbot: QtBot, text: str) -> None:
    box = question()
    assert box is not None
    (button,) = (one for one in box.buttons() if one.text().replace("&", "") == text)
    assert isinstance(button, QAbstractButton)
    click: Callable[..., None] = qtbot.mouseClick
    click(button, Qt.MouseButton.LeftButton)


def remembered(qtbot: QtBot, library: Library, meaning: OnClose) -> None:
    qtbot.waitUntil(lambda: library.window_settings().on_close is meaning)


def test_closing_asks_once_what_it_means(qtbot: QtBot, start: Start, library: Library) -> None:
    program = start()
    program.window.close()
    assert program.window.isVisible()
    press(qtbot, "Keep running")
    qtbot.waitUntil(program.window.isHidden)
    remembered(qtbot, library, OnClose.STAY)
    program.window.raise_and_focus()
    program.window.close()
    assert program.window.isHidden()
    assert question() is None


def test_closing_can_mean_to_quit(qtbot: QtBot, start: Start, library: Library) -> None:
    program = start()
    program.window.close()
    with qtbot.waitSignal(program.ending):
        press(qtbot, "Quit")
    remembered(qtbot, library, OnClose.QUIT)
    with qtbot.waitSignal(program.ending):
        program.window.close()


def test_cancelling_changes_nothing(qtbot: QtBot, start: Start, library: Library) -> None:
    program = start()
    program.window.close()
    press(qtbot, "Cancel")
    assert program.window.isVisible()
    assert library.window_settings().on_close is OnClose.ASK


def test_the_query_of_a_second_start_is_answered_in_the_first(
    qtbot: QtBot, start: Start, library: Library
) -> None:
    program = start()
    program.window.hide()
    assert be_first(library.folder.root, request("ask", "type:pdf")) is None
    qtbot.waitUntil(program.window.isVisible)
    assert program.window.field.question.text() == "type:pdf"
    qtbot.waitUntil(lambda: program.window.results.list.row is not None, timeout=20_000)


def test_toggling_shows_the_window_and_hides_the_active_one(
    qtbot: QtBot, start: Start, library: Library
) -> None:
    program = start()
    qtbot.waitUntil(program.window.isActiveWindow)
    assert be_first(library.folder.root, request("toggle")) is None
    qtbot.waitUntil(program.window.isHidden)
    assert be_first(library.folder.root, request("toggle")) is None
    qtbot.waitUntil(program.window.isVisible)


def test_a_start_at_login_does_not_raise_the_window(
    qtbot: QtBot, start: Start, library: Library
) -> None:
    program = start()
    program.window.hide()
    assert be_first(library.folder.root, request("stay")) is None
    assert be_first(library.folder.root, request("quit")) is None
    with qtbot.waitSignal(program.ending):
        assert program.window.isHidden()


@pytest.mark.skipif(sys.platform == "win32", reason="there os.kill ends the process")
def test_the_systems_signal_ends_it(qtbot: QtBot, start: Start) -> None:
    program = start()
    with qtbot.waitSignal(program.ending):
        os.kill(os.getpid(), signal.SIGTERM)


def test_the_settings_are_shown_at_the_page_that_was_asked_for(qtbot: QtBot, start: Start) -> None:
    program = start()
    program.window.settings_asked.emit("privacy")
    (window,) = (one for one in windows() if one.isVisible())
    window.close()


def test_settings_closed_and_opened_keep_unsaved_input(
    qtbot: QtBot, start: Start, library: Library
) -> None:
    program = start()
    program.window.settings_asked.emit("exclusions")
    (window,) = (one for one in windows() if one.isVisible())
    named(window, QPlainTextEdit, "Rules for all folders").setPlainText("*.half")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    program.window.settings_asked.emit("exclusions")
    assert window.isVisible()
    assert named(window, QPlainTextEdit, "Rules for all folders").toPlainText() == "*.half"
    window.close()


def test_settings_opened_before_follow_a_later_answer(
    qtbot: QtBot, start: Start, library: Library
) -> None:
    program = start()
    program.window.settings_asked.emit("general")
    (window,) = (one for one in windows() if one.isVisible())
    window.close()
    program.window.close()
    press(qtbot, "Keep running")
    remembered(qtbot, library, OnClose.STAY)
    program.window.settings_asked.emit("general")
    qtbot.waitUntil(named(window, QRadioButton, "Keep running").isChecked)
    window.close()


def test_an_answer_that_cannot_be_stored_is_reported(
    qtbot: QtBot, start: Start, library: Library, tmp_path: Path
) -> None:
    program = start()
    program.window.close()
    # Replace it by a folder in one step: between two, other threads would create it again.
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link").replace(library.folder.personal)
    press(qtbot, "Keep running")
    qtbot.waitUntil(lambda: "personal data" in program.window.results.notice)


def test_the_window_is_restored_at_its_size(qtbot: QtBot, start: Start, library: Library) -> None:
    program = start()
    program.window.resize(700, 600)
    program.end()
    assert library.window_settings().geometry
    again = start()
    assert again.window.isVisible()
    assert (again.window.width(), again.window.height()) == (700, 600)


def windows() -> list[SettingsWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, SettingsWindow)]
