"""The canary counts as silent only when it was sent, and in vain, for long enough."""

from pathlib import Path

import pytest

from alcove.files.watching.canary import PATIENCE_S, Canary


class Clock:
    now = 50.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def canary(tmp_path: Path, clock: Clock) -> Canary:
    return Canary(tmp_path / "library" / "canary", clock)


def test_before_the_first_one_nothing_can_be_said(canary: Canary) -> None:
    assert canary.answer() is None


def test_one_that_is_heard_answers(canary: Canary) -> None:
    canary.send()
    assert canary.hears(canary.folder + b"/canary")
    assert canary.answer() is True


def test_one_that_is_not_heard_is_silent_only_after_a_while(canary: Canary, clock: Clock) -> None:
    canary.send()
    clock.now += PATIENCE_S - 0.1
    assert canary.answer() is None
    clock.now += 0.1
    assert canary.answer() is False


def test_sending_again_does_not_put_the_verdict_off(canary: Canary, clock: Clock) -> None:
    canary.send()
    clock.now += PATIENCE_S - 0.1
    canary.send()
    clock.now += 0.1
    assert canary.answer() is False


def test_an_old_answer_does_not_count_for_a_new_one(canary: Canary, clock: Clock) -> None:
    canary.send()
    canary.hears(canary.folder)
    canary.send()
    clock.now += PATIENCE_S
    assert canary.answer() is False


def test_one_that_was_recalled_is_not_awaited(canary: Canary, clock: Clock) -> None:
    canary.send()
    canary.recall()
    clock.now += PATIENCE_S
    assert canary.answer() is None


def test_events_of_other_paths_are_not_ours(canary: Canary) -> None:
    assert not canary.hears(canary.folder + b"-documents/a.txt")


def test_one_that_could_not_be_sent_says_nothing(canary: Canary, clock: Clock) -> None:
    Path(canary.folder.decode()).rmdir()
    canary.send()
    clock.now += PATIENCE_S
    assert canary.answer() is None
