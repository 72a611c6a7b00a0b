"""Detect that the machine slept: changes made meanwhile by another system had no event."""

import sys
import time
from collections.abc import Callable

MIN_SLEEP_S = 5.0
"""Seconds; shorter sleeps are ignored, and so are clock corrections by a time server."""


def seconds_asleep() -> float:
    """Return the seconds that the machine slept since it started; only differences are meaningful.

    On Linux this is the clock that counts sleep minus the one that does not, clock_gettime(2).
    Elsewhere it is the time of day minus the monotonic clock, which stops during sleep on macOS; a
    clock that is set forward by hand looks the same, and costs one rescan of every folder. On
    Windows both clocks run during sleep, so no sleep is detected.
    """
    if sys.platform == "linux":
        with_sleep = time.clock_gettime(time.CLOCK_BOOTTIME)
        without_sleep = time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        with_sleep, without_sleep = time.time(), time.monotonic()
    return with_sleep - without_sleep


class SleepDetector:
    """Owns the last reading of the total sleep time. Called by one thread only."""

    def __init__(self, asleep: Callable[[], float] = seconds_asleep) -> None:
        self._asleep = asleep
        self._before = asleep()

    def has_slept(self) -> bool:
        """Return whether the machine slept since the last call."""
        before, self._before = self._before, self._asleep()
        return self._before - before >= MIN_SLEEP_S
