"""Sleep is detected once, and only where it was long enough to matter."""

import pytest

from alcove.files.watching.sleep import MIN_SLEEP_S, SleepDetector, seconds_asleep


@pytest.mark.parametrize(
    ("slept", "expected"), [(MIN_SLEEP_S, True), (MIN_SLEEP_S - 0.1, False), (-3600.0, False)]
)
def test_only_a_long_sleep_counts_and_only_once(slept: float, *, expected: bool) -> None:
    readings = iter([100.0, 100.0 + slept, 100.0 + slept])
    detector = SleepDetector(lambda: next(readings))
    assert detector.has_slept() is expected
    assert not detector.has_slept()


def test_a_machine_that_is_awake_has_not_slept() -> None:
    assert not SleepDetector(seconds_asleep).has_slept()
