"""Bringing a library up to date: by its running indexer where there is one, else by our own."""

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

_LOOK_EVERY = 0.2  # seconds between two looks at the cancel token
_PATIENCE = 30.0  # seconds
_TRY_AGAIN = (
    0.1  # seconds until a lock is tried again whose holder does not listen yet, or any more
)


def bring_up_to_date(
    library: LibraryFolder,
    *,
    want: Callable[[], object] = lambda: None,
    tell: Tell,
    cancel: threading.Event,
) -> IndexingTotals:
    """Have every wanted file read and encoded, and wait for it.

    Args:
        library: the library.
        want: changes what is wanted; called once it is known where the counting begins, since a
            running indexer acts on the change at once. May be called again.
        tell: called with each new state of the indexer.
        cancel: stops our own indexer at the next safe point, or stops waiting for another one.

    Returns:
        What was done.

    Raises:
        Cancelled: the token was set; what was finished is kept.
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
    """Be the indexer, on a thread of its own, so that this one can tell and listen."""
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
    """Run `work` on a thread; yields an event for its end, and raises what it raised."""
    ended, errors = threading.Event(), list[BaseException]()

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again by the one who waits
            errors.append(error)
        finally:
            ended.set()

    threading.Thread(target=run, daemon=True).start()  # a second Ctrl-C does not wait for it
    yield ended
    if errors:
        raise errors[0]


def _follow(
    library: LibraryFolder, want: Callable[[], object], tell: Tell, cancel: threading.Event
) -> IndexingTotals | None:
    """Ask the running indexer and wait; None where there is none, or it went away too early."""
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
    """Ends the waiting for an indexer that holds the lock and cannot be talked to."""

    def __init__(self) -> None:
        self._until = time.monotonic() + _PATIENCE

    def lose(self, tried: float) -> None:
        """Note that the indexer was asked in vain, beginning at the time `tried`.

        Raises:
            LibraryError: it has been so for too long.
        """
        now = time.monotonic()
        if now - tried > _PATIENCE:  # it was talked to for a while before it went away
            self._until = now + _PATIENCE
        if now > self._until:
            raise LibraryError(
                "another Alcove is indexing this library, and does not answer",
                advice="It may be stuck or from another version: end it and try again.",
            )


def _refuse_trouble(state: IndexerState) -> None:
    """Raise StorageError rather than wait for a disk that may never get better."""
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
    """Have what is no longer wanted deleted, and wait for it.

    Raises:
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
