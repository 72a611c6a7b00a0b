"""The loop in situations that failed once, found by the state machine or otherwise."""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from alcove.files.watching.source import EventKind
from alcove.index.opening import open_reader
from alcove.indexer.control.state import Activity, Pause
from alcove.indexer.pace import Throttle
from alcove.personal import Pace, settings_store

from .comparing import differences
from .disk import Disk
from .in_process import InProcess
from .lossy_watching import Fate
from .stand_ins import Clock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its paths are those of POSIX")


class Desk:
    """A folder, its model, and an indexer in this process."""

    def __init__(self, top: Path) -> None:
        self.clock = Clock()
        self.top = top / "documents"
        self.disk = Disk(
            [bytes(self.top)], before_write=partial(self.clock.before_write, top / "probe")
        )
        self.indexer = InProcess(top, self.clock)
        self.indexer.want(bytes(self.top))

    def settle(self) -> None:
        """Drive the indexer until idle, and assert that index and disk are equal."""
        self.indexer.settle()
        words = [word for word in self.disk.words.values() if word]
        expected = self.disk.expected(self.disk.folders)
        assert list(differences(self.indexer.library, expected, words)) == []

    def tell(self, events: list[tuple[bytes, EventKind]]) -> None:
        assert self.indexer.watching
        for path, what in events:
            self.indexer.watching.happened(path, what, Fate.PROMPT)

    def texts(self) -> list[str]:
        with closing(open_reader(self.indexer.library.index)) as connection:
            return [row[0] for row in connection.execute("SELECT text FROM documents")]

    def paths(self) -> list[bytes]:
        with closing(open_reader(self.indexer.library.index)) as connection:
            return [row[0] for row in connection.execute("SELECT path FROM files")]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.indexer.stop()


def test_a_file_that_went_away_while_it_was_read_and_came_back_is_found(desk: Desk) -> None:
    desk.disk.create(0, 0)
    desk.indexer.start()
    desk.indexer.work(1)
    assert len(desk.paths()) == 1
    desk.disk.delete(0)
    desk.indexer.gate.is_shut = True  # that it was gone is not known yet
    desk.indexer.work(1)
    desk.tell(desk.disk.create(0, 0))
    desk.settle()
    assert len(desk.texts()) == 1


def test_a_file_whose_text_goes_leaves_none_behind(desk: Desk) -> None:
    desk.disk.create(0, 0)
    desk.indexer.start()
    desk.settle()
    desk.tell(desk.disk.empty(0))
    desk.settle()
    assert desk.texts() == []


def test_a_text_that_goes_after_a_long_reading_is_not_left_behind(desk: Desk) -> None:
    desk.disk.create(0, 0)
    desk.indexer.start()
    desk.settle()
    desk.indexer.gate.is_shut = True  # and what is left over is deleted meanwhile
    desk.tell(desk.disk.edit(0, longer=True))
    for _ in range(10):
        desk.clock.advance(1.0)
        desk.indexer.work(2)
    desk.settle()
    assert len(desk.texts()) == 1


def test_a_file_that_becomes_a_link_leaves_no_text_behind(desk: Desk) -> None:
    desk.disk.create(0, 0)
    desk.indexer.start()
    desk.settle()
    desk.tell(desk.disk.link_over(0))
    desk.settle()
    assert desk.texts() == []


def test_a_file_deleted_while_it_was_read_leaves_no_text_and_no_waiting(desk: Desk) -> None:
    desk.disk.create(0, 0)
    desk.indexer.gate.meanwhile.append(lambda: desk.tell(desk.disk.delete(0)))
    desk.indexer.start()
    desk.settle()
    assert desk.indexer.state.activity is Activity.IDLE
    assert desk.texts() == []


def test_what_an_ignore_file_left_out_is_watched_once_that_is_gone(desk: Desk) -> None:
    desk.disk.make_folder(0, 2)
    desk.disk.create(1, 0)
    desk.disk.ignore(0, 0)
    desk.indexer.start()
    desk.settle()
    assert desk.paths() == []
    desk.tell(desk.disk.ignore(0, 0))
    desk.settle()
    desk.tell(desk.disk.edit(0, longer=True))
    desk.settle()
    assert len(desk.texts()) == 1


def test_what_waits_to_be_read_outlives_the_absence_of_its_folder(desk: Desk) -> None:
    desk.disk.create(0, 0)
    desk.indexer.start()
    desk.indexer.work(1)
    away = desk.top.rename(desk.top.with_name("away"))
    desk.indexer.settle()
    assert len(desk.paths()) == 1
    away.rename(desk.top)
    assert desk.indexer.watching
    desk.indexer.watching.unnoticed = True
    desk.settle()
    assert len(desk.texts()) == 1


def test_a_pause_for_the_battery_ends_with_it(desk: Desk) -> None:
    battery = iter([True] * 2)
    throttle = Throttle(desk.clock, on_battery=lambda: next(battery, False), others=lambda: 0.0)
    settings_store.change(
        desk.indexer.library.personal, lambda old: replace(old, on_battery=Pace.PAUSE)
    )
    desk.disk.create(0, 0)
    desk.clock.advance(100.0)  # so that it need not be looked at again
    desk.indexer.start(throttle)
    while desk.indexer.state.activity is not Activity.READING:
        desk.indexer.work(1)
    desk.clock.advance(3.0)  # all that is left to do is to follow, and then to encode
    desk.indexer.gate.encoding.append(lambda: desk.clock.advance(30.0))  # of hard work
    desk.indexer.work(10)
    assert desk.indexer.state.pause is Pause.BATTERY
    desk.clock.advance(10.0)
    desk.indexer.work(1)
    desk.clock.advance(10.0)
    desk.settle()
