"""Keep inotify watches on directory trees, without the directories that rules leave out."""

import errno
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from watchdog.observers.inotify_c import (
    CallbackId,
    InotifyConstants,
    InotifyEvent,
    InotifyFD,
    Mask,
    WatchDescriptor,
)

from alcove.files.watching.source import Prune, WatchLimitError
from alcove.paths import is_within

# Left out: open, read, close without writing. Our own reading would wake us forever.
# EXCL_UNLINK: no events for files that are open but already unlinked.
_MASK = Mask(
    InotifyConstants.IN_MODIFY
    | InotifyConstants.IN_ATTRIB
    | InotifyConstants.IN_CLOSE_WRITE
    | InotifyConstants.IN_MOVE
    | InotifyConstants.IN_CREATE
    | InotifyConstants.IN_DELETE
    | InotifyConstants.IN_DELETE_SELF
    | InotifyConstants.IN_MOVE_SELF
    | InotifyConstants.IN_ONLYDIR
    | InotifyConstants.IN_EXCL_UNLINK
)
# Errors of inotify_add_watch(2) and inotify_init(2) where one of their limits is reached.
_LIMITS = frozenset((errno.ENOSPC, errno.ENOMEM, errno.EMFILE, errno.ENFILE))


class WatchListener(Protocol):
    """Receiver of the events of watched directories; called on the reader's thread."""

    def on_event(self, directory: bytes, event: InotifyEvent) -> None:
        """Handle an event on `directory` itself or, if it has a name, on an entry in it."""

    def on_unwatched(self, directory: bytes) -> None:
        """Handle a watch dropped by the system: the directory is deleted or unmounted."""

    def on_overflow(self) -> None:
        """Handle an overflow of the kernel's queue: events are lost."""


@dataclass(slots=True, eq=False)
class _Directory:
    """One watched directory; implements watchdog's WatchCallback."""

    path: bytes
    tree: "WatchTree"
    wd: WatchDescriptor

    @property
    def key(self) -> tuple[WatchDescriptor, CallbackId]:
        return self.wd, CallbackId(id(self))

    def on_event(self, event: InotifyEvent) -> None:
        self.tree.listener.on_event(self.path, event)

    def on_watch_deleted(self, wd: WatchDescriptor) -> None:  # noqa: ARG002 - watchdog's signature
        if self.tree.strike_off(self):
            self.tree.listener.on_unwatched(self.path)

    def on_queue_overflow(self) -> None:
        self.tree.listener.on_overflow()


class _EventReader(InotifyFD):
    """The thread that reads events of one inotify instance."""

    def __init__(self) -> None:
        super().__init__()
        # watchdog 7.1 starts with True, and then leaks three descriptors when it is stopped before
        # its first read.
        self._is_reading = False


class WatchTree:
    """Owns one inotify instance with its thread and its watches. Any thread may call.

    Uses watchdog's InotifyFD and WatchCallback but not its Observer, which walks into every
    directory (a .git, a node_modules and a virtual environment have more of them than most people's
    documents), keeps every event in an unbounded queue, and reports no overflow.

    Raises:
        WatchLimitError: this user has no inotify instance left.
        OSError: the system has no inotify.
    """

    def __init__(self, listener: WatchListener, prune: Prune) -> None:
        self.listener = listener
        self._prune = prune
        self._lock = threading.Lock()
        self._directories: dict[bytes, _Directory] = {}
        self._is_closed = False
        try:
            self._reader = _EventReader()
        except OSError as error:
            raise _limit_or(error) from error
        self._reader.start()

    def __contains__(self, directory: bytes) -> bool:
        return directory in self._directories

    def is_alive(self) -> bool:
        """Return whether the reading thread runs."""
        return self._reader.is_alive()

    def plant(self, top: bytes, *, follow: bool = False) -> None:
        """Watch `top` and every directory below it that is neither pruned nor watched already.

        Each is watched before it is listed, so that nothing created in between can be missed.

        Args:
            top: path of a directory; `prune` is not applied to it.
            follow: whether `top` may be a symbolic link.

        Raises:
            WatchLimitError: there is no watch left; some of the tree may be watched.
            OSError: `top` is missing, not a directory, or not readable.
        """
        self._watch(top, Mask(0) if follow else InotifyConstants.IN_DONT_FOLLOW)
        queue = [top]
        while queue and not self._is_closed:
            for below in _directories_in(queue.pop()):
                if below in self or self._prune(below):
                    continue
                try:
                    self._watch(below, InotifyConstants.IN_DONT_FOLLOW)
                except OSError:
                    continue  # deleted, or not readable: a scan could not enter it either
                queue.append(below)

    def uproot(self, top: bytes, *, keep: Callable[[bytes], bool] | None = None) -> None:
        """Drop the watches of `top` and of all directories below it, except those to `keep`."""
        with self._lock:
            below = [d for path, d in self._directories.items() if is_within(path, top)]
            dropped = [d for d in below if keep is None or not keep(d.path)]
            for directory in dropped:
                del self._directories[directory.path]
            if not self._is_closed:
                self._reader.remove_callbacks([directory.key for directory in dropped])

    def strike_off(self, directory: _Directory) -> bool:
        """Forget a directory whose watch is gone; return False if its path has a new watch."""
        with self._lock:
            if self._is_closed or self._directories.get(directory.path) is not directory:
                return False
            del self._directories[directory.path]
            return True

    def close(self) -> None:
        """Stop the thread and drop all watches; wait one second at most."""
        with self._lock:
            self._is_closed = True
            self._directories.clear()
        self._reader.stop()
        self._reader.join(timeout=1)

    def _watch(self, path: bytes, flags: Mask) -> None:
        directory = _Directory(path, self, WatchDescriptor(-1))
        with self._lock:
            if self._is_closed:
                return
            try:
                directory.wd = self._reader.add_callback(
                    path, Mask(_MASK | flags), directory, directory.key[1]
                )
            except OSError as error:
                raise _limit_or(error) from error
            if directory.wd == -1:  # how watchdog reports EACCES
                self._reader.remove_callbacks([directory.key])
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            before = self._directories.get(path)
            self._directories[path] = directory
            if before is not None:
                self._reader.remove_callbacks([before.key])


def _limit_or(error: OSError) -> Exception:
    return WatchLimitError(error.strerror) if error.errno in _LIMITS else error


def _directories_in(directory: bytes) -> list[bytes]:
    try:
        with os.scandir(directory) as entries:
            return [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []  # deleted, or not readable: a scan could not enter it either
