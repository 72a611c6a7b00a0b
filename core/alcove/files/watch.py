"""Where files may have changed: watches folders, and knows when its own hints are incomplete."""

import stat
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from os import fsdecode
from pathlib import Path

from alcove.files.hints import Hints, Inbox
from alcove.files.volumes import Mount, mounts_below, needs_polling, read_mounts
from alcove.files.watch_canary import Canary
from alcove.files.watch_sleep import SleepDetector, seconds_asleep
from alcove.files.watch_source import Happening, Prune, Sink, Source, WatchLimitError
from alcove.files.watch_state import FolderWatch, SweptReason, WatchState

if sys.platform == "linux":
    from alcove.files.watch_inotify import InotifySource as SystemSource
else:
    from alcove.files.watch_observer import ObserverSource as SystemSource

RETRY_S = 600.0
"""Seconds until watches are asked for again after there were none left; a try walks the folder."""
_DEAF = 2  # silent canaries in a row: the second one means that a new source did not help

# Device and inode of a folder, and what is mounted below it: if either changes, watch it anew.
_Place = tuple[int, int, tuple[Mount, ...]]


class Watcher:
    """Owns the source of events and one state for each folder; called by one thread only.

    Events are hints. What this adds to them is to know when they are not complete: the kernel's
    queue ran over, a thread died, no event arrives (a canary tells), a folder was replaced, the
    machine slept. There is one remedy: a new source, and every folder that it watches is `lost`
    until somebody has looked at all of it. So is every folder when its watching begins: look at
    it after `take` names it, and nothing falls between the look and the first event.
    """

    def __init__(
        self,
        wake: Callable[[], None],
        *,
        canary: Path,
        prune: Prune,
        clock: Callable[[], float] = time.monotonic,
        asleep: Callable[[], float] = seconds_asleep,
        mounts: Callable[[], Sequence[Mount]] = read_mounts,
        open_source: Callable[[Sink, Prune], Source] = SystemSource,
    ) -> None:
        """Watch nothing yet.

        Args:
            wake: called from any thread when there is something to take; must not block.
            canary: a folder of our own, in the library, made if need be. One file in it is touched
                at each check.
            prune: says whether a directory (absolute path) is left out by rules; called from any
                thread, and before anything else is in a new directory.
            clock: seconds, never negative; stamps hints too.
            asleep: seconds that the machine slept so far.
            mounts: what is mounted now.
            open_source: starts the threads that read events.

        Raises:
            OSError: the folder for the canary cannot be made.
        """
        self._prune = prune
        self._clock = clock
        self._mounts = mounts
        self._open_source = open_source
        self._canary = Canary(canary, clock)
        self._sleep = SleepDetector(asleep)
        self._inbox = Inbox(wake, clock, self._canary.hears)
        self._source: Source | None = None
        self._folders: tuple[bytes, ...] = ()
        self._states: dict[bytes, FolderWatch] = {}
        self._places: dict[bytes, _Place] = {}
        self._retry_at: dict[bytes, float] = {}
        self._polled: frozenset[bytes] = frozenset()
        self._silences = 0

    def watch(self, folders: Sequence[bytes]) -> None:
        """Make the watched folders equal to `folders`: absolute paths without symbolic links.

        Costs one stat for each when nothing changed. A folder that is missing, or was replaced,
        is tried again; call this when a hint names the folder itself.
        """
        self._folders = tuple(dict.fromkeys(folders))
        self._inbox.expect(self._folders)
        for folder in self._states.keys() - set(self._folders):
            self._leave(folder)
            del self._states[folder]
            self._retry_at.pop(folder, None)
        self._bring_up_to_date()

    def take(self) -> Hints:
        """What happened since the last time; empty if nothing did.

        Watches anew first if events were lost, which takes about as long as listing every
        directory: the hints say `lost` once all directories are watched again.
        """
        has_broken, refused = self._inbox.take_trouble()
        for folder in refused:
            self._leave(folder)
            self._retry_at[folder] = self._clock() + RETRY_S
        if has_broken:
            self._stop_listening()
        if has_broken or refused:
            self._bring_up_to_date()
        return self._inbox.take()

    def check(self) -> None:
        """Judge the last canary, restart what died, retry what failed, and send a canary.

        To be called about every minute; folders that were replaced unseen are found here.
        """
        if self._sleep.has_slept():
            self._inbox.lose(self._folders)
        self._judge()
        self._bring_up_to_date()
        if self._source is not None and self._source.is_watching(self._canary.folder):
            self._canary.send()

    def rewalk(self, directory: bytes) -> None:
        """Ask `prune` again for everything below `directory`, after a change of rules.

        A recursive hint on it follows, because events may get lost in between.
        """
        if self._source is not None:
            self._source.rewalk(directory)
        self._inbox.happened(directory, Happening.APPEARED)

    def states(self) -> Mapping[bytes, FolderWatch]:
        """How each folder is kept fresh, as of the last call of any other method."""
        return dict(self._states)

    def close(self) -> None:
        """Stop all threads, within a second; the watcher can be told to watch again."""
        self._stop_listening()

    def _judge(self) -> None:
        answer = self._canary.answer()
        if answer is not None:
            self._silences = 0 if answer else self._silences + 1
        has_died = self._source is not None and not self._source.is_alive()
        if has_died or answer is False:
            self._stop_listening()

    def _stop_listening(self) -> None:
        if self._source is not None:
            self._source.close()
        self._source = None
        self._places.clear()
        self._canary.recall()

    def _bring_up_to_date(self) -> None:
        mounts = self._mounts()
        self._polled = frozenset(mount.path for mount in mounts if mount.reason)
        problem = self._listen()
        for folder in self._folders:
            reason = needs_polling(folder, mounts) or problem
            if reason is None:
                self._states[folder] = self._state_of(folder, mounts)
            else:
                self._leave(folder)
                self._states[folder] = FolderWatch(WatchState.SWEPT, reason)

    def _listen(self) -> SweptReason | None:
        """Open a source if there is none, with the canary in it; why no folder can be watched."""
        try:
            if self._source is None:
                self._source = self._open_source(self._inbox, self._is_left_out)
            if not self._source.is_watching(self._canary.folder):
                self._source.add(self._canary.folder)
        except (OSError, WatchLimitError) as error:
            if self._source is None:
                return _reason_of(error)
            # No canary without a watch; the folders meet the same trouble, and say so.
        return SweptReason.NO_EVENTS if self._silences >= _DEAF else None

    def _state_of(self, folder: bytes, mounts: Sequence[Mount]) -> FolderWatch:
        place = _place_of(folder, mounts)
        if place is None:
            if self._leave(folder):
                self._inbox.happened(folder, Happening.CHANGED)
            return FolderWatch(WatchState.MISSING)
        if not self._is_watching(folder, place):
            problem = self._start(folder)
            if problem is not None:
                return problem
            self._places[folder] = place
            self._inbox.lose([folder])
        polled = tuple(mount.path for mount in place[2] if mount.reason)
        return FolderWatch(WatchState.WATCHED, swept_below=polled)

    def _is_watching(self, folder: bytes, place: _Place) -> bool:
        assert self._source is not None
        return self._places.get(folder) == place and self._source.is_watching(folder)

    def _start(self, folder: bytes) -> FolderWatch | None:
        """Watch a folder anew; its state if that cannot be done."""
        assert self._source is not None
        if self._clock() < self._retry_at.get(folder, 0.0):
            return FolderWatch(WatchState.SWEPT, SweptReason.WATCH_LIMIT)
        self._leave(folder)
        try:
            self._source.add(folder)
        except (FileNotFoundError, NotADirectoryError):
            return FolderWatch(WatchState.MISSING)
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
        status = Path(fsdecode(folder)).stat()
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
