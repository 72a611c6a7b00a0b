"""Enter and other keys in the field act on the hit that is seen, or on none."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QProgressBar,
)
from pytestqt.qtbot import QtBot
from tests.desktop.finding import words

from alcove.errors import LibraryError
from alcove.library import Library
from alcove.personal import settings_store
from alcove.personal.judgments import Grade
from alcove.search import Mode
from alcove_desktop.background import SearchThread
from alcove_desktop.results import HitAction
from alcove_desktop.window import SearchWindow
from alcove_desktop.window.why_this_hit import WhyThisHit

from .asking import _SOON, RENT, names, type_in
from .conftest import KeptOpener

_Key = Qt.Key
_Control, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_enter_opens_the_hit_at_its_page(
    window: SearchWindow, qtbot: QtBot, opener: KeptOpener, documents: Path
) -> None:
    type_in(window, qtbot, "small animals dogs consent type:pdf")
    qtbot.keyClick(window.field.question, _Key.Key_Return)
    path = os.fsencode(documents / "Home/Contracts/lease.pdf")
    ((opened, page, _),) = opener.opened
    assert opened == path
    assert page is not None


def test_enter_before_the_answer_waits_for_it(
    window: SearchWindow, qtbot: QtBot, opener: KeptOpener
) -> None:
    window.field.question.setFocus()
    qtbot.keyClicks(window.field.question, "Saturn's rings")
    qtbot.keyClick(window.field.question, _Key.Key_Return)
    qtbot.waitUntil(lambda: len(opener.opened) == 1, timeout=_SOON)
    assert opener.opened[0][0].endswith(b"telescope.txt")


def test_enter_opens_nothing_that_is_not_seen(
    window: SearchWindow, qtbot: QtBot, opener: KeptOpener
) -> None:
    type_in(window, qtbot, "telescope")
    type_in(window, qtbot, "telescope name:nothinglikethis")
    assert window.pages.currentWidget() is window.empty
    QApplication.clipboard().clear()
    for key, modifiers in (
        (_Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (_Key.Key_C, _Control),
    ):
        qtbot.keyClick(window.field.question, key, modifiers)
    assert opener.opened == []
    assert QApplication.clipboard().text() == ""
    assert window.results.list.row is None


def test_an_enter_is_forgotten_when_there_is_no_answer(
    window: SearchWindow, search_thread: SearchThread, qtbot: QtBot, opener: KeptOpener
) -> None:
    window.field.question.setFocus()
    qtbot.keyClicks(window.field.question, "telescope")
    qtbot.keyClick(window.field.question, _Key.Key_Return)
    search_thread.failed.emit(LibraryError("the index cannot be read", advice="Look at the disk."))
    assert window.empty.title == "Search is not available right now"
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.results, timeout=_SOON)
    assert opener.opened == []


def test_control_enter_before_the_answer_opens_nothing(
    window: SearchWindow, qtbot: QtBot, opener: KeptOpener
) -> None:
    window.field.question.setFocus()
    qtbot.keyClicks(window.field.question, "telescope")
    qtbot.keyClick(window.field.question, _Key.Key_Return, _Control)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.results, timeout=_SOON)
    assert opener.opened == []


@pytest.mark.skipif(os.name == "nt", reason="there every name is Unicode")
def test_a_name_that_is_no_text_is_copied_as_a_url_and_not_asked_about(
    window: SearchWindow, qtbot: QtBot
) -> None:
    type_in(window, qtbot, "telescope")
    row = window.results.list.row
    assert row is not None
    odd = replace(row, hit=replace(row.hit, path=b"/tmp/caf\xe9.txt"))
    window._hit_actions.do(HitAction.COPY_PATH, odd, "telescope")
    assert QApplication.clipboard().text() == "file:///tmp/caf%E9.txt"
    window._hit_actions.do(HitAction.FIND_SIMILAR, odd, "telescope")
    assert window.field.text == "telescope"
    assert "cannot be used in a search" in window.results.notice


def test_keys_in_the_field_act_on_the_chosen_hit(
    window: SearchWindow, qtbot: QtBot, opener: KeptOpener
) -> None:
    type_in(window, qtbot, RENT)
    first, second = names(window)[:2]
    qtbot.keyClick(window.field.question, _Key.Key_Return, _Control)
    assert opener.revealed[-1].endswith(first.encode())
    qtbot.keyClick(window.field.question, _Key.Key_Down)
    qtbot.keyClick(window.field.question, _Key.Key_C, _Control)
    assert QApplication.clipboard().text().endswith(second)
    qtbot.keyClick(window.field.question, _Key.Key_C, _Control | _Shift)
    assert QApplication.clipboard().text().startswith("“")
    assert window.field.text == RENT


def test_opening_is_noted_where_the_user_wants_it(
    window: SearchWindow, library: Library, qtbot: QtBot
) -> None:
    settings_store.change(library.folder.personal, lambda now: replace(now, judgments=True))
    type_in(window, qtbot, "sourdough")
    qtbot.keyClick(window.field.question, _Key.Key_Return)
    qtbot.waitUntil(lambda: len(library.judgments()) == 1, timeout=_SOON)
    (judgment,) = library.judgments()
    assert (judgment.query, judgment.grade) == ("sourdough", Grade.OPENED)
    assert judgment.document.path.endswith(b"sourdough.md")


def test_find_similar_asks_for_it(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "lease agreement type:pdf")
    qtbot.keyClick(window.field.question, _Key.Key_D, _Control)
    assert window.field.text.startswith("similar:")
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert "lease.pdf" not in names(window)
    assert "letter.eml" in names(window)


def test_why_this_hit_is_explained(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "sourdough starter")
    qtbot.keyClick(window.field.question, _Key.Key_I, _Control)
    why = window.findChild(WhyThisHit)
    assert why is not None
    assert why.isVisible()
    counts = [int(text.split()[-2]) for text in words(why).splitlines() if text.endswith("%")]
    assert len(counts) == 2
    assert sum(counts) == 100
    bars = why.findChildren(QProgressBar)
    labels = [one for one in why.findChildren(QLabel) if one.text() == bars[0].accessibleName()]
    assert [one.geometry().center().y() for one in labels] == [bars[0].geometry().center().y()]
    qtbot.keyClick(why, _Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(WhyThisHit) is None)


def test_other_passages_are_shown_on_demand(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "rent and payments type:pdf")
    before = window.results.list.results.rowCount()
    qtbot.keyClick(window.field.question, _Key.Key_Right)
    qtbot.waitUntil(lambda: window.results.list.results.rowCount() > before, timeout=_SOON)


@pytest.mark.parametrize(("key", "mode"), [("2", Mode.MEANING), ("3", Mode.WORDS)])
def test_a_mode_chosen_by_keys_repeats_the_search(
    window: SearchWindow, qtbot: QtBot, key: str, mode: Mode
) -> None:
    type_in(window, qtbot, "telescope")
    qtbot.keyClick(window, key, _Control)
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    answer = window.conversation.answer
    assert answer is not None
    assert answer.mode is mode
    if mode is Mode.WORDS:
        assert names(window) == ["telescope.txt"]
