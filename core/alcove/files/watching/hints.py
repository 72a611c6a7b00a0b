"""What file events say, collapsed: where to look again, and which folders to look at as a whole."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from alcove.files.watching.source import EventKind
from alcove.paths import is_within

LIMIT = 10_000
"""Paths held before the folder with most of them is given up as lost; about 3 MB.

Looking at so many paths one by one takes longer than one walk over a folder of 100,000 files.
"""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is known of one path where something happened.

    Attributes:
        at: moment of the last event, in seconds of the watcher's clock.
        closed: the last event that concerns its content closed it after writing, or renamed it to
            here; otherwise somebody may still be writing.
        recursive: a directory that appeared here: everything below it has to be looked at. A
            directory without this has itself changed (permissions) or is gone; what changed in
            it has hints of its own.
    """

    at: float
    closed: bool = False
    recursive: bool = False


@dataclass(frozen=True, slots=True)
class HintBatch:
    """Everything that happened since hints were last taken.

    Attributes:
        paths: absolute path → hint; both ends of a rename are among them.
        lost: folders whose events are not all known: look at everything in them.
    """

    paths: Mapping[bytes, Hint]
    lost: frozenset[bytes]

    def __bool__(self) -> bool:
        return bool(self.paths or self.lost)


class HintQueue:
    """Owns what was told and not yet taken; any thread may call any method.

    Calls `wake` when the first thing comes in after it was emptied, outside its lock.
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
        """Keep what is told of these folders, and drop everything else."""
        with self._lock:
            self._folders = tuple(sorted(folders, key=len, reverse=True))  # innermost first
            self._lost.intersection_update(self._folders)
            self._paths = {p: hint for p, hint in self._paths.items() if self._folder_of(p)}

    def happened(self, path: bytes, what: EventKind) -> None:
        """Note one event, unless the whole folder is to be looked at anyway."""
        if self._is_ours(path):
            return
        with self._lock:
            folder = self._folder_of(path)
            if folder is None or folder in self._lost:
                return
            is_first = not self._has_any()
            self._paths[path] = _merged(self._paths.get(path), what, self._clock())
            if len(self._paths) > self._limit:
                self._give_up_the_fullest()
        if is_first:
            self._wake()

    def lose(self, folders: Iterable[bytes]) -> None:
        """Note that events of these folders are not all known."""
        with self._lock:
            is_first = not self._has_any()
            self._lose(folders)
            must_wake = is_first and self._has_any()
        if must_wake:
            self._wake()

    def refused(self, folder: bytes) -> None:
        """Note that a folder which was watched is so no longer."""
        with self._lock:
            self._refused.add(folder)
        self.lose([folder])

    def broke(self) -> None:
        """Note that the source is not to be trusted; wakes each time, to be replaced soon."""
        with self._lock:
            self._is_broken = True
        self._wake()

    def take_trouble(self) -> tuple[bool, frozenset[bytes]]:
        """Whether the source broke, and which folders were refused, since this was last asked."""
        with self._lock:
            problem = self._is_broken, frozenset(self._refused)
            self._is_broken = False
            self._refused = set()
            return problem

    def take(self) -> HintBatch:
        """Everything since the last time."""
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

    def _give_up_the_fullest(self) -> None:
        counts = Counter(folder for folder in map(self._folder_of, self._paths) if folder)
        self._lose([counts.most_common(1)[0][0]])


def _merged(before: Hint | None, what: EventKind, now: float) -> Hint:
    was_closed = before is not None and before.closed
    return Hint(
        now,
        # Permissions and times are set after the last byte by whoever copies a file.
        closed=what is EventKind.FINISHED or (what is EventKind.TOUCHED and was_closed),
        recursive=what is EventKind.APPEARED or (before is not None and before.recursive),
    )
