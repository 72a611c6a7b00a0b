"""Chips show the filters of the question and write them into it; the rest of it stays."""

import os
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from alcove.search import parse
from alcove_desktop.look import Appearance
from alcove_desktop.results.model import SortOrder
from alcove_desktop.window.query.chip import Chip
from alcove_desktop.window.query.filter_chips import FilterChips

FOLDERS = (b"/home/eva/Documents", b"/home/eva/Mail")


@pytest.fixture
def chips(look: Appearance, qtbot: QtBot) -> FilterChips:
    chips = FilterChips()
    qtbot.addWidget(chips)
    chips.show()
    return chips


def ask(chips: FilterChips, typed: str) -> None:
    chips.read(typed, parse(typed), FOLDERS)


def choose(chip: Chip, text: str) -> None:
    chip.menu().aboutToShow.emit()
    (action,) = [one for one in chip.menu().actions() if one.text() == text]
    action.trigger()


def test_without_filters_all_are_quiet(chips: FilterChips) -> None:
    ask(chips, "rent")
    texts = [chips._type.text(), chips._folder.text(), chips._time.text(), chips._sort.text()]
    assert texts == ["Any type", "Any folder", "Any time", "Sort: relevance"]
    assert not any(chip.isVisible() for chip in chips._others.values())


@pytest.mark.parametrize(
    ("typed", "name", "text"),
    [
        ("type:pdf,word rent", "_type", "PDF, Word ×"),
        ("type:docx rent", "_type", "Word ×"),
        ("folder:/home/eva/Mail rent", "_folder", "Mail ×"),
        ("folder:work rent", "_folder", "work ×"),
        ("since:7d rent", "_time", "Past week ×"),
        ("since:2025-03-01 until:2025-03-31", "_time", "1 Mar 2025 – 31 Mar 2025 ×"),
        ("since:2025-03-01", "_time", "Since 1 Mar 2025 ×"),
        ("until:2025-03", "_time", "Until 31 Mar 2025 ×"),
    ],
)
def test_a_filter_that_was_typed_is_shown(
    chips: FilterChips, typed: str, name: str, text: str
) -> None:
    ask(chips, typed)
    assert getattr(chips, name).text() == text
    assert getattr(chips, name).property("active") is True


def test_other_filters_get_chips_of_their_own(chips: FilterChips) -> None:
    ask(chips, "rent lang:de name:report similar:/home/eva/a.pdf")
    texts = {chip.text() for chip in chips._others.values() if chip.isVisible()}
    assert texts == {"Language: de ×", "Name: report ×", "Similar to: a.pdf ×"}


def test_a_kind_is_added_and_taken_away_through_the_menu(chips: FilterChips, qtbot: QtBot) -> None:
    ask(chips, 'the "fixed rent" type:pdf')
    with qtbot.waitSignal(chips.changed) as changed:
        choose(chips._type, "Word")
    assert changed.args == ['the "fixed rent" type:pdf,word']
    with qtbot.waitSignal(chips.changed) as changed:
        choose(chips._type, "PDF")
    assert changed.args == ['the "fixed rent"']


def test_a_folder_of_the_library_is_chosen(chips: FilterChips, qtbot: QtBot) -> None:
    ask(chips, "rent")
    with qtbot.waitSignal(chips.changed) as changed:
        chips.put_folder(FOLDERS[1])
    assert changed.args == [f"rent folder:{os.fsdecode(FOLDERS[1])}"]


def test_a_span_of_time_replaces_another(chips: FilterChips, qtbot: QtBot) -> None:
    ask(chips, "rent since:2024 until:2025")
    with qtbot.waitSignal(chips.changed) as changed:
        choose(chips._time, "Past month")
    assert changed.args == ["rent since:1m"]


def test_a_click_on_the_cross_takes_the_filter_away(chips: FilterChips, qtbot: QtBot) -> None:
    ask(chips, "rent type:pdf since:7d")
    right = QPoint(chips._type.width() - 8, chips._type.height() // 2)
    with qtbot.waitSignal(chips.changed) as changed:
        qtbot.mouseClick(chips._type, Qt.MouseButton.LeftButton, pos=right)
    assert changed.args == ["rent since:7d"]


def test_delete_takes_the_filter_away_by_keyboard(chips: FilterChips, qtbot: QtBot) -> None:
    ask(chips, "rent since:2024 until:2025")
    with qtbot.waitSignal(chips.changed) as changed:
        qtbot.keyClick(chips._time, Qt.Key.Key_Delete)
    assert changed.args == ["rent"]


def test_another_order_is_chosen_and_taken_back(chips: FilterChips, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chips.order_chosen) as chosen:
        choose(chips._sort, "Sort: newest first")
    assert chosen.args == [SortOrder.NEWEST]
    with qtbot.waitSignal(chips.order_chosen) as chosen:
        qtbot.keyClick(chips._sort, Qt.Key.Key_Delete)
    assert chosen.args == [SortOrder.RELEVANCE]


def test_the_name_of_a_folder_is_no_shortcut(chips: FilterChips) -> None:
    ask(chips, "folder:R&D")
    assert chips._folder.text() == "R&&D ×"
    assert chips._folder.accessibleName() == "Folder: R&D"


def test_where_there_is_little_room_chips_go_on_in_the_next_line(chips: FilterChips) -> None:
    ask(chips, "rent lang:de name:report")
    chips.resize(chips.sizeHint())
    seen = [one for one in chips.findChildren(Chip) if one.isVisible()]
    assert len({one.y() for one in seen}) == 1
    chips.resize(300, chips.heightForWidth(300))
    assert len({one.y() for one in seen}) > 1
    assert all(chips.rect().contains(one.geometry()) for one in seen)
    places = [one.geometry() for one in seen]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_a_long_value_is_cut_in_the_middle_and_told_in_full(chips: FilterChips) -> None:
    value = "quarterly_report_of_the_northern_branches_2025"
    ask(chips, f"name:{value}")
    (chip,) = [one for one in chips._others.values() if one.isVisible()]
    assert "…" in chip.text()
    assert value in chip.toolTip()
    assert value in chip.accessibleName()
