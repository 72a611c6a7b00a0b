"""Events are debounced before a look, and sweeps have their own times."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.indexer.schedule import CLOSED, MOST, PATIENCE, QUIET, Schedule

ALL = 1000


@pytest.fixture
def schedule() -> Schedule:
    return Schedule()


def test_an_empty_schedule_never_has_anything_due(schedule: Schedule) -> None:
    assert schedule.next_due() == inf
    assert schedule.due_looks(1e9, ALL) == {}
    assert schedule.due_sweep(1e9) is None


def test_a_path_is_due_when_it_has_been_quiet(schedule: Schedule) -> None:
    schedule.hint(b"/a", 10.0)
    schedule.hint(b"/a", 10.3)
    assert schedule.due_looks(10.3 + QUIET - 0.01, ALL) == {}
    assert schedule.due_looks(10.3 + QUIET, ALL) == {b"/a": False}
    assert schedule.next_due() == inf


def test_a_closed_file_is_due_sooner_unless_somebody_writes_again(schedule: Schedule) -> None:
    schedule.hint(b"/a", 10.0, closed=True)
    schedule.hint(b"/b", 10.0, closed=True)
    schedule.hint(b"/b", 10.0)
    assert schedule.due_looks(10.0 + CLOSED, ALL) == {b"/a": False}


def test_a_log_that_is_written_without_end_is_looked_at_all_the_same(schedule: Schedule) -> None:
    now = last = 0.0
    looks = 0
    while now < 10 * PATIENCE:
        schedule.hint(b"/log", now)
        if schedule.due_looks(now, ALL):
            assert now - last < PATIENCE + QUIET
            last, looks = now, looks + 1
        now += QUIET / 2
    assert looks >= 8


def test_a_path_is_looked_at_again_at_its_time_or_after_an_event(
    schedule: Schedule,
) -> None:
    schedule.look(b"/a", 13.0)
    schedule.look(b"/b", 13.0)
    schedule.hint(b"/b", 10.0)
    assert schedule.has(b"/a")
    assert schedule.due_looks(12.9, ALL) == {b"/b": False}
    assert schedule.due_looks(13.0, ALL) == {b"/a": False}
    assert not schedule.has(b"/a")


def test_another_look_does_not_put_off_an_earlier_hint(schedule: Schedule) -> None:
    schedule.hint(b"/a", 10.0)
    schedule.look(b"/a", 13.0)
    assert schedule.next_due() == 10.0 + QUIET


def test_only_so_many_paths_are_taken_and_the_rest_stays(schedule: Schedule) -> None:
    for number in range(5):
        schedule.hint(b"/%d" % number, 0.0)
    assert len(schedule.due_looks(1.0, 3)) == 3
    assert len(schedule.due_looks(1.0, 3)) == 2


def test_what_lies_below_a_folder_that_appeared_is_covered_by_it(schedule: Schedule) -> None:
    schedule.hint(b"/a", 0.0, recursive=True)
    schedule.hint(b"/a", 0.0)
    for path in (b"/a/b", b"/a-c", b"/ab/c"):
        schedule.hint(path, 0.0)
    assert schedule.due_looks(1.0, ALL) == {b"/a": True, b"/a-c": False, b"/ab/c": False}


@given(st.dictionaries(st.from_regex(rb"(/[ab\-]{1,2}){1,3}", fullmatch=True), st.booleans()))
def test_every_path_is_looked_at_or_lies_below_one_that_is_looked_through(
    hints: dict[bytes, bool],
) -> None:
    schedule = Schedule()
    for path, recursive in hints.items():
        schedule.hint(path, 0.0, recursive=recursive)
    looks = schedule.due_looks(1.0, ALL)
    for path, recursive in hints.items():
        above = [top for top, deep in looks.items() if deep and path.startswith(top + b"/")]
        assert looks.get(path) == recursive or above


def test_a_folder_is_swept_at_the_earliest_time_that_was_planned(schedule: Schedule) -> None:
    schedule.sweep(b"/a", 50.0)
    schedule.sweep(b"/a", 20.0)
    schedule.sweep(b"/a", 90.0)
    assert schedule.next_due() == 20.0
    assert schedule.due_sweep(19.9) is None
    assert schedule.due_sweep(20.0) == b"/a"
    assert schedule.next_due() == inf


def test_the_folder_that_waits_longest_is_swept_first(schedule: Schedule) -> None:
    for folder, due in ((b"/a", 3.0), (b"/b", 1.0), (b"/c", 2.0)):
        schedule.sweep(folder, due)
    assert [schedule.due_sweep(9.0) for _ in range(4)] == [b"/b", b"/c", b"/a", None]


def test_sweeps_of_folders_that_are_not_kept_are_dropped(schedule: Schedule) -> None:
    schedule.sweep(b"/a", 1.0)
    schedule.sweep(b"/b", 1.0)
    schedule.keep([b"/b"])
    assert schedule.due_sweep(9.0) == b"/b"
    assert schedule.due_sweep(9.0) is None


def test_too_many_looks_become_sweeps(schedule: Schedule) -> None:
    for number in range(MOST + 1):
        schedule.hint(b"/a/%d" % number, 1.0)
    assert schedule.is_overfull
    schedule.sweep_instead([b"/a"], 2.0)
    assert schedule.due_looks(100.0, 9) == {}
    assert schedule.due_sweep(2.0) == b"/a"
    assert not schedule.is_overfull
