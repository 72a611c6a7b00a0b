"""Event source on macOS and Windows: watchdog's observer, which watches a whole tree at no cost.

A subdirectory costs no disk access, so pruning only drops hints. These systems do not report the
end of writing (hints are never `closed`), and Windows does not report an overflow of the buffer;
polling sweeps repair what was missed by it.
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

_KINDS: dict[type[FileSystemEvent], EventKind] = {
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
        """See `EventSource.add`; there is no watch limit."""
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
        """See `EventSource.discard`."""
        with self._lock:
            self._folders -= {folder}
        self._schedule()

    def is_watching(self, folder: bytes) -> bool:
        """See `EventSource.is_watching`; watchdog ends the thread of a deleted folder."""
        live = {emitter.watch for emitter in self._observer.emitters if emitter.is_alive()}
        return folder in self._folders and any(
            watch in live for top, watch in self._watches.items() if is_within(folder, top)
        )

    def rewalk(self, directory: bytes) -> None:
        """See `EventSource.rewalk`; nothing to do, because the rules are applied to each event."""

    def is_alive(self) -> bool:
        """See `EventSource.is_alive`."""
        return self._observer.is_alive()

    def close(self) -> None:
        """See `EventSource.close`."""
        with self._lock:
            self._folders = frozenset()
        self._observer.stop()
        self._observer.join(timeout=1)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Report both ends of one event to the sink; called on the observer's thread."""
        kind = _KINDS.get(type(event))
        if kind is None:
            return
        try:
            self._report_both_ends(event, kind)
        except Cancelled:
            return  # `close` follows a cancel, and this thread must live until then

    def _report_both_ends(self, event: FileSystemEvent, kind: EventKind) -> None:
        source, target = _path(event.src_path), _path(event.dest_path)
        if target:
            self._report(source, EventKind.CHANGED, is_directory=event.is_directory)
        self._report(target or source, kind, is_directory=event.is_directory)

    def _report(self, path: bytes, kind: EventKind, *, is_directory: bool) -> None:
        if any(
            is_reached(path, folder, self._prune, is_directory=is_directory)
            for folder in self._folders
        ):
            self._sink.happened(path, kind)

    def _schedule(self) -> None:
        folders = self._folders
        tops = {f for f in folders if not any(f != o and is_within(f, o) for o in folders)}
        for folder in self._watches.keys() - tops:
            self._observer.unschedule(self._watches.pop(folder))
        for folder in tops - self._watches.keys():
            self._watches[folder] = self._observer.schedule(
                self, os.fsdecode(folder), recursive=True, event_filter=list(_KINDS)
            )


def _path(delivered: str | bytes) -> bytes:
    return normalized(os.fsencode(delivered))
