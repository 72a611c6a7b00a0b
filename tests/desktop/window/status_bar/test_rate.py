"""The rate is known after two seconds, covers the last twenty, and is reset."""

import pytest

from alcove_desktop.window.status_bar.rate import ProgressRate


def noted(*moments: tuple[float, int]) -> ProgressRate:
    rate = ProgressRate()
    for now, done in moments:
        rate.note(now, done)
    return rate


def test_before_two_seconds_there_is_no_rate() -> None:
    assert noted().per_second is None
    assert noted((0, 0), (1, 50)).per_second is None
    assert noted((0, 0), (1, 50)).seconds_for(10) is None


def test_a_rate_tells_how_long_the_rest_takes() -> None:
    rate = noted((0, 0), (2, 100))
    assert rate.per_second == 50
    assert rate.seconds_for(1000) == 20


def test_samples_outside_the_window_do_not_count() -> None:
    rate = noted((0, 0), *((second, 1000 + second) for second in range(30, 61)))
    assert rate.per_second == pytest.approx(1)


def test_a_smaller_count_resets_the_rate() -> None:
    assert noted((0, 0), (5, 500), (6, 3)).per_second is None


def test_standing_still_is_no_rate() -> None:
    assert noted((0, 5), (10, 5)).seconds_for(3) is None
