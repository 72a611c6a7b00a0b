"""A canary counts as missed only when it was sent and not heard within the time limit."""

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


def test_there_is_no_answer_before_the_first_canary(canary: Canary) -> None:
    assert canary.answer() is None


def test_a_canary_that_is_heard_answers(canary: Canary) -> None:
    canary.send()
    assert canary.hears(canary.folder + b"/canary")
    assert canary.answer() is True


def test_a_canary_is_missed_only_after_its_time_limit(canary: Canary, clock: Clock) -> None:
    canary.send()
    clock.now += PATIENCE_S - 0.1
    assert canary.answer() is None
    clock.now += 0.1
    assert canary.answer() is False


def test_sending_again_does_not_extend_the_time_limit(canary: Canary, clock: Clock) -> None:
    canary.send()
    clock.now += PATIENCE_S - 0.1
    canary.send()
    clock.now += 0.1
    assert canary.answer() is False


def test_an_old_event_does_not_answer_a_new_canary(canary: Canary, clock: Clock) -> None:
    canary.send()
    canary.hears(canary.folder)
    canary.send()
    clock.now += PATIENCE_S
    assert canary.answer() is False


def test_a_recalled_canary_is_not_awaited(canary: Canary, clock: Clock) -> None:
    canary.send()
    canary.recall()
    clock.now += PATIENCE_S
    assert canary.answer() is None


def test_events_of_other_paths_are_not_ours(canary: Canary) -> None:
    assert not canary.hears(canary.folder + b"-documents/a.txt")


def test_a_canary_that_could_not_be_sent_has_no_answer(canary: Canary, clock: Clock) -> None:
    Path(canary.folder.decode()).rmdir()
    canary.send()
    clock.now += PATIENCE_S
    assert canary.answer() is None
