from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alcove_desktop.forms import CheckBox
from alcove_desktop.look import Appearance


def test_the_box_with_the_focus_has_a_ring_in_the_accent(look: Appearance, qtbot: QtBot) -> None:
    window, one, other = QWidget(), CheckBox(look, "Documents"), CheckBox(look, "Downloads")
    row = QHBoxLayout(window)
    row.addWidget(one)
    row.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    one.setFocus()
    qtbot.waitUntil(one.hasFocus)
    assert QColor(look.tokens.accent).rgb() in _colours_above_the_words(one)
    assert QColor(look.tokens.accent).rgb() not in _colours_above_the_words(other)


def _colours_above_the_words(check: CheckBox) -> set[int]:
    image = check.grab().toImage()
    return {image.pixelColor(x, 0).rgb() for x in range(image.width())}
