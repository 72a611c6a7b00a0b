from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.settings.conftest import Opened, ProgramAround

from alcove.library import Library
from alcove.personal.window_settings import OnClose, Theme, WindowSettings
from alcove_desktop.forms import DropDown, Switch

SHORTCUT = "Shortcut that shows the window"


def test_a_theme_is_kept_and_told(opened: Opened, library: Library, qtbot: QtBot) -> None:
    window = opened("general")
    with qtbot.waitSignal(window.window_changed) as changed:
        QTest.mouseClick(named(window, QRadioButton, "Dark"), Qt.MouseButton.LeftButton)
    assert changed.args == [WindowSettings(theme=Theme.DARK)]
    assert library.window_settings().theme is Theme.DARK


def test_a_text_size_is_chosen_with_the_keyboard(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("general")
    QTest.keyClick(named(window, DropDown, "Text size"), Qt.Key.Key_End)
    qtbot.waitUntil(lambda: library.window_settings().text_size == 200)


def test_what_closing_means_is_kept(opened: Opened, library: Library, qtbot: QtBot) -> None:
    window = opened("general")
    QTest.mouseClick(named(window, QRadioButton, "Quit"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.window_settings().on_close is OnClose.QUIT)


def test_the_tray_is_switched_off(opened: Opened, library: Library, qtbot: QtBot) -> None:
    window = opened("general")
    QTest.mouseClick(named(window, Switch, "Icon in the tray"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not library.window_settings().tray)


def test_start_at_login_is_asked_of_the_program(
    opened: Opened, program: ProgramAround, qtbot: QtBot
) -> None:
    switch = named(opened("general"), Switch, "Start at login")
    QTest.keyClick(switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.at_login)
    assert switch.isChecked()


def test_start_at_login_goes_back_where_it_cannot_be(
    opened: Opened, program: ProgramAround, qtbot: QtBot
) -> None:
    program.refusal = "that folder cannot be written"
    window = opened("general")
    switch = named(window, Switch, "Start at login")
    QTest.keyClick(switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "That folder cannot be written" in words(window))
    qtbot.waitUntil(lambda: not switch.isChecked())


def test_a_shortcut_is_taken_from_the_keys_that_are_pressed(
    opened: Opened, library: Library, program: ProgramAround, qtbot: QtBot
) -> None:
    window = opened("general")
    _press_shortcut(named(window, QKeySequenceEdit, SHORTCUT), qtbot)
    qtbot.waitUntil(lambda: library.window_settings().shortcut == "Ctrl+Alt+Space")
    assert program.shortcut == "Ctrl+Alt+Space"
    none = named(window, QPushButton, "No shortcut")
    qtbot.waitUntil(none.isEnabled)
    QTest.mouseClick(none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.window_settings().shortcut == "")
    assert program.shortcut == ""


def test_a_shortcut_that_is_refused_goes_back_and_says_why(
    opened: Opened, library: Library, program: ProgramAround, qtbot: QtBot
) -> None:
    program.refusal = "Another program has these keys."
    window = opened("general")
    keys = named(window, QKeySequenceEdit, SHORTCUT)
    _press_shortcut(keys, qtbot)
    qtbot.waitUntil(lambda: program.refusal in words(window))
    assert keys.keySequence().isEmpty()
    assert library.window_settings().shortcut == ""


def test_without_shortcuts_it_says_how_to_bind_one(opened: Opened, program: ProgramAround) -> None:
    program.shortcuts_available = False
    window = opened("general")
    assert "alcove-desktop --toggle" in words(window)
    assert not any(each.isVisible() for each in window.findChildren(QKeySequenceEdit))


def _press_shortcut(keys: QKeySequenceEdit, qtbot: QtBot) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(keys.editingFinished):
        QTest.keyClick(keys, Qt.Key.Key_Space, held)


def test_with_a_tray_nobody_is_asked_what_closing_means(opened: Opened) -> None:
    window = opened("general")
    assert named(window, QRadioButton, "Keep running").isChecked()
    assert "Ask" not in [each.text() for each in window.findChildren(QRadioButton)]


def test_without_a_tray_closing_asks(opened: Opened, program: ProgramAround) -> None:
    program.tray_available = False
    assert named(opened("general"), QRadioButton, "Ask").isChecked()


def test_keys_that_could_not_be_had_at_the_start_say_so_and_can_be_tried_again(
    opened: Opened, library: Library, program: ProgramAround, qtbot: QtBot
) -> None:
    library.change_window_settings(lambda now: replace(now, shortcut="Ctrl+Alt+Space"))
    program.shortcut_refused = "Another program uses this shortcut."
    window = opened("general")
    assert program.shortcut_refused in words(window)
    _press_shortcut(named(window, QKeySequenceEdit, SHORTCUT), qtbot)
    assert program.shortcut == "Ctrl+Alt+Space"
