"""Deduplicate file events into hints: paths to check again, and folders to rescan as a whole."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from alcove.files.watching.source import EventKind
from alcove.paths import is_within

LIMIT = 10_000
"""Paths held before the folder with the most of them is marked as lost; about 3 MB.

Checking so many paths one by one takes longer than one walk over a folder of 100,000 files.
"""


@dataclass(frozen=True, slots=True)
class Hint:
    """The merged events of one path.

    Attributes:
        at: time of the last event, in seconds of the watcher's clock.
        closed: the last event about its content closed it after writing, or renamed it to this
            path; otherwise a program may still be writing to it.
        recursive: a directory that was created here or moved here: everything below it must be
            checked. A directory without this has itself changed (permissions) or is gone; changes
            in it have hints of their own.
    """

    at: float
    closed: bool = False
    recursive: bool = False


@dataclass(frozen=True, slots=True)
class HintBatch:
    """All hints since the last take.

    Attributes:
        paths: absolute path → hint; includes both ends of a rename.
        lost: folders with lost events: rescan everything in them.
    """

    paths: Mapping[bytes, Hint]
    lost: frozenset[bytes]

    def __bool__(self) -> bool:
        return bool(self.paths or self.lost)


class HintQueue:
    """Owns the hints that were not taken yet. Any thread may call any method.

    Calls `wake`, outside its lock, on the first event after the queue was emptied.
    """

    def __init__(
        self,
        wake: Callable[[], None],
        clock: Callable[[], float],
        is_ours: Callable[[bytes], bool],
        *,
        limit: int = LIMIT,
    ) -> None:
        self._wake = wake
        self._clock = clock
        self._is_ours = is_ours
        self._limit = limit
        self._lock = threading.Lock()
        self._folders: tuple[bytes, ...] = ()
        self._paths: dict[bytes, Hint] = {}
        self._lost: set[bytes] = set()
        self._refused: set[bytes] = set()
        self._is_broken = False

    def expect(self, folders: Iterable[bytes]) -> None:
        """Accept events of these folders only, and drop the hints of all others."""
        with self._lock:
            self._folders = tuple(sorted(folders, key=len, reverse=True))  # innermost first
            self._lost.intersection_update(self._folders)
            self._paths = {p: hint for p, hint in self._paths.items() if self._folder_of(p)}

    def happened(self, path: bytes, kind: EventKind) -> None:
        """Record one event, unless its whole folder is lost anyway."""
        if self._is_ours(path):
            return
        with self._lock:
            folder = self._folder_of(path)
            if folder is None or folder in self._lost:
                return
            is_first = not self._has_any()
            self._paths[path] = _merged(self._paths.get(path), kind, self._clock())
            if len(self._paths) > self._limit:
                self._lose_fullest()
        if is_first:
            self._wake()

    def lose(self, folders: Iterable[bytes]) -> None:
        """Record that events of these folders were lost."""
        with self._lock:
            is_first = not self._has_any()
            self._lose(folders)
            must_wake = is_first and self._has_any()
        if must_wake:
            self._wake()

    def refused(self, folder: bytes) -> None:
        """Record that a folder is no longer watched, and mark it as lost."""
        with self._lock:
            self._refused.add(folder)
        self.lose([folder])

    def broke(self) -> None:
        """Record that the source must be replaced; wake every time, so that it happens soon."""
        with self._lock:
            self._is_broken = True
        self._wake()

    def take_trouble(self) -> tuple[bool, frozenset[bytes]]:
        """Return whether the source broke, and the folders refused, since the last call."""
        with self._lock:
            problem = self._is_broken, frozenset(self._refused)
            self._is_broken = False
            self._refused = set()
            return problem

    def take(self) -> HintBatch:
        """Return all hints since the last call, and empty the queue."""
        with self._lock:
            hints = HintBatch(self._paths, frozenset(self._lost))
            self._paths = {}
            self._lost = set()
            return hints

    def _has_any(self) -> bool:
        return bool(self._paths or self._lost)

    def _folder_of(self, path: bytes) -> bytes | None:
        return next((folder for folder in self._folders if is_within(path, folder)), None)

    def _lose(self, folders: Iterable[bytes]) -> None:
        self._lost.update(folder for folder in folders if folder in self._folders)
        self._paths = {p: h for p, h in self._paths.items() if self._folder_of(p) not in self._lost}

    def _lose_fullest(self) -> None:
        counts = Counter(folder for folder in map(self._folder_of, self._paths) if folder)
        self._lose([counts.most_common(1)[0][0]])


def _merged(before: Hint | None, kind: EventKind, now: float) -> Hint:
    was_closed = before is not None and before.closed
    return Hint(
        now,
        # A program that copies a file sets permissions and times after the last byte.
        closed=kind is EventKind.FINISHED or (kind is EventKind.TOUCHED and was_closed),
        recursive=kind is EventKind.APPEARED or (before is not None and before.recursive),
    )
