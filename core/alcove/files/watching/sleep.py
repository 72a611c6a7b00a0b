"""Whether the machine slept: what changed meanwhile, on a shared or second system, had no event."""

import sys
import time
from collections.abc import Callable

MIN_SLEEP_S = 5.0
"""Shorter sleeps are passed over; so are corrections of the clock by a time server."""


def seconds_asleep() -> float:
    """Seconds that the machine slept since it started; only differences mean something.

    On Linux the clock that counts sleep less the one that does not, clock_gettime(2). Elsewhere
    the time of day less the monotonic clock, which rests during sleep on macOS; a clock that is
    set forward by hand looks the same, and costs one look at every folder. On Windows both go on
    during sleep, and nothing is seen.
    """
    if sys.platform == "linux":
        counting = time.clock_gettime(time.CLOCK_BOOTTIME)
        resting = time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        counting, resting = time.time(), time.monotonic()
    return counting - resting


class SleepDetector:
    """Owns the last reading of how long the machine slept; one thread asks."""

    def __init__(self, asleep: Callable[[], float] = seconds_asleep) -> None:
        self._asleep = asleep
        self._before = asleep()

    def has_slept(self) -> bool:
        """Whether the machine slept since this was last asked."""
        before, self._before = self._before, self._asleep()
        return self._before - before >= MIN_SLEEP_S
