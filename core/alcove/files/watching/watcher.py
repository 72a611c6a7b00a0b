"""Where files may have changed: watches folders, and knows when its own hints are incomplete."""

import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from alcove.errors import Cancelled
from alcove.files.watching.canary import Canary
from alcove.files.watching.folders import WatchedFolders
from alcove.files.watching.hints import HintBatch, HintQueue
from alcove.files.watching.sleep import SleepDetector, seconds_asleep
from alcove.files.watching.source import EventKind, EventSink, EventSource, Prune
from alcove.files.watching.state import FolderWatch
from alcove.files.watching.volumes import Mount, read_mounts

if sys.platform == "linux":
    from alcove.files.watching.inotify import InotifySource as SystemSource
else:
    from alcove.files.watching.observer import ObserverSource as SystemSource

_DEAF = 2  # silent canaries in a row: the second one means that a new source did not help


class Watcher:
    """Owns what watches folders and what it told; called by one thread only.

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
        cancel: threading.Event | None = None,
        clock: Callable[[], float] = time.monotonic,
        asleep: Callable[[], float] = seconds_asleep,
        mounts: Callable[[], Sequence[Mount]] = read_mounts,
        open_source: Callable[[EventSink, Prune], EventSource] = SystemSource,
    ) -> None:
        """Watch nothing yet.

        Args:
            wake: called from any thread when there is something to take; must not block.
            canary: a folder of our own, in the library, made if need be. One file in it is touched
                at each check.
            prune: says whether a directory (absolute path) is left out by rules; called from any
                thread, and for a new directory often before anything is in it.
            cancel: set: a walk that is going on ends with Cancelled; only `close` is left then.
            clock: seconds, never negative; stamps hints too.
            asleep: seconds that the machine slept so far.
            mounts: what is mounted now.
            open_source: starts the threads that read events.

        Raises:
            OSError: the folder for the canary cannot be made.
        """
        self._prune = prune
        self._cancel = cancel or threading.Event()
        self._canary = Canary(canary, clock)
        self._sleep = SleepDetector(asleep)
        self._hint_queue = HintQueue(wake, clock, self._canary.hears)
        self._folders = WatchedFolders(
            self._hint_queue,
            self._canary.folder,
            self._prune_or_cancel,
            clock=clock,
            mounts=mounts,
            open_source=open_source,
        )
        self._silences = 0

    def watch(self, folders: Sequence[bytes]) -> None:
        """Make the watched folders equal to `folders`: absolute paths without symbolic links.

        Costs one stat for each when nothing changed. A folder that is missing, or was replaced,
        is tried again; call this when a hint names the folder itself.

        Raises:
            Cancelled: the token was set; so do `take`, `check` and `rewalk`.
        """
        self._folders.want(folders)
        self._bring_up_to_date()

    def take(self) -> HintBatch:
        """What happened since the last time; empty if nothing did.

        Watches anew first if events were lost, which takes about as long as listing every
        directory: the hints say `lost` once all directories are watched again.
        """
        has_broken, refused = self._hint_queue.take_trouble()
        for folder in refused:
            self._folders.refused(folder)
        if has_broken:
            self._stop()
        if has_broken or refused:
            self._bring_up_to_date()
        return self._hint_queue.take()

    def check(self) -> None:
        """Judge the last canary, restart what died, retry what failed, and send a canary.

        To be called about every minute; folders that were replaced unseen are found here.
        """
        if self._sleep.has_slept():
            self._hint_queue.lose(self._folders.wanted)
        answer = self._canary.answer()
        if answer is not None:
            self._silences = 0 if answer else self._silences + 1
        if answer is False or self._folders.has_died:
            self._stop()
        self._bring_up_to_date()
        if self._folders.hears_canary:
            self._canary.send()

    def rewalk(self, directory: bytes) -> None:
        """Ask `prune` again for everything below `directory`, after a change of rules.

        A recursive hint on it follows, because events may get lost in between.
        """
        self._folders.rewalk(directory)
        self._hint_queue.happened(directory, EventKind.APPEARED)

    def states(self) -> Mapping[bytes, FolderWatch]:
        """How each folder is kept fresh, as of the last call of any other method."""
        return self._folders.states

    def close(self) -> None:
        """Stop all threads, within a second; `watch` begins anew."""
        self._stop()

    def _stop(self) -> None:
        self._folders.stop()
        self._canary.recall()

    def _bring_up_to_date(self) -> None:
        self._folders.bring_up_to_date(is_deaf=self._silences >= _DEAF)

    def _prune_or_cancel(self, directory: bytes) -> bool:
        if self._cancel.is_set():
            raise Cancelled
        return self._prune(directory)
