import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alcove_desktop.forms import ElidedLabel, button, side_by_side


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


def test_a_tip_shows_a_path_as_it_is(qtbot: QtBot) -> None:
    name = "a very long folder/<b>new</b>/<i>letter</i>.pdf"
    shown = ElidedLabel(name)
    qtbot.addWidget(shown)
    shown.resize(40, 20)
    QApplication.sendEvent(shown, QEvent(QEvent.Type.ToolTip))
    document = QTextDocument()
    document.setHtml(shown.toolTip())
    assert document.toPlainText() == name


def _shown(window: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
