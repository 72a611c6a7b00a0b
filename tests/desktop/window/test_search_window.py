"""Searching as people do it: by typing, by keys, by a click, with the real core and model."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QInputDialog,
    QListWidget,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot
from tests.desktop.finding import named, words
from tests.desktop.told_link import ToldLink

from alcove.errors import LibraryError
from alcove.indexer import Activity, IndexerState
from alcove.library import Library
from alcove.personal import settings_store
from alcove.personal.window_settings import WindowSettings
from alcove.search import Mode
from alcove_desktop.background import SearchThread
from alcove_desktop.results import ResultsList
from alcove_desktop.window import SearchWindow

from .asking import _SOON, RENT, names, type_in
from .conftest import KeptOpener, OpenWindow

_Key = Qt.Key
_Control, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _darkest(hits: ResultsList) -> int:
    """Return the least lightness in the selected row, 0 for black: that of its letters."""
    image = hits.grab(hits.visualRect(hits.currentIndex())).toImage()
    seen = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits, wide = bytes(seen.constBits()), seen.bytesPerLine()
    return min(min(bits[y * wide :][: seen.width()]) for y in range(seen.height()))


def test_typing_finds_by_meaning(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, RENT)
    assert window.pages.currentWidget() is window.results
    assert {"lease.pdf", "letter.eml"} & set(names(window)[:2])
    assert window.head.count.endswith(" ms")


def test_before_anything_is_typed_recent_questions_are_offered(
    window: SearchWindow, library: Library, qtbot: QtBot
) -> None:
    library.note_asked("telescope mirror", "words")
    library.save_search("Contracts", "lease type:pdf", "best")
    window.look_around()
    qtbot.waitUntil(lambda: window.recent.count == 2, timeout=_SOON)
    assert window.pages.currentWidget() is window.recent
    qtbot.keyClick(window.field.question, _Key.Key_Down)
    qtbot.keyClick(window.field.question, _Key.Key_Return)
    assert window.field.text == "lease type:pdf"
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert names(window) == ["lease.pdf"]


def test_typing_before_any_folder_is_chosen_leads_back_to_choosing(
    open_window: OpenWindow, empty_library: Library, qtbot: QtBot
) -> None:
    with closing(SearchThread(empty_library)) as search_thread:
        window = open_window(empty_library, search_thread)
        qtbot.waitUntil(lambda: window.library_state.wants_nothing, timeout=_SOON)
        window.field.question.setFocus()
        qtbot.keyClicks(window.field.question, "telescope")
        qtbot.waitUntil(lambda: window.pages.currentWidget() is window.empty, timeout=_SOON)
        assert window.empty.title == "No folder is searched yet"
        qtbot.mouseClick(window.empty._button, Qt.MouseButton.LeftButton)
        assert window.field.text == ""
        assert window.pages.currentWidget() is window.pages.first_run


def test_first_steps_can_be_taken_again(
    open_window: OpenWindow, empty_library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(SearchThread(empty_library)) as search_thread:
        window = open_window(empty_library, search_thread)
        qtbot.waitUntil(lambda: window.pages.first_run is not None, timeout=_SOON)
        first = window.pages.first_run
        assert first is not None
        first.started.emit()
        qtbot.waitUntil(lambda: window.pages.first_run not in (None, first), timeout=_SOON)
        again = window.pages.first_run
        assert again is not None
        assert window.pages.currentWidget() is again
        again.add(os.fsencode(tmp_path))
        assert named(again, QPushButton, "Start").isEnabled()


def test_a_saved_search_and_a_question_are_taken_away_again(
    window: SearchWindow, library: Library, qtbot: QtBot
) -> None:
    library.note_asked("telescope mirror", "words")
    library.note_asked("sourdough", "best")
    library.save_search("Contracts", "lease type:pdf", "best")
    window.look_around()
    qtbot.waitUntil(lambda: window.recent.count == 3, timeout=_SOON)
    shown = window.recent.findChild(QListWidget)
    assert shown is not None
    shown.setFocus()
    assert shown.currentRow() == 0
    room = shown.viewport().rect().bottomRight()
    shown.customContextMenuRequested.emit(room)
    assert shown.findChild(QMenu) is None
    qtbot.keyClick(shown, _Key.Key_Delete)
    qtbot.waitUntil(lambda: window.recent.count == 2, timeout=_SOON)
    assert library.saved_searches() == []
    assert shown.currentRow() == 0
    shown.setCurrentRow(1)
    shown.customContextMenuRequested.emit(shown.visualItemRect(shown.item(1)).center())
    menu = shown.findChild(QMenu)
    assert menu is not None
    (forget,) = menu.actions()
    assert forget.text() == "Forget this question"
    forget.trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.recent.count == 1, timeout=_SOON)
    assert [one.query for one in library.history()] == ["sourdough"]


def test_a_question_that_was_meant_is_remembered(
    window: SearchWindow, library: Library, qtbot: QtBot
) -> None:
    type_in(window, qtbot, "telescope")
    qtbot.keyClick(window.field.question, _Key.Key_Return)
    qtbot.waitUntil(lambda: [one.query for one in library.history()] == ["telescope"])


def test_without_history_nothing_is_remembered(
    window: SearchWindow, library: Library, qtbot: QtBot, opener: KeptOpener
) -> None:
    settings_store.change(library.folder.personal, lambda now: replace(now, history=False))
    type_in(window, qtbot, "telescope")
    with qtbot.waitSignal(window.personal.read, timeout=_SOON):
        qtbot.keyClick(window.field.question, _Key.Key_Return)
    assert opener.opened
    assert library.history() == []


def test_a_failure_takes_no_hits_away(
    window: SearchWindow, search_thread: SearchThread, qtbot: QtBot
) -> None:
    type_in(window, qtbot, "telescope")
    search_thread.failed.emit(LibraryError("the index cannot be read", advice="Look at the disk."))
    assert window.pages.currentWidget() is window.results
    assert names(window)[0] == "telescope.txt"
    assert "The index cannot be read" in window.results.notice


def test_a_chip_writes_into_the_question_and_asks(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, RENT)
    window.chips._type.menu().aboutToShow.emit()
    (mail,) = [one for one in window.chips._type.menu().actions() if one.text() == "Mail"]
    mail.trigger()
    assert window.field.text == f"{RENT} type:mail "
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert names(window) == ["letter.eml"]
    assert window.chips._type.text() == "Mail ×"


def test_nothing_relevant_is_said_and_the_closest_are_shown_apart(
    window: SearchWindow, qtbot: QtBot
) -> None:
    type_in(window, qtbot, "football world cup goals")
    assert window.results.notice.startswith("Nothing relevant.")
    assert names(window)


def test_nothing_found_offers_to_search_without_filters(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "telescope type:epub")
    assert window.pages.currentWidget() is window.empty
    assert window.empty.title == "Nothing found"
    qtbot.mouseClick(window.empty._button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert names(window)[0] == "telescope.txt"


def test_words_can_be_typed_after_a_filter_was_chosen(window: SearchWindow, qtbot: QtBot) -> None:
    chip = window.chips._type
    chip.menu().aboutToShow.emit()
    (text,) = [action for action in chip.menu().actions() if action.text() == "Text"]
    text.trigger()
    qtbot.keyClicks(window.field.question, "telescope")
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert window.conversation.text == "type:text telescope"
    assert names(window)[0] == "telescope.txt"


def test_a_folder_that_is_not_searched_can_be_added_from_there(
    window: SearchWindow, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    strange = tmp_path / "elsewhere"
    strange.mkdir()
    type_in(window, qtbot, f'folder:"{strange}" telescope')
    assert window.empty.title == "This folder is not searched yet"
    assert str(strange) in window.empty._text.text()
    qtbot.mouseClick(window.empty._button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.empty.title == "Nothing found", timeout=_SOON)
    assert os.fsencode(strange) in library.settings().folders


def test_a_folder_inside_a_searched_one_counts_as_searched(
    window: SearchWindow, qtbot: QtBot, library: Library
) -> None:
    (searched, *_) = library.settings().folders
    top = Path(os.fsdecode(searched))
    for folder in (top, top / "inside", top.parent):
        type_in(window, qtbot, f'folder:"{folder}" type:epub')
        assert window.empty.title == "Nothing found"


def test_a_filter_without_a_reading_is_explained_beside_the_last_hits(
    window: SearchWindow, qtbot: QtBot
) -> None:
    type_in(window, qtbot, "telescope")
    window.ask("telescope since:soon rings")
    qtbot.waitUntil(lambda: "“soon”" in window.results.notice, timeout=_SOON)
    assert "2025-03" in window.results.notice
    assert names(window)[0] == "telescope.txt"


def test_a_filter_without_a_reading_is_explained_where_there_are_no_hits_yet(
    window: SearchWindow, qtbot: QtBot
) -> None:
    window.ask("since:soon rings")
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.empty, timeout=_SOON)
    assert window.empty.title == "“soon” is not a date"
    window.ask("since:2001 rings")
    qtbot.waitUntil(lambda: names(window)[:1] == ["telescope.txt"], timeout=_SOON)


def test_hits_of_an_earlier_query_are_faded(window: SearchWindow, qtbot: QtBot) -> None:
    hits = window.results.list
    type_in(window, qtbot, "telescope")
    before = _darkest(hits)
    window.ask("telescope since:soon rings")
    qtbot.waitUntil(lambda: "“soon”" in window.results.notice, timeout=_SOON)
    assert _darkest(hits) > before + 60
    window.ask("telescope since:2001 rings")
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert _darkest(hits) < before + 60


def test_what_went_wrong_outlasts_better_answers_to_the_same_question(
    window: SearchWindow, qtbot: QtBot
) -> None:
    type_in(window, qtbot, "telescope")
    window.complain("This file is no longer there.", "It is searched for anew.")
    window.conversation.ask()
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)
    assert window.results.notice.startswith("This file is no longer there.")
    type_in(window, qtbot, "sourdough")
    assert "no longer there" not in window.results.notice


def test_what_went_wrong_is_said_for_a_while_and_seen_without_hits(
    window: SearchWindow, qtbot: QtBot
) -> None:
    window.complain("This file is no longer there.", "It is searched for anew.")
    assert "This file is no longer there." in words(window)
    type_in(window, qtbot, "telescope")
    window.results._complaint.setInterval(20)
    window.complain("This file is no longer there.", "It is searched for anew.")
    qtbot.waitUntil(lambda: window.results.notice == "")


def test_a_place_of_the_window_that_makes_no_sense_is_passed_over(
    window: SearchWindow, qtbot: QtBot
) -> None:
    size = window.size()
    window._take_over(WindowSettings(geometry="abc"))
    assert window.size() == size


def test_a_filter_without_a_value_yet_asks_nothing(window: SearchWindow, qtbot: QtBot) -> None:
    window.field.question.setFocus()
    qtbot.keyClicks(window.field.question, "type:")
    qtbot.wait(300)
    assert window.pages.currentWidget() is window.recent


def test_typing_in_the_list_goes_on_in_the_field(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "telescop")
    window.results.list.setFocus()
    qtbot.keyClick(window.results.list, "e")
    assert window.field.text == "telescope"
    assert window.field.question.hasFocus()


def test_without_hits_the_progress_of_reading_is_shown(
    window: SearchWindow, qtbot: QtBot, link: ToldLink
) -> None:
    link.tell(IndexerState(activity=Activity.READING, done=3, total=90))
    type_in(window, qtbot, "telescope type:epub")
    assert window.empty.title == "Nothing found yet"
    assert "3 of 90 files have been read." in words(window)
    link.tell(IndexerState(activity=Activity.READING, done=44, total=90))
    assert "44 of 90 files have been read." in words(window)


def test_a_question_is_told_once_however_often_its_answer_gets_better(
    window: SearchWindow, qtbot: QtBot
) -> None:
    told: list[str] = []
    window.conversation.finished.connect(lambda text, _: told.append(text))
    type_in(window, qtbot, "telescope")
    window.conversation.finish()
    window.conversation.finish()
    assert told == ["telescope"]


def test_escape_empties_the_field(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "telescope")
    qtbot.keyClick(window.field.question, _Key.Key_Escape)
    assert window.field.text == ""
    assert window.pages.currentWidget() is window.recent


def test_a_search_is_saved_under_a_name(
    window: SearchWindow, library: Library, qtbot: QtBot
) -> None:
    type_in(window, qtbot, "sourdough")
    window.head.more.save.trigger()
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("Bread")
    dialog.accept()
    qtbot.waitUntil(lambda: len(library.saved_searches()) == 1, timeout=_SOON)
    (saved,) = library.saved_searches()
    assert (saved.name, saved.query, saved.mode) == ("Bread", "sourdough", "best")


def test_what_is_indexed_while_the_window_is_open_is_found(
    window: SearchWindow,
    library: Library,
    search_thread: SearchThread,
    link: ToldLink,
    qtbot: QtBot,
    tmp_path: Path,
    index: Callable[[Library, Path], None],
) -> None:
    type_in(window, qtbot, "zeppelin")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "airship.txt").write_text("The zeppelin crossed the lake at noon.")
    index(library, tmp_path / "new")
    link.tell(IndexerState(activity=Activity.IDLE, generation=7))
    qtbot.waitUntil(lambda: names(window)[:1] == ["airship.txt"], timeout=_SOON)


def test_the_geometry_of_the_window_is_kept(
    window: SearchWindow, library: Library, qtbot: QtBot
) -> None:
    window.resize(1000, 700)
    window.field.modes.choose(Mode.WORDS)
    window.close()
    qtbot.waitUntil(lambda: library.window_settings().geometry != "", timeout=_SOON)
    assert library.window_settings().mode == "words"


def test_a_narrow_window_folds_the_preview_away(window: SearchWindow, qtbot: QtBot) -> None:
    type_in(window, qtbot, "telescope")
    assert window.results.preview.isVisible()
    window.resize(700, 700)
    qtbot.waitUntil(lambda: not window.results.preview.isVisible())
