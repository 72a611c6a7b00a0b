"""Between the system's file events and the watcher: what a source tells, and what it is asked."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from alcove.paths import is_within, up_to

Prune = Callable[[bytes], bool]
"""Says whether a directory (absolute path) is left out by rules; called from any thread.

It may raise Cancelled: the walk that asked ends, and the source is good for nothing but `close`.
"""


class EventKind(Enum):
    """What one event means for a path."""

    CHANGED = auto()
    """Made, written to, deleted, or moved away."""
    FINISHED = auto()
    """A file that was closed after writing, or renamed to here."""
    TOUCHED = auto()
    """Permissions, owner or times, of a file or a directory."""
    APPEARED = auto()
    """A directory that was made here or renamed to here; what is below it may have no event."""


class EventSink(Protocol):
    """Where a source tells; every method may be called from any thread."""

    def happened(self, path: bytes, what: EventKind) -> None:
        """Something happened to `path`; what lies below an APPEARED one is watched by now."""

    def refused(self, folder: bytes) -> None:
        """The system has no watch left for `folder`, which is no longer watched at all."""

    def broke(self) -> None:
        """Events were lost, of any folder; only a new source is to be trusted."""


class EventSource(Protocol):
    """Watches folders and tells a sink; asked by one thread only."""

    def add(self, folder: bytes) -> None:
        """Watch `folder` and everything below it that is not pruned.

        Raises:
            WatchLimitError: the system has no watch left; `folder` is not watched at all.
            OSError: it is not there, not a directory, or may not be read.
            Cancelled: `prune` raised it.
        """

    def discard(self, folder: bytes) -> None:
        """Stop watching `folder`, but for what other folders need of it."""

    def is_watching(self, folder: bytes) -> bool:
        """Whether `folder` was added and is still the directory that was added."""

    def rewalk(self, directory: bytes) -> None:
        """Make what is watched below `directory` equal to what is not pruned now.

        Events below it may get lost meanwhile. Where watches run out, the sink is told.
        """

    def is_alive(self) -> bool:
        """Whether the threads that read events still run."""

    def close(self) -> None:
        """Stop all threads; nothing is told after that."""


class WatchLimitError(Exception):
    """The system gives out no more watches (or instances) to this user."""


def is_reached(path: bytes, folder: bytes, prune: Prune, *, is_directory: bool) -> bool:
    """Whether a walk from `folder` comes to `path`, with no pruned directory on the way."""
    if not is_within(path, folder):
        return False
    directories = up_to(path, folder)
    if not is_directory:
        next(directories, None)
    return path == folder or not any(map(prune, directories))
