"""Define the interface of an event source: the events it reports and the calls it answers."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from alcove.paths import is_within, up_to

Prune = Callable[[bytes], bool]
"""Predicate: whether rules leave out a directory (absolute path). Called from any thread.

It may raise Cancelled: that ends the walk that called it, and only `close` may be called next.
"""


class EventKind(Enum):
    """The kind of change that one event reports for a path."""

    CHANGED = auto()
    """A file or directory was created, written to, deleted, or moved away."""
    FINISHED = auto()
    """A file was closed after writing, or renamed to this path."""
    TOUCHED = auto()
    """Permissions, owner or times of a file or directory were set."""
    APPEARED = auto()
    """A directory was created or renamed to this path; entries below it may have no event."""


class EventSink(Protocol):
    """Receiver of a source's events; every method may be called from any thread."""

    def happened(self, path: bytes, kind: EventKind) -> None:
        """Record an event for `path`; the tree below an APPEARED directory is watched by now."""

    def refused(self, folder: bytes) -> None:
        """Record that the system has no watch left for `folder`, so none of it is watched."""

    def broke(self) -> None:
        """Record that events of any folder may be lost; the source must be replaced."""


class EventSource(Protocol):
    """Watches folders and reports events to a sink. Called by one thread only."""

    def add(self, folder: bytes) -> None:
        """Watch `folder` and everything below it that is not pruned.

        Raises:
            WatchLimitError: the system has no watch left; none of `folder` is watched.
            OSError: it is missing, not a directory, or not readable.
            Cancelled: `prune` raised it.
        """

    def discard(self, folder: bytes) -> None:
        """Stop watching `folder`, except for directories that other folders need."""

    def is_watching(self, folder: bytes) -> bool:
        """Return whether `folder` was added and is still the directory that was added."""

    def rewalk(self, directory: bytes) -> None:
        """Apply `prune` again below `directory`: watch what it keeps and nothing else.

        Events below it may get lost meanwhile. If watches run out, report that to the sink.
        """

    def is_alive(self) -> bool:
        """Return whether the threads that read events still run."""

    def close(self) -> None:
        """Stop all threads; report no event after that."""


class WatchLimitError(Exception):
    """The system's limit of watches (or inotify instances) for this user is reached."""


def is_reached(path: bytes, folder: bytes, prune: Prune, *, is_directory: bool) -> bool:
    """Return whether a walk from `folder` reaches `path` without crossing a pruned directory."""
    if not is_within(path, folder):
        return False
    directories = up_to(path, folder)
    if not is_directory:
        next(directories, None)
    return path == folder or not any(map(prune, directories))
