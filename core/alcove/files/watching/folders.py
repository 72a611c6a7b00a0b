"""Start and stop watching the requested folders, and track why one cannot be watched."""

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from alcove.files.watching.hints import HintQueue
from alcove.files.watching.source import EventKind, EventSink, EventSource, Prune, WatchLimitError
from alcove.files.watching.state import FolderWatch, SweptReason, WatchState
from alcove.files.watching.volumes import Mount, mounts_below, needs_polling

RETRY_S = 600.0
"""Seconds between retries after the system ran out of watches; each retry walks the folder."""

# Device and inode of a folder, and the mounts below it: if any changes, watch it from scratch.
_Identity = tuple[int, int, tuple[Mount, ...]]
_MISSING = FolderWatch(WatchState.MISSING)


class WatchedFolders:
    """Owns the event source and the state of each folder. Called by one thread only.

    Whenever watching of a folder starts, the hint queue lists it as `lost`.
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
        """Store the parts; watch nothing yet.

        Args:
            hint_queue: sink of the source's events.
            canary: folder that is watched beside the requested ones, and has no state.
            prune: see `Prune`.
            clock: seconds, never negative.
            mounts: returns the file systems mounted now.
            open_source: opens a source, which starts the threads that read events.
        """
        self._hint_queue = hint_queue
        self._canary = canary
        self._prune = prune
        self._clock = clock
        self._mounts = mounts
        self._open_source = open_source
        self._source: EventSource | None = None
        self._identities: dict[bytes, _Identity] = {}
        self._retry_at: dict[bytes, float] = {}
        self._polled: frozenset[bytes] = frozenset()
        self._states: dict[bytes, FolderWatch] = {}
        self.wanted: tuple[bytes, ...] = ()

    @property
    def states(self) -> Mapping[bytes, FolderWatch]:
        """The state of each requested folder."""
        return dict(self._states)

    @property
    def has_died(self) -> bool:
        """Whether the source is open but its threads have ended."""
        return self._source is not None and not self._source.is_alive()

    @property
    def hears_canary(self) -> bool:
        """Whether the canary's folder is watched, so that its events should arrive."""
        return self._source is not None and self._source.is_watching(self._canary)

    def want(self, folders: Sequence[bytes]) -> None:
        """Stop watching all folders but these; `bring_up_to_date` starts to watch new ones."""
        self.wanted = tuple(dict.fromkeys(folders))
        self._hint_queue.expect(self.wanted)
        for folder in self._states.keys() - set(self.wanted):
            self._leave(folder)
            del self._states[folder]
            self._retry_at.pop(folder, None)

    def bring_up_to_date(self, *, is_deaf: bool) -> None:
        """Watch every folder that can be watched, and update the state of each.

        Args:
            is_deaf: no events arrive; watch only the canary, to notice when they arrive again.
        """
        mounts = self._mounts()
        self._polled = frozenset(mount.path for mount in mounts if mount.reason)
        problem = self._listen()
        if problem is None and is_deaf:
            problem = SweptReason.NO_EVENTS
        for folder in self.wanted:
            # Check the mounts first: that needs no access to a server that may be gone.
            reason = needs_polling(folder, mounts) or problem
            if reason is None:
                self._states[folder] = self._watched(folder, mounts)
            else:
                self._leave(folder)
                self._states[folder] = FolderWatch(WatchState.SWEPT, reason)

    def refused(self, folder: bytes) -> None:
        """Record that the source stopped watching a folder because no watches were left."""
        self._leave(folder)
        self._retry_at[folder] = self._clock() + RETRY_S

    def rewalk(self, directory: bytes) -> None:
        """Apply `prune` again to everything below a directory."""
        if self._source is not None:
            self._source.rewalk(directory)

    def stop(self) -> None:
        """Close the source; `bring_up_to_date` opens a new one."""
        if self._source is not None:
            self._source.close()
        self._source = None
        self._identities.clear()

    def _listen(self) -> SweptReason | None:
        """Open a source unless one is open, and watch the canary; return why none can be opened."""
        try:
            if self._source is None:
                self._source = self._open_source(self._hint_queue, self._is_left_out)
            if not self._source.is_watching(self._canary):
                self._source.add(self._canary)
        except (OSError, WatchLimitError) as error:
            if self._source is None:
                return _reason_of(error)
            # No watch for the canary; the folders then get the same error, and report it.
        return None

    def _watched(self, folder: bytes, mounts: Sequence[Mount]) -> FolderWatch:
        """Watch one folder unless it is watched already; return its state."""
        assert self._source is not None
        identity = _identity_of(folder, mounts)
        if identity is None:
            if self._leave(folder):
                self._hint_queue.happened(folder, EventKind.CHANGED)
            return _MISSING
        if self._identities.get(folder) != identity or not self._source.is_watching(folder):
            problem = self._start(self._source, folder)
            if problem is not None:
                return problem
            self._identities[folder] = identity
            self._hint_queue.lose([folder])
        polled = tuple(mount.path for mount in identity[2] if mount.reason)
        return FolderWatch(WatchState.WATCHED, swept_below=polled)

    def _start(self, source: EventSource, folder: bytes) -> FolderWatch | None:
        """Start to watch a folder from scratch; return its state if that fails, else None."""
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
        """Stop watching a folder; return whether it was watched."""
        if self._source is not None:
            self._source.discard(folder)
        return self._identities.pop(folder, None) is not None

    def _is_left_out(self, directory: bytes) -> bool:
        # Walking into a share whose server is gone would hang the thread that reads events.
        return directory in self._polled or self._prune(directory)


def _identity_of(folder: bytes, mounts: Sequence[Mount]) -> _Identity | None:
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
