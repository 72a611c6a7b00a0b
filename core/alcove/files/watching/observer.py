"""Events on macOS and Windows: watchdog's own observer, which watches a whole tree at no cost.

Nothing is asked of the disk for a directory below, so pruning only drops hints. What these
systems do not tell: the end of writing (hints are never `closed`), and on Windows an overflow of
the buffer; sweeps repair what was missed by it.
"""

import os
import threading
from pathlib import Path

from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from alcove.errors import Cancelled
from alcove.files.watching.source import EventKind, EventSink, Prune, is_reached
from alcove.paths import is_within, normalized

_MEANINGS: dict[type[FileSystemEvent], EventKind] = {
    DirCreatedEvent: EventKind.APPEARED,
    DirMovedEvent: EventKind.APPEARED,
    DirDeletedEvent: EventKind.CHANGED,
    DirAttribEvent: EventKind.TOUCHED,
    FileCreatedEvent: EventKind.CHANGED,
    FileModifiedEvent: EventKind.CHANGED,
    FileDeletedEvent: EventKind.CHANGED,
    FileAttribEvent: EventKind.TOUCHED,
    FileClosedEvent: EventKind.FINISHED,
    FileMovedEvent: EventKind.FINISHED,
}


class ObserverSource(FileSystemEventHandler):
    """Owns a watchdog observer with its threads; a folder inside another one uses its watch."""

    def __init__(self, sink: EventSink, prune: Prune) -> None:
        """Start the threads.

        Raises:
            OSError: the system refuses to be watched.
        """
        self._sink = sink
        self._prune = prune
        self._lock = threading.Lock()
        self._folders: frozenset[bytes] = frozenset()
        self._watches: dict[bytes, ObservedWatch] = {}
        self._observer = Observer()
        self._observer.start()

    def add(self, folder: bytes) -> None:
        """See `Source.add`; there is no limit to reach."""
        if not Path(os.fsdecode(folder)).is_dir():
            raise FileNotFoundError("the folder is not there")
        with self._lock:
            self._folders |= {folder}
        try:
            self._schedule()
        except OSError:
            self.discard(folder)
            raise

    def discard(self, folder: bytes) -> None:
        """See `Source.discard`."""
        with self._lock:
            self._folders -= {folder}
        self._schedule()

    def is_watching(self, folder: bytes) -> bool:
        """See `Source.is_watching`; watchdog ends the thread of a folder that was deleted."""
        living = {emitter.watch for emitter in self._observer.emitters if emitter.is_alive()}
        return folder in self._folders and any(
            watch in living for top, watch in self._watches.items() if is_within(folder, top)
        )

    def rewalk(self, directory: bytes) -> None:
        """See `Source.rewalk`; rules are asked for each event, so there is nothing to do."""

    def is_alive(self) -> bool:
        """See `Source.is_alive`."""
        return self._observer.is_alive()

    def close(self) -> None:
        """See `Source.close`."""
        with self._lock:
            self._folders = frozenset()
        self._observer.stop()
        self._observer.join(timeout=1)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of both ends of one event; called by the observer's thread."""
        what = _MEANINGS.get(type(event))
        if what is None:
            return
        try:
            self._tell_of_both_ends(event, what)
        except Cancelled:
            return  # whoever cancels closes next, and this thread has to live until then

    def _tell_of_both_ends(self, event: FileSystemEvent, what: EventKind) -> None:
        source, target = _path(event.src_path), _path(event.dest_path)
        if target:
            self._tell(source, EventKind.CHANGED, is_directory=event.is_directory)
        self._tell(target or source, what, is_directory=event.is_directory)

    def _tell(self, path: bytes, what: EventKind, *, is_directory: bool) -> None:
        if any(
            is_reached(path, folder, self._prune, is_directory=is_directory)
            for folder in self._folders
        ):
            self._sink.happened(path, what)

    def _schedule(self) -> None:
        folders = self._folders
        tops = {f for f in folders if not any(f != o and is_within(f, o) for o in folders)}
        for folder in self._watches.keys() - tops:
            self._observer.unschedule(self._watches.pop(folder))
        for folder in tops - self._watches.keys():
            self._watches[folder] = self._observer.schedule(
                self, os.fsdecode(folder), recursive=True, event_filter=list(_MEANINGS)
            )


def _path(told: str | bytes) -> bytes:
    return normalized(os.fsencode(told))
