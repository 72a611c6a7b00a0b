"""What is to be looked at, and when: hints settle first, and folders are swept on a slow clock."""

from collections.abc import Iterable
from dataclasses import dataclass

from alcove.paths import is_within

QUIET = 0.4
"""Seconds without another event after which a path is looked at: an editor's save is over."""

CLOSED = 0.05
"""The same, after the one who wrote the file has closed it."""

PATIENCE = 5.0
"""Seconds after which a path is looked at although events still come, as they do for a log."""


@dataclass(slots=True)
class _DuePath:
    first: float
    due: float
    recursive: bool = False
    hinted: bool = False


MOST = 10_000
"""Looks, beyond which everything is swept instead: one walk costs less than so many of them."""


class Schedule:
    """When each path and folder is due; all times are seconds of one monotonic clock."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._looks: dict[bytes, _DuePath] = {}
        self._sweeps: dict[bytes, float] = {}

    def hint(
        self, path: bytes, at: float, *, closed: bool = False, recursive: bool = False
    ) -> None:
        """Something happened to a path at the time `at`.

        Args:
            path: a file or a folder.
            at: when.
            closed: whether it was closed after writing.
            recursive: whether everything below it has to be looked at.
        """
        look = self._looks.setdefault(path, _DuePath(at, at))
        look.recursive |= recursive
        look.hinted = True
        look.due = min(at + (CLOSED if closed else QUIET), look.first + PATIENCE)

    def look(self, path: bytes, due: float) -> None:
        """Look at a path again at the time `due`, unless a hint makes it earlier."""
        self._looks.setdefault(path, _DuePath(due, due))

    @property
    def has_hints(self) -> bool:
        """Whether something happened that was not looked at yet."""
        return any(look.hinted for look in self._looks.values())

    @property
    def is_overfull(self) -> bool:
        """Whether there are so many looks that sweeps had better take their place."""
        return len(self._looks) > MOST

    def sweep_instead(self, folders: Iterable[bytes], now: float) -> None:
        """Drop all looks and sweep these folders."""
        self._looks.clear()
        for folder in folders:
            self.sweep(folder, now)

    def has(self, path: bytes) -> bool:
        """Whether a path is to be looked at by itself."""
        return path in self._looks

    def sweep(self, folder: bytes, due: float) -> None:
        """Sweep a folder at the time `due`, or earlier where that was planned already."""
        self._sweeps[folder] = min(due, self._sweeps.get(folder, due))

    def keep(self, folders: Iterable[bytes]) -> None:
        """Drop the sweeps of all other folders."""
        wanted = set(folders)
        self._sweeps = {folder: due for folder, due in self._sweeps.items() if folder in wanted}

    def due_looks(self, now: float, limit: int) -> dict[bytes, bool]:
        """Take at most `limit` paths that are due, each with whether to look below it.

        What lies below one that is looked at with all below it is left out.
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
        """Take the folder that has been due for the longest time, or None."""
        folder = min(self._sweeps, key=self._sweeps.__getitem__, default=None)
        if folder is None or self._sweeps[folder] > now:
            return None
        del self._sweeps[folder]
        return folder

    def next_due(self) -> float:
        """When the next thing is due; infinity where there is none."""
        looks = min((look.due for look in self._looks.values()), default=float("inf"))
        return min(looks, min(self._sweeps.values(), default=float("inf")))
