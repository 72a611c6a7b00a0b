import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.cut_off import cut_off
from tests.desktop.finding import named, words
from tests.desktop.health.conftest import KeptOpener, Shown
from tests.desktop.told_link import ToldLink

from alcove.errors import Reason
from alcove.indexer import Activity, FolderHealth, IndexerState
from alcove.library import Failure, Library
from alcove.personal.window_settings import Theme
from alcove_desktop.health import HealthWindow
from alcove_desktop.health.failures.view import FailuresView
from alcove_desktop.look import Appearance
from alcove_desktop.texts import reasons

LEFT = Qt.MouseButton.LeftButton


def test_every_file_without_text_is_listed_with_its_reason(
    shown: Shown, troubled: Library, qtbot: QtBot
) -> None:
    window = shown(troubled)
    view = _list(window)
    qtbot.waitUntil(
        lambda: sorted(_names(view)) == ["blank.txt", "firmware.blob", "one.pdf", "two.pdf"]
    )
    assert "4 files could not be read." in words(window)
    reasons_shown = [item.text() for item in _reason_items(window)]
    assert reasons_shown[0] == "All · 4"
    assert "Damaged · 2" in reasons_shown


def test_a_reason_is_chosen_and_says_what_to_do(
    shown: Shown, troubled: Library, qtbot: QtBot
) -> None:
    window = shown(troubled)
    _choose(window, "Damaged", qtbot)
    assert sorted(_names(_list(window))) == ["one.pdf", "two.pdf"]
    assert reasons.remedy(Reason.DAMAGED) in words(window)


def test_typing_filters_by_name_and_folder(shown: Shown, troubled: Library, qtbot: QtBot) -> None:
    window = shown(troubled)
    view = _list(window)
    qtbot.waitUntil(lambda: len(_names(view)) == 4)
    field = named(window, QLineEdit, "Filter")
    QTest.keyClicks(field, "TWO")
    assert _names(view) == ["two.pdf"]
    QTest.keyClicks(field, " nothing")
    assert _names(view) == []
    assert "No path here contains this." in words(window)
    field.clear()
    assert "No path here contains this." not in words(window)


def test_a_file_is_opened_and_shown_in_its_folder(
    shown: Shown, troubled: Library, opener: KeptOpener, qtbot: QtBot
) -> None:
    window = shown(troubled)
    path = _select(window, "one.pdf", qtbot)
    QTest.mouseClick(named(window, QPushButton, "Open"), LEFT)
    QTest.mouseClick(named(window, QPushButton, "Show in folder"), LEFT)
    QTest.keyClick(_list(window), Qt.Key.Key_Return)
    assert opener.asked == [("open", path), ("reveal", path), ("open", path)]


def test_a_file_is_left_out_from_now_on(shown: Shown, troubled: Library, qtbot: QtBot) -> None:
    window = shown(troubled)
    _select(window, "one.pdf", qtbot)
    QTest.mouseClick(named(window, QPushButton, "Exclude from now on"), LEFT)
    qtbot.waitUntil(lambda: "now excludes this file" in words(window))
    assert troubled.settings().folder_patterns == {troubled.settings().folders[0]: "/one.pdf"}


def test_trying_again_without_an_indexer_says_so(
    shown: Shown, troubled: Library, qtbot: QtBot
) -> None:
    window = shown(troubled)
    _select(window, "one.pdf", qtbot)
    QTest.mouseClick(named(window, QPushButton, "Try again"), LEFT)
    qtbot.waitUntil(lambda: "No indexer is running" in words(window))


def test_what_is_chosen_stays_chosen_when_there_is_something_new(
    shown: Shown, troubled: Library, qtbot: QtBot
) -> None:
    window = shown(troubled)
    path = _select(window, "two.pdf", qtbot)
    view = _list(window)
    more = Failure(b"/a/another.pdf", Reason.DAMAGED, "")
    view.hold((more, *view.model_shown().shown))
    current = view.current()
    assert current is not None
    assert current.path == path
    assert len(_names(view)) == 5


def test_keyboard_focus_selects_a_row(
    shown: Shown, troubled: Library, opener: KeptOpener, qtbot: QtBot
) -> None:
    window = shown(troubled)
    view = _list(window)
    qtbot.waitUntil(lambda: len(_names(view)) == 4)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    (index,) = view.selectedIndexes()
    assert index.row() == 0
    QTest.keyClick(named(window, QPushButton, "Open"), Qt.Key.Key_Return)
    assert [Path(os.fsdecode(path)).name for _, path in opener.asked] == _names(view)[:1]
    view.clearSelection()
    assert not named(window, QPushButton, "Open").isEnabled()


