"""The field takes what is typed; keys that concern the list go there, the rest stay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alcove.search import Mode
from alcove_desktop.look import Appearance
from alcove_desktop.window.query.field import SearchField

_Key = Qt.Key
_Control, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(look: Appearance, qtbot: QtBot) -> SearchField:
    field = SearchField(look)
    qtbot.addWidget(field)
    field.show()
    field.question.setFocus()
    return field


def test_what_is_typed_is_told_letter_by_letter(field: SearchField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.typed.connect(told.append)
    qtbot.keyClicks(field.question, "rent")
    assert told == ["r", "re", "ren", "rent"]


@pytest.mark.parametrize(
    ("key", "by"), [(_Key.Key_Down, 1), (_Key.Key_Up, -1), (_Key.Key_PageDown, 5)]
)
def test_up_and_down_choose_a_hit(field: SearchField, qtbot: QtBot, key: Qt.Key, by: int) -> None:
    with qtbot.waitSignal(field.moved) as moved:
        qtbot.keyClick(field.question, key)
    assert moved.args == [by]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (_Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (_Key.Key_Return, _Control),
        (_Key.Key_C, _Control),
        (_Key.Key_C, _Control | _Shift),
        (_Key.Key_D, _Control),
        (_Key.Key_Right, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_for_the_hit_reach_it(
    field: SearchField, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    qtbot.keyClicks(field.question, "rent")
    with qtbot.waitSignal(field.pressed):
        qtbot.keyClick(field.question, key, modifiers)


def test_selected_text_is_copied_as_anywhere(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.question, "rent")
    field.question.selectAll()
    with qtbot.assertNotEmitted(field.pressed):
        qtbot.keyClick(field.question, _Key.Key_C, _Control)
    assert QApplication.clipboard().text() == "rent"


def test_within_the_text_the_right_key_moves_the_caret(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.question, "rent")
    field.question.setCursorPosition(1)
    with qtbot.assertNotEmitted(field.pressed):
        qtbot.keyClick(field.question, _Key.Key_Right)
    assert field.question.cursorPosition() == 2


def test_a_click_chooses_how_to_search(field: SearchField, qtbot: QtBot) -> None:
    for mode in (Mode.WORDS, Mode.MEANING, Mode.BEST):
        with qtbot.waitSignal(field.modes.chosen) as chosen:
            field.modes.choose(mode)
        assert chosen.args == [mode]
        assert field.modes.mode is mode


def test_the_cross_empties_the_field(field: SearchField, qtbot: QtBot) -> None:
    assert field._clear.isHidden()
    qtbot.keyClicks(field.question, "rent")
    qtbot.mouseClick(field._clear, Qt.MouseButton.LeftButton)
    assert field.text == ""
    assert field._clear.isHidden()
