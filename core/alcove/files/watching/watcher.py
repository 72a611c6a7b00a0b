"""Watch folders for file events, and detect when the resulting hints are incomplete."""

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

_DEAF = 2  # missed canaries in a row: the second one means that a new source did not help


class Watcher:
    """Owns the event source, the state of each folder, and the hints. Called by one thread only.

    Events are only hints. The watcher notices when they are incomplete: the kernel's queue
    overflowed, a thread died, no event arrives (checked by a canary), a folder was replaced, or the
    machine slept. The remedy is always the same: open a new source, and mark every folder that it
    watches as `lost`, which asks the caller to rescan it. A folder is also `lost` when its watching
    starts: rescan it after `take` names it, and no change between scan and first event is missed.
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
        """Create the canary's folder; watch nothing yet.

        Args:
            wake: called from any thread when there is something to take; must not block.
            canary: a folder of our own, in the library, created if missing. Each check touches one
                file in it.
            prune: returns whether rules leave out a directory (absolute path); called from any
                thread, and for a new directory often while it is still empty.
            cancel: once set, a running walk ends with Cancelled; only `close` may follow.
            clock: seconds, never negative; also the source of the hints' times.
            asleep: returns the seconds that the machine slept so far.
            mounts: returns the file systems mounted now.
            open_source: opens a source, which starts the threads that read events.

        Raises:
            OSError: the folder for the canary cannot be created.
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
        self._missed_canaries = 0

    def watch(self, folders: Sequence[bytes]) -> None:
        """Make the watched folders equal to `folders`: absolute paths without symbolic links.

        Costs one stat for each folder when nothing changed. Retries a folder that is missing or was
        replaced; call this when a hint names the folder itself.

        Raises:
            Cancelled: the token was set; `take`, `check` and `rewalk` raise it too.
        """
        self._folders.want(folders)
        self._bring_up_to_date()

    def take(self) -> HintBatch:
        """Return the hints since the last call; empty if there are none.

        If events were lost, open a new source first, which takes about as long as listing every
        directory: folders are `lost` once all their directories are watched again.
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
        """Check the last canary, restart a dead source, retry failed folders, and send a canary.

        Call this about every minute; it also finds folders that were replaced without an event.
        """
        if self._sleep.has_slept():
            self._hint_queue.lose(self._folders.wanted)
        answer = self._canary.answer()
        if answer is not None:
            self._missed_canaries = 0 if answer else self._missed_canaries + 1
        if answer is False or self._folders.has_died:
            self._stop()
        self._bring_up_to_date()
        if self._folders.hears_canary:
            self._canary.send()

    def rewalk(self, directory: bytes) -> None:
        """Apply `prune` again to everything below `directory`, after a change of rules.

        Adds a recursive hint for it, because events may get lost meanwhile.
        """
        self._folders.rewalk(directory)
        self._hint_queue.happened(directory, EventKind.APPEARED)

    def states(self) -> Mapping[bytes, FolderWatch]:
        """Return the state of each folder, as of the last call of any other method."""
        return self._folders.states

    def close(self) -> None:
        """Stop all threads, within a second; `watch` starts again."""
        self._stop()

    def _stop(self) -> None:
        self._folders.stop()
        self._canary.recall()

    def _bring_up_to_date(self) -> None:
        self._folders.bring_up_to_date(is_deaf=self._missed_canaries >= _DEAF)

    def _prune_or_cancel(self, directory: bytes) -> bool:
        if self._cancel.is_set():
            raise Cancelled
        return self._prune(directory)
