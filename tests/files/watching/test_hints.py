"""Hints are deduplicated and bounded, and wake the thread that takes them."""

from collections.abc import Callable

import pytest

from alcove.files.watching.hints import Hint, HintQueue
from alcove.files.watching.source import EventKind


class Box:
    """A hint queue for two folders, one in the other, that counts its calls of wake."""

    def __init__(self) -> None:
        self.wakes = 0
        self.now = 0.0
        self.hint_queue = HintQueue(
            self.wake, lambda: self.now, lambda path: path == b"/canary", limit=10
        )
        self.hint_queue.expect([b"/f", b"/f/inner", b"/g"])

    def wake(self) -> None:
        self.wakes += 1

    def hint(self, *happenings: EventKind) -> Hint:
        for what in happenings:
            self.hint_queue.happened(b"/f/a", what)
        return self.hint_queue.take().paths[b"/f/a"]


@pytest.fixture
def box() -> Box:
    return Box()


def test_many_events_on_a_path_are_one_hint_with_the_time_of_the_last(box: Box) -> None:
    for box.now in (1.0, 2.0, 3.0):
        box.hint_queue.happened(b"/f/a", EventKind.CHANGED)
    assert box.hint_queue.take().paths == {b"/f/a": Hint(3.0)}


@pytest.mark.parametrize(
    ("happenings", "closed"),
    [
        ([EventKind.CHANGED], False),
        ([EventKind.FINISHED], True),
        ([EventKind.FINISHED, EventKind.CHANGED], False),
        ([EventKind.FINISHED, EventKind.TOUCHED], True),
        ([EventKind.TOUCHED], False),
    ],
)
def test_closed_follows_the_last_event_on_the_content(
    box: Box, happenings: list[EventKind], *, closed: bool
) -> None:
    assert box.hint(*happenings).closed is closed


def test_a_directory_that_appeared_stays_recursive_whatever_follows(box: Box) -> None:
    assert box.hint(EventKind.APPEARED, EventKind.TOUCHED, EventKind.CHANGED).recursive


def test_taking_empties_the_queue(box: Box) -> None:
    assert box.hint(EventKind.CHANGED)
    assert not box.hint_queue.take()


def test_only_the_first_hint_in_an_empty_queue_wakes(box: Box) -> None:
    box.hint_queue.happened(b"/f/a", EventKind.CHANGED)
    box.hint_queue.happened(b"/f/b", EventKind.CHANGED)
    box.hint_queue.lose([b"/g"])
    assert box.wakes == 1
    box.hint_queue.take()
    box.hint_queue.lose([b"/g"])
    assert box.wakes == 2


@pytest.mark.parametrize("path", [b"/canary", b"/elsewhere/a", b"/ff"])
def test_events_outside_the_folders_or_of_the_canary_are_dropped(box: Box, path: bytes) -> None:
    box.hint_queue.happened(path, EventKind.CHANGED)
    assert not box.hint_queue.take()
    assert box.wakes == 0


def test_too_many_paths_mark_the_fullest_folder_lost(box: Box) -> None:
    box.hint_queue.happened(b"/g/a", EventKind.CHANGED)
    box.hint_queue.happened(b"/f/a", EventKind.CHANGED)
    for number in range(50_000):
        box.hint_queue.happened(b"/f/inner/%d" % number, EventKind.CHANGED)
    hints = box.hint_queue.take()
    assert hints.lost == {b"/f/inner"}
    assert set(hints.paths) == {b"/g/a", b"/f/a"}


def test_a_lost_folder_keeps_no_paths(box: Box) -> None:
    box.hint_queue.happened(b"/g/a", EventKind.CHANGED)
    box.hint_queue.lose([b"/g"])
    box.hint_queue.happened(b"/g/b", EventKind.CHANGED)
    hints = box.hint_queue.take()
    assert not hints.paths
    assert hints.lost == {b"/g"}


def test_a_folder_that_is_no_longer_expected_is_forgotten(box: Box) -> None:
    box.hint_queue.happened(b"/g/a", EventKind.CHANGED)
    box.hint_queue.lose([b"/f"])
    box.hint_queue.expect([b"/f/inner"])
    assert not box.hint_queue.take()


@pytest.mark.parametrize(
    ("tell", "problem"),
    [
        (lambda hint_queue: hint_queue.broke(), (True, frozenset())),
        (lambda hint_queue: hint_queue.refused(b"/g"), (False, frozenset([b"/g"]))),
    ],
)
def test_trouble_wakes_and_is_returned_once(
    box: Box, tell: Callable[[HintQueue], None], problem: tuple[bool, frozenset[bytes]]
) -> None:
    tell(box.hint_queue)
    assert box.wakes == 1
    assert box.hint_queue.take_trouble() == problem
    assert box.hint_queue.take_trouble() == (False, frozenset())
