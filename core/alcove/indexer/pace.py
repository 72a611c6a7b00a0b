"""Throttle background work: on battery, beside other programs, by cores and priority."""

import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

from alcove.indexer.control.state import Pause
from alcove.personal import Pace, Settings

GRACE = 5.0
"""Seconds of work before anything is slowed down, so that a saved file is always found at once."""

_SHARE = 0.25  # of the time spent working at the slow pace
_LOOK_EVERY = 2.0  # seconds between two checks of battery and load
_NICENESS = 10
_M_ARENA_MAX = -8  # glibc, malloc.h
_BUSY = 0.5  # share of all cores used by other programs from which the computer is busy


class Throttle:
    """Decides how long to rest after a piece of work; used by the engine's thread alone."""

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        on_battery: Callable[[], bool] | None = None,
        others: Callable[[], float] | None = None,
    ) -> None:
        """Take the clock and, for tests, replacements of the system's sensors.

        Args:
            clock: seconds, monotonic.
            on_battery: returns whether the computer runs on its battery.
            others: returns the share of all cores that others used since the last call, 0…1.
        """
        self._clock = clock
        self._on_battery = on_battery or runs_on_battery
        self._others = others or SystemLoad().others
        self._looked = -_LOOK_EVERY
        self._battery = self._busy = False
        self._worked = 0.0

    def idle(self) -> None:
        """Note that nothing is left to do: the next work starts with `GRACE` again."""
        self._worked = 0.0

    def rest(self, worked: float, settings: Settings) -> tuple[float, Pause | None]:
        """Return how long to rest after `worked` seconds of work, and why.

        Returns:
            Seconds, infinity to pause for as long as the reason lasts; and the reason.
        """
        self._worked += worked
        if self._worked < GRACE:
            return 0.0, None
        self._look()
        rests = [
            (_rest(worked, settings.on_battery), Pause.BATTERY) if self._battery else (0.0, None),
            (_rest(worked, settings.when_busy), Pause.BUSY) if self._busy else (0.0, None),
        ]
        return max(rests, key=lambda rest: rest[0])

    def must_pause(self, settings: Settings) -> Pause | None:
        """Return why background work has to pause now; None if it may go on."""
        seconds, reason = self.rest(0.0, settings)
        return reason if seconds == float("inf") else None

    def _look(self) -> None:
        now = self._clock()
        if now - self._looked >= _LOOK_EVERY:
            self._looked = now
            self._battery = self._on_battery()
            self._busy = self._others() > _BUSY


def _rest(worked: float, pace: Pace) -> float:
    if pace is Pace.PAUSE:
        return float("inf")
    return worked * (1 / _SHARE - 1) if pace is Pace.SLOW else 0.0


def runs_on_battery() -> bool:
    """Return whether the computer has a battery and is not plugged in."""
    try:
        battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    except OSError:  # unknown without /sys, as in some sandboxes
        return False
    return battery is not None and battery.power_plugged is False


class SystemLoad:
    """Measures how much of the processor other programs use."""

    def __init__(self) -> None:
        """Start to count."""
        self._last = _processor_times()

    def others(self) -> float:
        """Return the share of all cores that other programs used since the last call, 0…1."""
        last, self._last = self._last, _processor_times()
        busy, available = self._last[0] - last[0], self._last[1] - last[1]
        # Linux may lower its counts of idle and waiting time: proc_stat(5), iowait.
        return min(1.0, max(0.0, busy) / available) if available > 0 else 0.0


def _processor_times() -> tuple[float, float]:
    """Return the CPU seconds of all cores: those used by others, and those available.

    Processes with a niceness do not count as others, since they yield like us; where the system
    does not count them apart (Windows), only our own process is left out.
    """
    times = psutil.cpu_times()
    nice = getattr(times, "nice", None)
    work = times.user + times.system
    everything = work + times.idle + (nice or 0.0) + getattr(times, "iowait", 0.0)
    if nice is not None:
        return work, everything
    own = psutil.Process().cpu_times()
    return work - own.user - own.system, everything


def step_aside() -> None:
    """Give this process and its children low priority for the processor and the disk."""
    process = psutil.Process()
    if sys.platform == "win32":
        process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        process.ionice(psutil.IOPRIO_LOW)
    else:
        if process.nice() < _NICENESS:
            process.nice(_NICENESS)
        if os.getsid(0) == process.pid:
            _have_session_step_aside()
    if sys.platform == "linux":
        process.ionice(psutil.IOPRIO_CLASS_BE, 7)  # the lowest class that is always served


def _have_session_step_aside() -> None:
    """Lower the priority of our session: Linux may schedule sessions as a whole.

    With that "autogroup feature", sched(7), a niceness counts only within a session, and our
    session would get as much of the processor as the window's: its 95th percentile from a key to
    its hits was 150 ms, and is 70.
    """
    with suppress(OSError):  # another system, or a kernel without it
        Path("/proc/self/autogroup").write_text(str(_NICENESS), encoding="ascii")


def share_arenas() -> None:
    """Let glibc's threads share two heaps: with one each, memory freed by the words index stays.

    58 MB instead of 77 after 200 commits. Other systems do not need this.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 2)


def cores(settings: Settings) -> int:
    """Return how many cores the encoder may use: the setting, else all but one but at least two."""
    affinity = getattr(os, "sched_getaffinity", None)  # absent on Windows and macOS
    available = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(settings.cores or max(2, available - 1), available)


def memory() -> int:
    """Return the bytes of memory that this process and its children use."""
    process = psutil.Process()
    return sum(map(resident, (process, *process.children(recursive=True))))


def resident(process: psutil.Process) -> int:
    """Return the bytes of memory that a process uses; 0 if it has just ended, as readers do."""
    try:
        return process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0
