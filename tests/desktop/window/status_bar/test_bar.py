"""The foot tells how fresh all is, what is being done, how much there is and what failed."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alcove.guard import Level
from alcove.index.counts import Counts
from alcove.indexer import Activity, FolderHealth, IndexerState, Pause
from alcove_desktop.look import Look
from alcove_desktop.window.status_bar.bar import Foot
from alcove_desktop.window.status_bar.progress_text import freshness
from alcove_desktop.window.status_bar.rate import Rate

IDLE = IndexerState(activity=Activity.IDLE, fresh_at=1000.0)
READING = IndexerState(activity=Activity.READING, done=312, total=1124)


@pytest.fixture
def foot(look: Look, qtbot: QtBot) -> Foot:
    foot = Foot(look, Level.KERNEL)
    qtbot.addWidget(foot)
    foot.show()
    return foot


def running(per_second: int) -> Rate:
    rate = Rate()
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
            "Learning meanings: 0 of 14,400 · 48/s · about 5 min left",
        ),
        (IndexerState(activity=Activity.SCANNING), "Looking for changes"),
        (IndexerState(activity=Activity.PAUSED, pause=Pause.ASKED), "Paused"),
        (replace(READING, pause=Pause.DISK_FULL), "Paused: the disk is full"),
    ],
)
def test_one_line_says_how_it_stands(state: IndexerState | None, text: str) -> None:
    assert freshness(state, 1003.9, running(48)) == text


def test_freshness_goes_on_counting_while_it_is_seen(foot: Foot, qtbot: QtBot) -> None:
    foot.tell(replace(IDLE, fresh_at=time.time() - 58))
    first = foot._fresh.text()
    qtbot.waitUntil(lambda: foot._fresh.text() != first, timeout=10_000)
    assert "ago" in foot._fresh.text()


def test_how_much_there_is_has_separators(foot: Foot) -> None:
    foot.count(Counts(13000, 0, 12431, 98204, 98204), failed=0)
    assert foot._counts.text() == "12,431 documents · 98,204 passages"
    assert foot._health.isHidden()


def test_files_that_failed_lead_to_health(foot: Foot, qtbot: QtBot) -> None:
    foot.count(Counts(3, 0, 1, 1, 1), failed=2)
    assert foot._health.isVisible()
    with qtbot.waitSignal(foot.health_asked):
        qtbot.mouseClick(foot._health, Qt.MouseButton.LeftButton)


def test_work_can_be_paused_and_go_on(foot: Foot, qtbot: QtBot) -> None:
    foot.tell(READING)
    with qtbot.waitSignal(foot.pause_asked) as asked:
        qtbot.mouseClick(foot._pause, Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    foot.tell(replace(READING, activity=Activity.PAUSED, pause=Pause.ASKED))
    with qtbot.waitSignal(foot.pause_asked) as asked:
        qtbot.mouseClick(foot._pause, Qt.MouseButton.LeftButton)
    assert asked.args == [False]


@pytest.mark.parametrize(
    "state", [IDLE, IndexerState(activity=Activity.PAUSED, pause=Pause.DISK_FULL)]
)
def test_where_nothing_is_done_there_is_nothing_to_pause(foot: Foot, state: IndexerState) -> None:
    foot.tell(state)
    assert foot._pause.isHidden()


def test_the_shield_says_what_holds_and_leads_to_privacy(foot: Foot, qtbot: QtBot) -> None:
    assert foot._shield.text() == "Sealed: no network, checked by the kernel"
    assert "kernel refuses" in foot._shield.toolTip()
    with qtbot.waitSignal(foot.privacy_asked):
        qtbot.mouseClick(foot._shield, Qt.MouseButton.LeftButton)


def test_a_narrow_foot_says_how_it_stands_before_all_else(foot: Foot, qtbot: QtBot) -> None:
    foot.count(Counts(13000, 0, 12431, 98204, 98204), failed=3)
    foot.tell(READING)
    foot.resize(1180, foot.height())
    assert foot._shield.text().startswith("Sealed")
    foot.resize(640, foot.height())
    assert foot._counts.isVisible()
    assert foot._shield.text() == ""
    assert foot._shield.accessibleName().startswith("Sealed")
    foot.resize(460, foot.height())
    assert not foot._counts.isVisible()
    qtbot.waitUntil(lambda: foot._fresh.width() >= foot._fresh.sizeHint().width())
    foot.resize(1180, foot.height())
    assert foot._counts.isVisible()
    assert foot._shield.text().startswith("Sealed")


def test_what_was_encoded_before_a_restart_is_counted_as_done(foot: Foot) -> None:
    foot.count(Counts(900, 0, 900, 30703, 8342), failed=0)
    foot.tell(replace(READING, activity=Activity.ENCODING, done=100, total=22361))
    assert foot._fresh.text() == "Learning meanings: 8,442 of 30,703"


def test_a_passing_word_passes(foot: Foot, qtbot: QtBot) -> None:
    foot._saying.setInterval(50)
    foot.say("Path copied")
    assert foot._said.text() == "Path copied"
    qtbot.waitUntil(lambda: foot._said.text() == "")


def test_at_rest_with_something_in_the_way_the_dot_is_not_green(foot: Foot) -> None:
    foot.tell(
        replace(IDLE, error="/m/model.bin was altered: its fingerprint is not the one on record")
    )
    assert "was altered" in foot._fresh.text()
    assert not foot._dot._full
    foot.tell(IDLE)
    assert foot._dot._full


def test_missing_folders_and_notices_lead_to_health(foot: Foot) -> None:
    gone = FolderHealth(watched=False, missing=True)
    foot.tell(replace(IDLE, folders={"/media/stick": gone}, notices=("watch limit reached",)))
    foot.count(Counts(3, 0, 1, 1, 1), failed=2)
    assert foot._health.text() == "1 folder not available · 2 files not read · 1 notice"
    foot.tell(IDLE)
    foot.count(Counts(3, 0, 1, 1, 1), failed=0)
    assert foot._health.isHidden()
