from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.settings.conftest import Opened

from alcove.documents.formats import Format
from alcove.library import Library
from alcove_desktop.forms import DropDown, Switch
from alcove_desktop.texts.format_names import name


def test_a_kind_is_switched_off_and_on(opened: Opened, library: Library, qtbot: QtBot) -> None:
    switch = named(opened("formats"), Switch, "Read Data (json)")
    qtbot.waitUntil(switch.isChecked)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.settings().without_types == ("json",))
    qtbot.waitUntil(lambda: not switch.isChecked())
    QTest.keyClick(switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: library.settings().without_types == ())


def test_a_limit_is_kept_and_the_usual_one_is_no_setting(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    limit = named(opened("formats"), DropDown, "Largest file of PDF")
    qtbot.waitUntil(lambda: limit.currentText() == "up to 200 MiB")
    QTest.keyClick(limit, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: library.settings().size_limits == {"pdf": 100 << 20})
    QTest.keyClick(limit, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: library.settings().size_limits == {})


def test_documents_are_counted_by_kind(opened: Opened, qtbot: QtBot) -> None:
    window = opened("formats")
    qtbot.waitUntil(lambda: "1 document" in words(window) or "documents" in words(window))


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({name(format_) for format_ in Format}) == len(Format)
