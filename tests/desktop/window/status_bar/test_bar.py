"""The status bar shows freshness, progress, counts and failures."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alcove.guard import GuardLevel
from alcove.index.counts import IndexCounts
from alcove.indexer import Activity, FolderHealth, IndexerState, Pause
from alcove_desktop.look import Appearance
from alcove_desktop.window.status_bar.bar import StatusBar
from alcove_desktop.window.status_bar.progress_text import freshness
from alcove_desktop.window.status_bar.rate import ProgressRate

IDLE = IndexerState(activity=Activity.IDLE, fresh_at=1000.0)
READING = IndexerState(activity=Activity.READING, done=312, total=1124)


@pytest.fixture
def status_bar(look: Appearance, qtbot: QtBot) -> StatusBar:
    status_bar = StatusBar(look, GuardLevel.KERNEL)
    qtbot.addWidget(status_bar)
    status_bar.show()
    return status_bar


def running(per_second: int) -> ProgressRate:
    rate = ProgressRate()
    rate.note(0.0, 0)
    rate.note(10.0, 10 * per_second)
    return rate


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (None, "The indexer is starting"),
        (IDLE, "Up to date, 3 s ago"),
        (READING, "Reading: 312 of 1,124 · 48/s · less than a minute left"),
        (
            replace(READING, activity=Activity.ENCODING, done=0, total=14400),
            "Encoding meaning: 0 of 14,400 · 48/s · about 5 min left",
        ),
        (IndexerState(activity=Activity.SCANNING), "Looking for changes"),
        (IndexerState(activity=Activity.PAUSED, pause=Pause.ASKED), "Paused"),
        (replace(READING, pause=Pause.DISK_FULL), "Paused: the disk is full"),
    ],
)
def test_one_line_says_how_it_stands(state: IndexerState | None, text: str) -> None:
    assert freshness(state, 1003.9, running(48)) == text


def test_freshness_goes_on_counting_while_it_is_seen(status_bar: StatusBar, qtbot: QtBot) -> None:
    status_bar.tell(replace(IDLE, fresh_at=time.time() - 58))
    first = status_bar._fresh.text()
    qtbot.waitUntil(lambda: status_bar._fresh.text() != first, timeout=10_000)
    assert "ago" in status_bar._fresh.text()


def test_how_much_there_is_has_separators(status_bar: StatusBar) -> None:
    status_bar.count(IndexCounts(13000, 0, 12431, 98204, 98204), failed=0)
    assert status_bar._counts.text() == "12,431 documents · 98,204 passages"
    assert status_bar._health.isHidden()


def test_files_that_failed_lead_to_health(status_bar: StatusBar, qtbot: QtBot) -> None:
    status_bar.count(IndexCounts(3, 0, 1, 1, 1), failed=2)
    assert status_bar._health.isVisible()
    with qtbot.waitSignal(status_bar.health_asked):
        qtbot.mouseClick(status_bar._health, Qt.MouseButton.LeftButton)


def test_work_can_be_paused_and_go_on(status_bar: StatusBar, qtbot: QtBot) -> None:
    status_bar.tell(READING)
    with qtbot.waitSignal(status_bar.pause_asked) as asked:
        qtbot.mouseClick(status_bar._pause, Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    status_bar.tell(replace(READING, activity=Activity.PAUSED, pause=Pause.ASKED))
    with qtbot.waitSignal(status_bar.pause_asked) as asked:
        qtbot.mouseClick(status_bar._pause, Qt.MouseButton.LeftButton)
    assert asked.args == [False]


@pytest.mark.parametrize(
    "state", [IDLE, IndexerState(activity=Activity.PAUSED, pause=Pause.DISK_FULL)]
)
def test_where_nothing_is_done_there_is_nothing_to_pause(
    status_bar: StatusBar, state: IndexerState
) -> None:
    status_bar.tell(state)
    assert status_bar._pause.isHidden()


def test_the_shield_says_what_holds_and_leads_to_privacy(
    status_bar: StatusBar, qtbot: QtBot
) -> None:
    assert status_bar._shield.text() == "Sealed: no network, checked by the kernel"
    assert "kernel refuses" in status_bar._shield.toolTip()
    with qtbot.waitSignal(status_bar.privacy_asked):
        qtbot.mouseClick(status_bar._shield, Qt.MouseButton.LeftButton)


def test_a_narrow_foot_says_how_it_stands_before_all_else(
    status_bar: StatusBar, qtbot: QtBot
) -> None:
    status_bar.count(IndexCounts(13000, 0, 12431, 98204, 98204), failed=3)
    status_bar.tell(READING)
    status_bar.resize(1180, status_bar.height())
    assert status_bar._shield.text().startswith("Sealed")
    status_bar.resize(640, status_bar.height())
    assert status_bar._counts.isVisible()
    assert status_bar._shield.text() == ""
    assert status_bar._shield.accessibleName().startswith("Sealed")
    status_bar.resize(460, status_bar.height())
    assert not status_bar._counts.isVisible()
    qtbot.waitUntil(lambda: status_bar._fresh.width() >= status_bar._fresh.sizeHint().width())
    status_bar.resize(1180, status_bar.height())
    assert status_bar._counts.isVisible()
    assert status_bar._shield.text().startswith("Sealed")


def test_what_was_encoded_before_a_restart_is_counted_as_done(status_bar: StatusBar) -> None:
    status_bar.count(IndexCounts(900, 0, 900, 30703, 8342), failed=0)
    status_bar.tell(replace(READING, activity=Activity.ENCODING, done=100, total=22361))
    assert status_bar._fresh.text() == "Encoding meaning: 8,442 of 30,703"


def test_a_message_disappears_after_a_while(status_bar: StatusBar, qtbot: QtBot) -> None:
    status_bar._message_timer.setInterval(50)
    status_bar.say("Path copied")
    assert status_bar._message.text() == "Path copied"
    qtbot.waitUntil(lambda: status_bar._message.text() == "")


def test_at_rest_with_something_in_the_way_the_dot_is_not_green(status_bar: StatusBar) -> None:
    status_bar.tell(
        replace(
            IDLE, error="/m/model.bin was changed: its fingerprint differs from the one on record"
        )
    )
    assert "was changed" in status_bar._fresh.text()
    assert not status_bar._dot._full
    status_bar.tell(IDLE)
    assert status_bar._dot._full


def test_missing_folders_and_notices_lead_to_health(status_bar: StatusBar) -> None:
    gone = FolderHealth(watched=False, missing=True)
    status_bar.tell(replace(IDLE, folders={"/media/stick": gone}, notices=("watch limit reached",)))
    status_bar.count(IndexCounts(3, 0, 1, 1, 1), failed=2)
    assert status_bar._health.text() == "1 folder not available · 2 files not read · 1 notice"
    status_bar.tell(IDLE)
    status_bar.count(IndexCounts(3, 0, 1, 1, 1), failed=0)
    assert status_bar._health.isHidden()
