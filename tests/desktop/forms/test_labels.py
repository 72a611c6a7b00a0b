import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alcove_desktop.forms import button, side_by_side


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_the_button_with_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    one, other = button("One"), button("Other", "primary")
    window = _shown(side_by_side(one, other), qtbot)
    pressed: list[str] = []
    for each in (one, other):
        each.clicked.connect(lambda _=False, each=each: pressed.append(each.text()))
    one.setFocus()
    QTest.keyClick(window.focusWidget(), key)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), key)
    assert pressed == ["One", "Other"]


def _shown(window: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
