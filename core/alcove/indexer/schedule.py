"""Schedule looks and sweeps: debounce file events by path, sweep (poll) folders slowly."""

from collections.abc import Iterable
from dataclasses import dataclass

from alcove.paths import is_within

QUIET = 0.4
"""Seconds without another event after which a path is looked at: an editor has finished saving."""

CLOSED = 0.05
"""The same, after the writing program has closed the file."""

PATIENCE = 5.0
"""Seconds after which a path is looked at although events still come, as for a log file."""


@dataclass(slots=True)
class _DuePath:
    first: float
    due: float
    recursive: bool = False
    hinted: bool = False


MOST = 10_000
"""Number of looks above which everything is swept instead, as one walk costs less than they do."""


class Schedule:
    """The time at which each path and folder is due, in seconds of one monotonic clock."""

    def __init__(self) -> None:
        """Start with nothing to do."""
        self._looks: dict[bytes, _DuePath] = {}
        self._sweeps: dict[bytes, float] = {}

    def hint(
        self, path: bytes, at: float, *, closed: bool = False, recursive: bool = False
    ) -> None:
        """Note an event at a path, and put its look off until events have ceased (debounce).

        Args:
            path: of a file or a folder.
            at: time of the event.
            closed: whether the file was closed after writing.
            recursive: whether everything below the path has to be looked at.
        """
        look = self._looks.setdefault(path, _DuePath(at, at))
        look.recursive |= recursive
        look.hinted = True
        look.due = min(at + (CLOSED if closed else QUIET), look.first + PATIENCE)

    def look(self, path: bytes, due: float) -> None:
        """Look at a path at the time `due`, unless one is scheduled; a later hint overrides it."""
        self._looks.setdefault(path, _DuePath(due, due))

    @property
    def has_hints(self) -> bool:
        """Whether any event was not looked at yet."""
        return any(look.hinted for look in self._looks.values())

    @property
    def is_overfull(self) -> bool:
        """Whether there are so many looks that sweeps cost less."""
        return len(self._looks) > MOST

    def sweep_instead(self, folders: Iterable[bytes], now: float) -> None:
        """Drop all looks and sweep these folders."""
        self._looks.clear()
        for folder in folders:
            self.sweep(folder, now)

    def has(self, path: bytes) -> bool:
        """Return whether a look at this very path is scheduled."""
        return path in self._looks

    def sweep(self, folder: bytes, due: float) -> None:
        """Sweep a folder at the time `due`, or earlier if it is scheduled so already."""
        self._sweeps[folder] = min(due, self._sweeps.get(folder, due))

    def keep(self, folders: Iterable[bytes]) -> None:
        """Drop the sweeps of all other folders."""
        wanted = set(folders)
        self._sweeps = {folder: due for folder, due in self._sweeps.items() if folder in wanted}

    def due_looks(self, now: float, limit: int) -> dict[bytes, bool]:
        """Take at most `limit` paths that are due off the schedule.

        Returns:
            Path → whether to look at everything below it; without paths below such a one.
        """
        due = sorted(path for path, look in self._looks.items() if look.due <= now)[:limit]
        looks = {path: self._looks.pop(path).recursive for path in due}
        tops: dict[bytes, bool] = {}
        top = None
        for path, recursive in looks.items():
            if top is None or not is_within(path, top):
                tops[path] = recursive
                top = path if recursive else top
        return tops

    def due_sweep(self, now: float) -> bytes | None:
        """Take the folder that has been due the longest off the schedule; None without one."""
        folder = min(self._sweeps, key=self._sweeps.__getitem__, default=None)
        if folder is None or self._sweeps[folder] > now:
            return None
        del self._sweeps[folder]
        return folder

    def next_due(self) -> float:
        """Return the time of the next look or sweep; infinity if there is none."""
        looks = min((look.due for look in self._looks.values()), default=float("inf"))
        return min(looks, min(self._sweeps.values(), default=float("inf")))
