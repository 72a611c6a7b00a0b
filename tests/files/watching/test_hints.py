"""Hints collapse, stay bounded, and wake whoever takes them."""

from collections.abc import Callable

import pytest

from alcove.files.watching.hints import Hint, Inbox
from alcove.files.watching.source import Happening


class Box:
    """An inbox for two folders, one in the other, that counts its calls of wake."""

    def __init__(self) -> None:
        self.wakes = 0
        self.now = 0.0
        self.inbox = Inbox(self.wake, lambda: self.now, lambda path: path == b"/canary", limit=10)
        self.inbox.expect([b"/f", b"/f/inner", b"/g"])

    def wake(self) -> None:
        self.wakes += 1

    def hint(self, *happenings: Happening) -> Hint:
        for what in happenings:
            self.inbox.happened(b"/f/a", what)
        return self.inbox.take().paths[b"/f/a"]


@pytest.fixture
def box() -> Box:
    return Box()


def test_many_events_on_a_path_are_one_hint_with_the_moment_of_the_last(box: Box) -> None:
    for box.now in (1.0, 2.0, 3.0):
        box.inbox.happened(b"/f/a", Happening.CHANGED)
    assert box.inbox.take().paths == {b"/f/a": Hint(3.0)}


@pytest.mark.parametrize(
    ("happenings", "closed"),
    [
        ([Happening.CHANGED], False),
        ([Happening.FINISHED], True),
        ([Happening.FINISHED, Happening.CHANGED], False),
        ([Happening.FINISHED, Happening.TOUCHED], True),
        ([Happening.TOUCHED], False),
    ],
)
def test_closed_is_what_the_last_event_on_the_content_says(
    box: Box, happenings: list[Happening], *, closed: bool
) -> None:
    assert box.hint(*happenings).closed is closed


def test_a_directory_that_appeared_stays_recursive_whatever_follows(box: Box) -> None:
    assert box.hint(Happening.APPEARED, Happening.TOUCHED, Happening.CHANGED).recursive


def test_taking_empties(box: Box) -> None:
    assert box.hint(Happening.CHANGED)
    assert not box.inbox.take()


def test_it_wakes_when_something_comes_into_an_empty_box_only(box: Box) -> None:
    box.inbox.happened(b"/f/a", Happening.CHANGED)
    box.inbox.happened(b"/f/b", Happening.CHANGED)
    box.inbox.lose([b"/g"])
    assert box.wakes == 1
    box.inbox.take()
    box.inbox.lose([b"/g"])
    assert box.wakes == 2


@pytest.mark.parametrize("path", [b"/canary", b"/elsewhere/a", b"/ff"])
def test_what_is_ours_or_nobodys_neither_wakes_nor_is_kept(box: Box, path: bytes) -> None:
    box.inbox.happened(path, Happening.CHANGED)
    assert not box.inbox.take()
    assert box.wakes == 0


def test_too_many_paths_give_up_the_folder_that_has_most(box: Box) -> None:
    box.inbox.happened(b"/g/a", Happening.CHANGED)
    box.inbox.happened(b"/f/a", Happening.CHANGED)
    for number in range(50_000):
        box.inbox.happened(b"/f/inner/%d" % number, Happening.CHANGED)
    hints = box.inbox.take()
    assert hints.lost == {b"/f/inner"}
    assert set(hints.paths) == {b"/g/a", b"/f/a"}


def test_a_lost_folder_keeps_no_paths(box: Box) -> None:
    box.inbox.happened(b"/g/a", Happening.CHANGED)
    box.inbox.lose([b"/g"])
    box.inbox.happened(b"/g/b", Happening.CHANGED)
    hints = box.inbox.take()
    assert not hints.paths
    assert hints.lost == {b"/g"}


def test_a_folder_that_is_not_expected_any_more_is_forgotten(box: Box) -> None:
    box.inbox.happened(b"/g/a", Happening.CHANGED)
    box.inbox.lose([b"/f"])
    box.inbox.expect([b"/f/inner"])
    assert not box.inbox.take()


@pytest.mark.parametrize(
    ("tell", "trouble"),
    [
        (lambda inbox: inbox.broke(), (True, frozenset())),
        (lambda inbox: inbox.refused(b"/g"), (False, frozenset([b"/g"]))),
    ],
)
def test_trouble_wakes_and_is_told_once(
    box: Box, tell: Callable[[Inbox], None], trouble: tuple[bool, frozenset[bytes]]
) -> None:
    tell(box.inbox)
    assert box.wakes == 1
    assert box.inbox.take_trouble() == trouble
    assert box.inbox.take_trouble() == (False, frozenset())
