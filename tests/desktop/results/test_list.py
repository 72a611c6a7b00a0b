"""The list shows hits, keeps the selection, expands rows, and emits requested actions."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from alcove.documents.formats import Format
from alcove.search import Answer, Searcher
from alcove_desktop.look import Appearance
from alcove_desktop.results import HitAction, ResultsList
from alcove_desktop.results.hit_actions import citation
from alcove_desktop.results.menu import build_menu
from alcove_desktop.results.model import SortOrder
from alcove_desktop.results.row_texts import spot
from alcove_desktop.results.rows import ResultRow, rows_of

from .conftest import Ask

RENT = "may the owner ask for more money before the lease ends"
_Key = Qt.Key
_Control, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hits(look: Appearance, qtbot: QtBot) -> ResultsList:
    hits = ResultsList(look)
    qtbot.addWidget(hits)
    hits.resize(520, 640)
    hits.show()
    return hits


def paths(hits: ResultsList) -> list[bytes]:
    rows = (hits.results.row(at) for at in range(hits.results.rowCount()))
    return [row.hit.path for row in rows if row]


def test_the_first_hit_is_chosen(hits: ResultsList, ask: Ask, qtbot: QtBot) -> None:
    answer = ask(RENT)
    with qtbot.waitSignal(hits.chosen) as chosen:
        hits.show_answer(answer)
    assert chosen.args[0].hit == answer.hits[0]
    assert paths(hits) == [hit.path for hit in answer.hits]


def test_keys_choose_other_hits(hits: ResultsList, ask: Ask, qtbot: QtBot) -> None:
    hits.show_answer(ask(RENT))
    qtbot.keyClick(hits, _Key.Key_Down)
    assert hits.currentIndex().row() == 1
    qtbot.keyClick(hits, _Key.Key_Up)
    with qtbot.waitSignal(hits.leaving_upwards):
        qtbot.keyClick(hits, _Key.Key_Up)


def test_a_better_answer_to_the_same_question_keeps_what_was_chosen(
    hits: ResultsList, ask: Ask
) -> None:
    answer = ask(RENT)
    hits.show_answer(answer)
    hits.step(2)
    before = hits.row
    hits.show_answer(ask(RENT))
    assert before is not None
    assert hits.row is not None
    assert hits.row.hit.path == before.hit.path
    hits.show_answer(ask("telescope"))
    assert hits.currentIndex().row() == 0


@pytest.mark.parametrize(
    ("key", "modifiers", "act"),
    [
        (_Key.Key_Return, Qt.KeyboardModifier.NoModifier, HitAction.OPEN),
        (_Key.Key_Return, _Control, HitAction.SHOW_IN_FOLDER),
        (_Key.Key_C, _Control, HitAction.COPY_PATH),
        (_Key.Key_C, _Control | _Shift, HitAction.COPY_CITATION),
        (_Key.Key_D, _Control, HitAction.FIND_SIMILAR),
        (_Key.Key_I, _Control, HitAction.WHY),
    ],
)
def test_a_key_says_what_is_to_be_done_with_the_chosen_hit(
    hits: ResultsList,
    ask: Ask,
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    act: HitAction,
) -> None:
    hits.show_answer(ask(RENT))
    with qtbot.waitSignal(hits.asked) as asked:
        qtbot.keyClick(hits, key, modifiers)
    assert asked.args == [act, hits.row]


def test_keys_of_the_numeric_keypad_are_keys(hits: ResultsList, ask: Ask, qtbot: QtBot) -> None:
    hits.show_answer(ask(RENT))
    with qtbot.waitSignal(hits.asked) as asked:
        qtbot.keyClick(hits, _Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert asked.args == [HitAction.OPEN, hits.row]


def test_a_menu_is_that_of_the_row_for_which_it_was_opened(
    hits: ResultsList, ask: Ask, qtbot: QtBot
) -> None:
    hits.show_answer(ask(RENT))
    row, place = hits.row, hits.visualRect(hits.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, hits.mapToGlobal(place))
    hits.contextMenuEvent(event)
    menu = hits.findChild(QMenu)
    assert menu is not None
    hits.show_answer(ask("telescope"))
    with qtbot.waitSignal(hits.asked) as asked:
        menu.actions()[0].trigger()
    assert asked.args == [HitAction.OPEN, row]
    menu.close()


def test_hits_in_a_folder_that_is_not_there_are_marked(hits: ResultsList, ask: Ask) -> None:
    answer = ask("telescope")
    hits.show_answer(answer)
    path = answer.hits[0].path
    folder = os.fsencode(Path(os.fsdecode(path)).parent)
    hits.results.mark_missing((folder,))
    assert "not available now" in hits.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    hits.results.mark_missing((folder[:-1],))
    assert "not available" not in hits.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_without_hits_no_key_does_anything(hits: ResultsList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(hits.asked):
        qtbot.keyClick(hits, _Key.Key_Return)
    assert hits.row is None


def open_lease(hits: ResultsList, answer: Answer, searcher: Searcher, qtbot: QtBot) -> ResultRow:
    """Choose the lease, and show its other passages."""
    hits.show_answer(answer)
    place = next(at for at, hit in enumerate(answer.hits) if hit.path.endswith(b"lease.pdf"))
    hits.step(place)
    row = hits.row
    assert row is not None
    assert row.hit.more > 0
    with qtbot.waitSignal(hits.more_asked):
        qtbot.keyClick(hits, _Key.Key_Right)
    hits.show_more(row.hit, searcher.more(answer, row.hit))
    return row


def test_other_passages_of_a_hit_are_shown_and_hidden(
    hits: ResultsList, ask: Ask, searcher: Searcher, qtbot: QtBot
) -> None:
    answer = ask(RENT)
    row = open_lease(hits, answer, searcher, qtbot)
    assert hits.results.rowCount() > len(answer.hits)
    qtbot.keyClick(hits, _Key.Key_Down)
    other = hits.row
    assert other is not None
    assert other.place is not None
    assert other.hit.path == row.hit.path
    assert other.text != row.text
    qtbot.keyClick(hits, _Key.Key_Left)
    assert hits.results.rowCount() == len(answer.hits)
    assert hits.row is not None
    assert hits.row.hit.path == row.hit.path


def test_a_click_on_the_number_of_passages_shows_them(
    hits: ResultsList, ask: Ask, qtbot: QtBot
) -> None:
    answer = ask(RENT)
    hits.show_answer(answer)
    number = next(at for at, hit in enumerate(answer.hits) if hit.more)
    rect = hits.visualRect(hits.results.index(number))
    place = rect.bottomLeft()
    place.setX(place.x() + 150)
    place.setY(place.y() - 20)
    with qtbot.waitSignal(hits.more_asked):
        qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_hits_are_sorted_by_date(hits: ResultsList, ask: Ask) -> None:
    answer = ask(RENT)
    hits.show_answer(answer)
    hits.sort_by(SortOrder.OLDEST)
    assert paths(hits) == [hit.path for hit in sorted(answer.hits, key=lambda hit: hit.modified)]
    hits.sort_by(SortOrder.RELEVANCE)
    assert paths(hits) == [hit.path for hit in answer.hits]


def test_a_row_is_dragged_out_as_its_file(hits: ResultsList, ask: Ask) -> None:
    hits.show_answer(ask(RENT))
    data = hits.results.mimeData([hits.currentIndex()])
    assert hits.row is not None
    assert [Path(url.toLocalFile()) for url in data.urls()] == [Path(hits.row.hit.path.decode())]


def test_a_screen_reader_hears_all_of_a_row(hits: ResultsList, ask: Ask) -> None:
    hits.show_answer(ask("telescope"))
    told = hits.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "telescope.txt" in told
    assert "Saturn" in told
    assert "Text" in told


@pytest.mark.parametrize(
    ("format_", "page", "line", "told"),
    [
        (Format.PDF, 3, None, "page 3"),
        (Format.XLSX, 3, 12, "sheet 3"),
        (Format.PPTX, 3, None, "slide 3"),
        (Format.MD, None, 12, "line 12"),
        (Format.DOCX, None, 12, ""),
        (Format.EML, None, 1, ""),
    ],
)
def test_a_place_is_named_as_in_the_documents_program(
    ask: Ask, format_: Format, page: int | None, line: int | None, told: str
) -> None:
    hit = replace(ask("telescope").hits[0], format=format_, page=page, line=line)
    (row,) = rows_of([hit], {})
    assert spot(row) == told


def test_evidence_is_marked_on_the_row(hits: ResultsList, ask: Ask, look: Appearance) -> None:
    hits.show_answer(ask("the telescope shows rings"))
    image = hits.grab(hits.visualRect(hits.currentIndex())).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }
    assert QColor(look.tokens.marker).name() in colours


def test_a_citation_has_the_passage_and_its_place(
    hits: ResultsList, ask: Callable[[str], Answer]
) -> None:
    hits.show_answer(ask("the telescope shows rings"))
    assert hits.row is not None
    told = citation(hits.row)
    assert told.startswith("“The telescope shows Saturn's rings at eighty times.")
    assert "\n— telescope.txt, line 1\n" in told
    assert told.endswith("telescope.txt")


def test_copies_and_versions_are_opened_from_the_menu(ask: Ask, hits: ResultsList) -> None:
    best = ask(RENT).hits[0]
    hit = replace(best, copies=(b"/mnt/a & b/lease.pdf",), versions=(b"/old/lease.pdf",))
    asked: list[tuple[HitAction, bytes]] = []
    menu = build_menu(
        hits, next(rows_of([hit], {})), lambda act, row: asked.append((act, row.hit.path))
    )
    others = {one.title(): one for one in menu.findChildren(QMenu)}
    assert others["Copies"].actions()[0].text() == "/mnt/a && b/lease.pdf"
    for one in others.values():
        one.actions()[0].trigger()
    assert asked == [(HitAction.OPEN, b"/mnt/a & b/lease.pdf"), (HitAction.OPEN, b"/old/lease.pdf")]
    assert not build_menu(hits, next(rows_of([best], {})), print).findChildren(QMenu)