def test_why_a_file_was_not_opened_is_said_here_too(
    shown: Shown, troubled: Library, opener: KeptOpener, qtbot: QtBot
) -> None:
    window = shown(troubled)
    _select(window, "one.pdf", qtbot)
    opener.failed.emit("This file is no longer there.", "It is searched for anew.")
    assert "This file is no longer there. It is searched for anew." in words(window)
    window.close()
    window.show()
    assert "no longer there" not in words(window)


def test_trying_all_again_under_a_filter_is_about_what_is_seen(
    shown: Shown, troubled: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(troubled, "retry", lambda **what: asked.append(what))
    window = shown(troubled)
    qtbot.waitUntil(lambda: len(_names(_list(window))) == 4)
    QTest.keyClicks(named(window, QLineEdit, "Filter"), "two")
    QTest.mouseClick(named(window, QPushButton, "Try all again"), LEFT)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert asked == [{"paths": [troubled.settings().folders[0] + b"/two.pdf"]}]


def test_nothing_can_be_done_while_nothing_is_chosen(
    shown: Shown, troubled: Library, qtbot: QtBot
) -> None:
    window = shown(troubled)
    qtbot.waitUntil(lambda: len(_names(_list(window))) == 4)
    assert not named(window, QPushButton, "Open").isEnabled()
    assert named(window, QPushButton, "Try all again").isEnabled()


def test_folders_that_are_swept_and_notices_are_told(
    shown: Shown, troubled: Library, link: ToldLink, qtbot: QtBot
) -> None:
    window = shown(troubled)
    folder = os.fsdecode(troubled.settings().folders[0])
    swept = {folder: FolderHealth(watched=False, reason="network drive")}
    notices = ("The system refuses more watches.",)
    link.tell(IndexerState(activity=Activity.IDLE, folders=swept, notices=notices))
    qtbot.waitUntil(lambda: "network drive" in words(window))
    assert notices[0] in words(window)
    assert folder in words(window)


def test_why_a_file_is_not_found_is_told_step_by_step(
    shown: Shown, troubled: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    window = shown(troubled)
    (tmp_path / "elsewhere.txt").write_text("not in the library")
    window.explain(os.fsencode(tmp_path / "elsewhere.txt"))
    qtbot.waitUntil(lambda: "It is in no folder that Alcove searches." in words(window))
    window.explain(troubled.settings().folders[0] + b"/one.pdf")
    qtbot.waitUntil(lambda: "Its text could not be read: Damaged." in words(window))
    assert "It is in no folder" not in words(window)


def test_a_library_in_which_all_is_well_says_so(
    shown: Shown, empty_library: Library, qtbot: QtBot
) -> None:
    window = shown(empty_library)
    qtbot.waitUntil(lambda: "All files could be read." in words(window))


def test_twenty_thousand_failures_are_listed_and_filtered(
    shown: Shown, empty_library: Library, qtbot: QtBot
) -> None:
    view = _list(shown(empty_library))
    view.hold([Failure(f"/a/{n}.pdf".encode(), Reason.DAMAGED, "") for n in range(20_000)])
    assert len(_names(view)) == 20_000
    view.filter_by("19999")
    assert _names(view) == ["19999.pdf"]


@pytest.mark.parametrize("text_size", [80, 100, 200])
def test_nothing_is_cut_off(
    shown: Shown, troubled: Library, look: Appearance, qtbot: QtBot, text_size: int
) -> None:
    look.choose(Theme.LIGHT, text_size)
    window = shown(troubled)
    window.resize(1200, 1000)
    _select(window, "one.pdf", qtbot)
    qtbot.waitUntil(lambda: cut_off(window) == [])


def test_every_reason_has_words_of_its_own() -> None:
    said = {reasons.reason(reason) for reason in Reason}
    assert len(said) == len(Reason)
    assert not said & {str(reason) for reason in Reason}


def _list(window: HealthWindow) -> FailuresView:
    view = window.findChild(FailuresView)
    assert view is not None
    return view


def _names(view: FailuresView) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _select(window: HealthWindow, name: str, qtbot: QtBot) -> bytes:
    view = _list(window)
    qtbot.waitUntil(lambda: name in _names(view))
    index = view.model().index(_names(view).index(name), 0)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    current = view.current()
    assert current is not None
    return current.path


def _choose(window: HealthWindow, reason: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(reason in item.text() for item in _reason_items(window)))
    item = next(item for item in _reason_items(window) if reason in item.text())
    listed = item.listWidget()
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.visualItemRect(item).center())


def _reason_items(window: HealthWindow) -> list[QListWidgetItem]:
    listed = window.findChild(QListWidget, "reasons")
    assert listed is not None
    return [listed.item(row) for row in range(listed.count())]
