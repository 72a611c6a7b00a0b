"""Keys and buttons act on what is visible, at once or not at all."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from alcove.errors import LibraryError
from alcove.library import Library
from alcove_desktop.background import SearchThread
from alcove_desktop.look import Appearance
from alcove_desktop.results.rows import rows_of
from alcove_desktop.window import SearchWindow
from alcove_desktop.window.why_this_hit import WhyThisHit

from .asking import RENT, names, type_in
from .conftest import KeptOpener

_Key = Qt.Key
_SOON = 30_000  # milliseconds: the model is loaded with the first question


def shows_page(window: SearchWindow, page: int) -> bool:
    preview = window.results.preview
    return preview.page == page and preview._body.pages.view.has_page()


def test_the_button_opens_the_page_that_is_seen(
    window: SearchWindow, qtbot: QtBot, opener: KeptOpener
) -> None:
    type_in(window, qtbot, f"{RENT} type:pdf")
    qtbot.waitUntil(lambda: shows_page(window, 2), timeout=_SOON)
    while window.results.preview.page == 2:  # a screen at a time
        qtbot.keyClick(window.field.question, _Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert window.results.preview.page == 3
    preview = window.results.preview
    qtbot.mouseClick(preview._header._open, Qt.MouseButton.LeftButton)
    assert preview._header._open.text() == "Open at page 3"
    assert [(Path(os.fsdecode(path)).name, page) for path, page, _ in opener.opened] == [
        ("lease.pdf", 3)
    ]


def test_enter_opens_nothing_once_something_failed(
    window: SearchWindow, search_thread: SearchThread, qtbot: QtBot, opener: KeptOpener
) -> None:
    window.field.question.setFocus()
    qtbot.keyClicks(window.field.question, "telescope")
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    search_thread.failed.emit(LibraryError("the index is damaged"))
    qtbot.keyClicks(window.field.question, "s")
    qtbot.keyClick(window.field.question, _Key.Key_Return)
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert opener.opened == []


def test_enter_waits_for_an_answer_no_longer_than_somebody_looks(window: SearchWindow) -> None:
    window._enter_timer.start()
    window.hide()
    assert not window._enter_timer.isActive()


def test_moving_to_a_hit_makes_its_path_what_is_copied(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, RENT)
    window.raise_and_focus()
    assert window.field.question.hasSelectedText()
    qtbot.keyClick(window.field.question, _Key.Key_Down)
    qtbot.keyClick(window.field.question, _Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    row = window.results.list.row
    assert row is not None
    assert QApplication.clipboard().text() == os.fsdecode(row.hit.path)


def test_what_escape_took_away_comes_back(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "telescope")
    qtbot.keyClick(window.field.question, _Key.Key_Escape)
    assert window.field.text == ""
    qtbot.keyClick(window.field.question, _Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.field.text == "telescope"


def test_without_filters_phrases_and_what_is_left_out_stay(
    window: SearchWindow, qtbot: QtBot
) -> None:
    type_in(window, qtbot, 'mirror "no such phrase" -draft type:epub')
    assert window.empty.title == "Nothing found"
    qtbot.mouseClick(window.empty._button, Qt.MouseButton.LeftButton)
    assert window.field.text == 'mirror "no such phrase" -draft'
    type_in(window, qtbot, "type:epub")
    assert window.empty.title == "Nothing found"
    assert window.empty._button.isHidden()


def test_a_folder_that_is_not_there_is_not_added(
    window: SearchWindow, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    before = library.settings().folders
    type_in(window, qtbot, f'folder:"{tmp_path}/mistyped" telescope')
    qtbot.mouseClick(window.empty._button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: window.status_bar._message.text() == "There is no such folder.", timeout=_SOON
    )
    assert library.settings().folders == before


def test_passages_of_an_earlier_question_are_not_shown(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "the tenant and the rent")
    earlier = window.conversation.answer
    assert earlier is not None
    type_in(window, qtbot, RENT)
    rows = window.results.list.results.rowCount()
    hit = earlier.hits[0]
    assert hit.passage is not None
    window._search_thread.more.emit(earlier, hit, ())
    assert window.results.list.results.rowCount() == rows
    row = window.results.list.results.row(0)
    assert row is not None
    assert not row.is_open


def test_left_closes_what_right_opened_and_else_moves_the_caret(
    window: SearchWindow, qtbot: QtBot
) -> None:
    type_in(window, qtbot, RENT)
    hits, field = window.results.list, window.field.question
    while hits.row is not None and not hits.row.hit.more:
        qtbot.keyClick(field, _Key.Key_Down)
    closed = hits.results.rowCount()
    qtbot.keyClick(field, _Key.Key_Right)
    qtbot.waitUntil(lambda: hits.results.rowCount() > closed, timeout=_SOON)
    qtbot.keyClick(field, _Key.Key_Left)
    assert hits.results.rowCount() == closed
    assert field.cursorPosition() == len(RENT)
    qtbot.keyClick(field, _Key.Key_Left)
    assert field.cursorPosition() == len(RENT) - 1


def test_left_moves_the_caret_where_there_are_no_hits(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "rent type:epub")
    assert window.pages.currentWidget() is window.empty
    qtbot.keyClick(window.field.question, _Key.Key_Left)
    assert window.field.question.cursorPosition() == len("rent type:epub") - 1


def test_control_w_closes_as_the_button_does(window: SearchWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        qtbot.keyClick(window.field.question, _Key.Key_W, Qt.KeyboardModifier.ControlModifier)


def test_a_name_that_is_taken_is_said_before_it_is_replaced(
    window: SearchWindow, qtbot: QtBot, library: Library
) -> None:
    library.save_search("Contracts", "lease type:pdf", "best")
    window.look_around()
    qtbot.waitUntil(lambda: window.recent.names == {"Contracts"}, timeout=_SOON)
    type_in(window, qtbot, "telescope")
    window._save_search()
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    assert dialog.okButtonText() == "Save"
    dialog.setTextValue("Contracts")
    assert dialog.okButtonText() == "Replace"
    assert "already" in dialog.labelText()
    dialog.reject()


@pytest.mark.parametrize("down", [0, 100_000])
def test_why_is_explained_on_the_screen(
    window: SearchWindow, look: Appearance, qtbot: QtBot, down: int
) -> None:
    type_in(window, qtbot, RENT)
    assert window.conversation.answer is not None
    row = next(rows_of(window.conversation.answer.hits, {}))
    why = WhyThisHit(look, row, window)
    why.show_beside(QRect(down, down, 400, 80))
    assert window.screen().availableGeometry().contains(why.geometry())
    why.close()


def test_a_screen_reader_hears_the_hit_that_keys_choose(
    window: SearchWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def keep(_where: QWidget, text: str, *, at_once: bool = False) -> None:
        said.append(text)

    monkeypatch.setattr("alcove_desktop.results.list_view.announce", keep)
    type_in(window, qtbot, RENT)
    qtbot.keyClick(window.field.question, _Key.Key_Down)
    assert len(said) == 1
    assert names(window)[1].partition(".")[0] in said[0].replace("Re: your ", "")


def test_more_than_are_shown_are_called_the_best(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, RENT)
    answer = window.conversation.answer
    assert answer is not None
    window.head.say_of(replace(answer, hits=answer.hits[:1] * 50))
    assert window.head.count.startswith("best 50 documents · ")
