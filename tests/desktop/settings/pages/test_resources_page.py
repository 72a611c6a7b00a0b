from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.settings.conftest import Opened
from tests.desktop.told_link import ToldLink

from alcove.indexer import Activity, IndexerState, Pause
from alcove.library import Library
from alcove.personal import Pace
from alcove_desktop.forms import DropDown, SegmentedControl


def test_a_pace_is_kept_as_soon_as_it_is_clicked(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("resources")
    segments = named(window, SegmentedControl, "On battery")
    qtbot.waitUntil(lambda: segments.value() is Pace.SLOW)
    pause = next(b for b in segments.findChildren(QRadioButton) if b.text() == "Pause")
    QTest.mouseClick(pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.settings().on_battery is Pace.PAUSE)
    assert library.settings().when_busy is Pace.SLOW


def test_memory_is_chosen_with_the_keyboard(opened: Opened, library: Library, qtbot: QtBot) -> None:
    window = opened("resources")
    memory = named(window, DropDown, "Memory")
    qtbot.waitUntil(lambda: memory.value() == 1_500_000_000)
    QTest.keyClick(memory, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: library.settings().memory == 2_000_000_000)


def test_a_value_from_the_command_line_is_offered_as_well(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    library.change(lambda now: replace(now, memory=777_000_000))
    memory = named(opened("resources"), DropDown, "Memory")
    qtbot.waitUntil(lambda: memory.value() == 777_000_000)


def test_what_cannot_be_written_goes_back_and_says_why(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("resources")
    memory = named(window, DropDown, "Memory")
    qtbot.waitUntil(lambda: memory.value() == 1_500_000_000)
    library.folder.personal.write_bytes(b"no database at all" * 100)
    QTest.keyClick(memory, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "cannot be read or written" in words(window))
    assert memory.value() == 1_500_000_000


def test_changes_are_written_in_the_order_in_which_they_were_made(
    opened: Opened, library: Library, qtbot: QtBot
) -> None:
    window = opened("resources")
    memory = named(window, DropDown, "Memory")
    qtbot.waitUntil(lambda: memory.value() == 1_500_000_000)
    for _ in range(3):
        QTest.keyClick(memory, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: library.settings().memory == 4_000_000_000)
    qtbot.waitUntil(lambda: memory.value() == 4_000_000_000)


def test_the_indexer_is_paused_and_resumed(opened: Opened, link: ToldLink, qtbot: QtBot) -> None:
    window = opened("resources")
    assert not named(window, QPushButton, "Pause").isEnabled()
    link.tell(IndexerState(activity=Activity.READING))
    QTest.mouseClick(named(window, QPushButton, "Pause"), Qt.MouseButton.LeftButton)
    link.tell(IndexerState(activity=Activity.PAUSED, pause=Pause.ASKED))
    QTest.mouseClick(named(window, QPushButton, "Resume"), Qt.MouseButton.LeftButton)
    assert link.asked == ["pause", "resume"]
