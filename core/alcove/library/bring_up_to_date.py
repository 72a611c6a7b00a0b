"""Bring a library up to date: ask its running indexer, or be the indexer where none runs."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace

from alcove.errors import BusyError, Cancelled, LibraryError, ModelError, StorageError
from alcove.index.counts import count_files_of
from alcove.index.opening import open_reader
from alcove.indexer import IndexerClient, IndexerLock, IndexerState, IndexingTotals, Pause
from alcove.indexer.process import Indexer
from alcove.indexer.stages.garbage_stage import forget_unwanted
from alcove.indexer.store import open_store
from alcove.library.calibration import measure
from alcove.personal import LibraryFolder, Settings, settings_store

Tell = Callable[[IndexerState], None]

_LOOK_EVERY = 0.2  # seconds between two checks of the cancel token
_PATIENCE = 30.0  # seconds to wait for an indexer that holds the lock and does not answer
_TRY_AGAIN = 0.1  # seconds until the lock is tried again: its holder is starting or stopping


def bring_up_to_date(
    library: LibraryFolder,
    *,
    want: Callable[[], object] = lambda: None,
    tell: Tell,
    cancel: threading.Event,
) -> IndexingTotals:
    """Read and encode every wanted file, and wait for it.

    Args:
        library: the library.
        want: changes the settings. Called after the totals before were read, since a running
            indexer acts on the change at once. May be called again.
        tell: called with each new state of the indexer.
        cancel: stops our own indexer at the next safe point, or stops waiting for another one.

    Returns:
        The totals of this update alone.

    Raises:
        Cancelled: the token was set; finished work is kept.
        LibraryError: another indexer holds the lock and does not answer.
        StorageError: the disk is full or fails.
        ModelError: the model cannot be used; words are searchable nevertheless.
    """
    patience = _WaitLimit()
    while True:
        tried = time.monotonic()
        done = _follow(library, want, tell, cancel)
        if done is not None:
            return done
        want()
        with suppress(BusyError):
            return _run(library, tell, cancel)
        patience.lose(tried)
        if cancel.wait(_TRY_AGAIN):
            raise Cancelled


def _run(library: LibraryFolder, tell: Tell, cancel: threading.Event) -> IndexingTotals:
    """Run the indexer on a thread of its own; report its states and watch the cancel token here."""
    indexer = Indexer(library, measure(library.words))
    with _in_background(indexer.settle) as ended:
        seen = -1
        while not ended.wait(0.0):
            number, state = indexer.shared_state.wait(seen, _LOOK_EVERY)
            if number != seen:
                tell(state)
            seen = number
            if cancel.is_set():
                indexer.requests.ask_to_stop()
    if cancel.is_set():
        raise Cancelled
    return indexer.shared_state.state.totals


@contextmanager
def _in_background(work: Callable[[], None]) -> Iterator[threading.Event]:
    """Run `work` on a thread; yield an event that is set when it ends, and raise its exception."""
    ended, errors = threading.Event(), list[BaseException]()

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again on the waiting thread
            errors.append(error)
        finally:
            ended.set()

    threading.Thread(target=run, daemon=True).start()  # daemon: a second Ctrl-C ends it at once
    yield ended
    if errors:
        raise errors[0]


def _follow(
    library: LibraryFolder, want: Callable[[], object], tell: Tell, cancel: threading.Event
) -> IndexingTotals | None:
    """Ask the running indexer and wait; return None if none runs, or it ends too early."""
    try:
        with IndexerClient(library.root) as client:
            before = client.state.totals
            want()
            ticket = client.ask("rescan")
            while client.state.settled < ticket:
                if cancel.is_set():
                    raise Cancelled
                if client.hear(_LOOK_EVERY) is not None:
                    tell(client.state)
                _refuse_trouble(client.state)
            if client.state.error:
                raise ModelError(client.state.error)
            return client.state.totals.minus(before)
    except (EOFError, OSError):
        return None


class _WaitLimit:
    """A time limit for an indexer that holds the lock and does not answer."""

    def __init__(self) -> None:
        self._until = time.monotonic() + _PATIENCE

    def lose(self, tried: float) -> None:
        """Record a failed attempt that began at the time `tried`, in seconds of `time.monotonic`.

        Raises:
            LibraryError: attempts have failed for too long.
        """
        now = time.monotonic()
        if now - tried > _PATIENCE:  # it answered for a while before it ended
            self._until = now + _PATIENCE
        if now > self._until:
            raise LibraryError(
                "another Alcove is indexing this library, and does not answer",
                advice="It may be stuck or from another version: end it and try again.",
            )


def _refuse_trouble(state: IndexerState) -> None:
    """Raise StorageError instead of waiting for a disk that may stay full or broken."""
    if state.pause in (Pause.DISK_FULL, Pause.DISK_FAILS):
        raise StorageError(
            str(state.pause),
            advice=(
                "The indexer continues by itself as soon as it can, and then does what you asked."
            ),
            full=state.pause is Pause.DISK_FULL,
        )


def forget_folder(library: LibraryFolder, folder: bytes) -> int:
    """Stop wanting a folder and delete what came from it alone; return how many files.

    Raises:
        LibraryError: the folder is not in this library.
        StorageError: the disk is full or fails.
    """
    settings = settings_store.load(library.personal)
    if folder not in settings.folders:
        raise LibraryError(
            "that folder is not in this library", advice="alcove status lists those that are."
        )
    others = tuple(other for other in settings.folders if other != folder)
    held = 0
    if library.index.exists():
        with closing(open_reader(library.index)) as connection:
            held = count_files_of(connection, folder, others)
    wanted = settings_store.change(
        library.personal,
        lambda now: replace(now, folders=tuple(f for f in now.folders if f != folder)),
    )
    forget(library, wanted)
    return held


def forget(library: LibraryFolder, wanted: Settings) -> None:
    """Delete from the index what the settings no longer want, and wait for it.

    Raises:
        LibraryError: another indexer holds the lock and does not answer.
        StorageError: the disk is full or fails.
    """
    patience = _WaitLimit()
    while True:
        with suppress(BusyError), IndexerLock(library.lock), open_store(library) as store:
            forget_unwanted(store, wanted)
            return
        tried = time.monotonic()
        with suppress(EOFError, OSError), IndexerClient(library.root) as client:
            while client.state.revision < wanted.revision:
                client.hear(_LOOK_EVERY)
                _refuse_trouble(client.state)
            return
        patience.lose(tried)
        time.sleep(_TRY_AGAIN)
