"""Event source on Linux: inotify, with a watch on every directory that is not pruned."""

import threading

from watchdog.observers.inotify_c import InotifyConstants, InotifyEvent

from alcove.errors import Cancelled
from alcove.files.watching.inotify_tree import WatchTree
from alcove.files.watching.source import EventKind, EventSink, Prune, WatchLimitError, is_reached
from alcove.paths import entry_in, is_within

_FINISHED = InotifyConstants.IN_CLOSE_WRITE | InotifyConstants.IN_MOVED_TO
_ARRIVED = InotifyConstants.IN_CREATE | InotifyConstants.IN_MOVED_TO


class InotifySource:
    """Owns the watched trees of all folders, in one inotify instance with one thread.

    A folder inside another one shares its watches, so each event arrives once.
    """

    def __init__(self, sink: EventSink, prune: Prune) -> None:
        """Start the thread; for errors see `WatchTree`."""
        self._sink = sink
        self._prune = prune
        self._lock = threading.Lock()
        self._folders: frozenset[bytes] = frozenset()
        self._has_overflowed = False
        self._tree = WatchTree(self, prune)

    def add(self, folder: bytes) -> None:
        """See `EventSource.add`."""
        with self._lock:
            self._folders |= {folder}
        if folder in self._tree:
            return
        try:
            self._tree.plant(folder, follow=True)
        except (OSError, WatchLimitError):
            self.discard(folder)
            raise

    def discard(self, folder: bytes) -> None:
        """See `EventSource.discard`."""
        with self._lock:
            self._folders -= {folder}
        self._tree.uproot(folder, keep=self._is_wanted)

    def is_watching(self, folder: bytes) -> bool:
        """See `EventSource.is_watching`."""
        return folder in self._folders and folder in self._tree

    def rewalk(self, directory: bytes) -> None:
        """See `EventSource.rewalk`."""
        self._tree.uproot(directory)
        inside = [folder for folder in self._folders if is_within(folder, directory)]
        for top in {directory, *inside}:
            if top not in self._tree and self._is_wanted(top):
                self._enter(top)

    def is_alive(self) -> bool:
        """See `EventSource.is_alive`."""
        return self._tree.is_alive()

    def close(self) -> None:
        """See `EventSource.close`."""
        with self._lock:
            self._folders = frozenset()
        self._has_overflowed = True
        self._tree.close()

    def on_overflow(self) -> None:
        """Report once that the kernel's queue overflowed, though called for each directory."""
        if not self._has_overflowed:
            self._has_overflowed = True
            self._sink.broke()

    def on_unwatched(self, directory: bytes) -> None:
        """Report a deleted or unmounted folder; events of the parent report other directories."""
        if directory in self._folders:
            self._sink.happened(directory, EventKind.CHANGED)

    def on_event(self, directory: bytes, event: InotifyEvent) -> None:
        """Update the watches for one event, and report it to the sink."""
        try:
            self._on_event(directory, event)
        except Cancelled:
            return  # `close` follows a cancel, and this thread must live until then

    def _on_event(self, directory: bytes, event: InotifyEvent) -> None:
        path = entry_in(directory, event.name) if event.name else directory
        if not event.name:
            self._on_itself(path, event.mask)
        elif not event.mask & InotifyConstants.IN_ISDIR:
            self._sink.happened(path, _of_file(event.mask))
        elif path in self._folders or not self._prune(path):
            self._on_directory(path, event.mask)

    def _on_itself(self, directory: bytes, mask: int) -> None:
        if directory not in self._folders:
            return  # the parent's watch reports it
        if mask & InotifyConstants.IN_MOVE_SELF:
            self._tree.uproot(directory)
            self._sink.happened(directory, EventKind.CHANGED)
        elif mask & InotifyConstants.IN_ATTRIB:
            self._sink.happened(directory, EventKind.TOUCHED)

    def _on_directory(self, path: bytes, mask: int) -> None:
        is_watched = path in self._tree
        if mask & InotifyConstants.IN_CREATE and is_watched:
            return  # a walk found it after it was created, and that walk's hint covers it
        if mask & InotifyConstants.IN_ATTRIB and is_watched:
            self._sink.happened(path, EventKind.TOUCHED)
            return
        if is_watched:
            self._leave(path)
        # Also after it went away: something else may have its name by now (renames can exchange).
        has_appeared = self._enter(path) or mask & _ARRIVED
        self._sink.happened(path, EventKind.APPEARED if has_appeared else EventKind.CHANGED)

    def _leave(self, path: bytes) -> None:
        self._tree.uproot(path)
        for folder in self._folders:
            if is_within(folder, path):
                self._sink.happened(folder, EventKind.CHANGED)

    def _enter(self, path: bytes) -> bool:
        """Watch the tree at `path`; return False if there is none to watch."""
        try:
            self._tree.plant(path, follow=path in self._folders)
        except OSError:
            return False
        except WatchLimitError:
            self._give_up(path)
        return True

    def _give_up(self, path: bytes) -> None:
        """Stop watching the folders around `path`: a half-watched folder would look fully watched.

        This also frees watches for other folders and for the user's other programs.
        """
        for folder in self._folders:
            if is_within(path, folder):
                self.discard(folder)
                self._sink.refused(folder)

    def _is_wanted(self, directory: bytes) -> bool:
        return any(
            is_reached(directory, folder, self._prune, is_directory=True)
            for folder in self._folders
        )


def _of_file(mask: int) -> EventKind:
    if mask & _FINISHED:
        return EventKind.FINISHED
    return EventKind.TOUCHED if mask & InotifyConstants.IN_ATTRIB else EventKind.CHANGED
