"""Each wanted folder brought to be watched, or what stands in the way."""

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from alcove.files.watching.hints import HintQueue
from alcove.files.watching.source import EventKind, EventSink, EventSource, Prune, WatchLimitError
from alcove.files.watching.state import FolderWatch, SweptReason, WatchState
from alcove.files.watching.volumes import Mount, mounts_below, needs_polling

RETRY_S = 600.0
"""Seconds until watches are asked for again after there were none left; a try walks the folder."""

# Device and inode of a folder, and what is mounted below it: if either changes, watch it anew.
_Place = tuple[int, int, tuple[Mount, ...]]
_MISSING = FolderWatch(WatchState.MISSING)


class WatchedFolders:
    """Owns the source of events and the state of each folder; one thread calls.

    A folder is `lost` in the inbox whenever its watching begins.
    """

    def __init__(
        self,
        hint_queue: HintQueue,
        canary: bytes,
        prune: Prune,
        *,
        clock: Callable[[], float],
        mounts: Callable[[], Sequence[Mount]],
        open_source: Callable[[EventSink, Prune], EventSource],
    ) -> None:
        """Watch nothing yet.

        Args:
            hint_queue: where sources tell.
            canary: a folder that is watched beside the wanted ones, and has no state.
            prune: see `Prune`.
            clock: seconds, never negative.
            mounts: what is mounted now.
            open_source: starts the threads that read events.
        """
        self._hint_queue = hint_queue
        self._canary = canary
        self._prune = prune
        self._clock = clock
        self._mounts = mounts
        self._open_source = open_source
        self._source: EventSource | None = None
        self._places: dict[bytes, _Place] = {}
        self._retry_at: dict[bytes, float] = {}
        self._polled: frozenset[bytes] = frozenset()
        self._states: dict[bytes, FolderWatch] = {}
        self.wanted: tuple[bytes, ...] = ()

    @property
    def states(self) -> Mapping[bytes, FolderWatch]:
        """How each folder stands."""
        return dict(self._states)

    @property
    def has_died(self) -> bool:
        """Whether there is a source whose threads do not run."""
        return self._source is not None and not self._source.is_alive()

    @property
    def hears_canary(self) -> bool:
        """Whether an event in the canary's folder is to be expected."""
        return self._source is not None and self._source.is_watching(self._canary)

    def want(self, folders: Sequence[bytes]) -> None:
        """Let go of all folders but these; `bring_up_to_date` begins with new ones."""
        self.wanted = tuple(dict.fromkeys(folders))
        self._hint_queue.expect(self.wanted)
        for folder in self._states.keys() - set(self.wanted):
            self._leave(folder)
            del self._states[folder]
            self._retry_at.pop(folder, None)

    def bring_up_to_date(self, *, is_deaf: bool) -> None:
        """Watch what can be watched, and find every folder's state.

        Args:
            is_deaf: no events arrive: watch the canary alone, to learn when they do.
        """
        mounts = self._mounts()
        self._polled = frozenset(mount.path for mount in mounts if mount.reason)
        problem = self._listen()
        if problem is None and is_deaf:
            problem = SweptReason.NO_EVENTS
        for folder in self.wanted:
            # First the mounts, which ask nothing of a server that may be gone.
            reason = needs_polling(folder, mounts) or problem
            if reason is None:
                self._states[folder] = self._watched(folder, mounts)
            else:
                self._leave(folder)
                self._states[folder] = FolderWatch(WatchState.SWEPT, reason)

    def refused(self, folder: bytes) -> None:
        """Take note that the source gave a folder up for want of watches."""
        self._leave(folder)
        self._retry_at[folder] = self._clock() + RETRY_S

    def rewalk(self, directory: bytes) -> None:
        """Ask `prune` again for everything below a directory."""
        if self._source is not None:
            self._source.rewalk(directory)

    def stop(self) -> None:
        """Close the source; the next time that folders are brought up to date opens a new one."""
        if self._source is not None:
            self._source.close()
        self._source = None
        self._places.clear()

    def _listen(self) -> SweptReason | None:
        """Open a source if there is none, with the canary in it; say why there can be none."""
        try:
            if self._source is None:
                self._source = self._open_source(self._hint_queue, self._is_left_out)
            if not self._source.is_watching(self._canary):
                self._source.add(self._canary)
        except (OSError, WatchLimitError) as error:
            if self._source is None:
                return _reason_of(error)
            # No canary without a watch; the folders meet the same trouble, and say so.
        return None

    def _watched(self, folder: bytes, mounts: Sequence[Mount]) -> FolderWatch:
        """Watch one folder, unless it is watched already; its state then."""
        assert self._source is not None
        place = _place_of(folder, mounts)
        if place is None:
            if self._leave(folder):
                self._hint_queue.happened(folder, EventKind.CHANGED)
            return _MISSING
        if self._places.get(folder) != place or not self._source.is_watching(folder):
            problem = self._start(self._source, folder)
            if problem is not None:
                return problem
            self._places[folder] = place
            self._hint_queue.lose([folder])
        polled = tuple(mount.path for mount in place[2] if mount.reason)
        return FolderWatch(WatchState.WATCHED, swept_below=polled)

    def _start(self, source: EventSource, folder: bytes) -> FolderWatch | None:
        """Watch a folder anew; its state if that cannot be done."""
        if self._clock() < self._retry_at.get(folder, 0.0):
            return FolderWatch(WatchState.SWEPT, SweptReason.WATCH_LIMIT)
        self._leave(folder)
        try:
            source.add(folder)
        except (FileNotFoundError, NotADirectoryError):
            return _MISSING
        except (OSError, WatchLimitError) as error:
            if isinstance(error, WatchLimitError):
                self._retry_at[folder] = self._clock() + RETRY_S
            return FolderWatch(WatchState.SWEPT, _reason_of(error))
        self._retry_at.pop(folder, None)
        return None

    def _leave(self, folder: bytes) -> bool:
        """Stop watching a folder; False if it was not watched."""
        if self._source is not None:
            self._source.discard(folder)
        return self._places.pop(folder, None) is not None

    def _is_left_out(self, directory: bytes) -> bool:
        # A walk into a share whose server is gone would hang the thread that reads events.
        return directory in self._polled or self._prune(directory)


def _place_of(folder: bytes, mounts: Sequence[Mount]) -> _Place | None:
    try:
        status = Path(os.fsdecode(folder)).stat()
    except OSError:
        return None
    if not stat.S_ISDIR(status.st_mode):
        return None
    return status.st_dev, status.st_ino, mounts_below(folder, mounts)


def _reason_of(error: Exception) -> SweptReason:
    if isinstance(error, WatchLimitError):
        return SweptReason.WATCH_LIMIT
    if isinstance(error, PermissionError):
        return SweptReason.NO_PERMISSION
    return SweptReason.UNSUPPORTED
