"""Run an indexer from start to end: its lock, control channel, watcher, and sessions."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from alcove.errors import DamagedError, ReaderError, StorageError
from alcove.files.watching.watcher import Watcher
from alcove.indexer.context import StageContext
from alcove.indexer.control.requests import RequestQueue
from alcove.indexer.control.server import ControlServer
from alcove.indexer.control.state import Activity, Pause, SharedState
from alcove.indexer.disk_errors import explained, has_room
from alcove.indexer.engine import Engine
from alcove.indexer.folder_rules import FolderRules
from alcove.indexer.lock import IndexerLock
from alcove.indexer.pace import Throttle, share_arenas, step_aside
from alcove.indexer.stages.calibration_stage import LibraryCalibrator
from alcove.indexer.store import open_store, set_aside
from alcove.personal import LibraryFolder

_DAMAGE_WAIT = 1.0  # seconds before a damaged index is replaced
_TRY_AGAIN = 10.0  # seconds between two checks whether the disk has room or works again


@dataclass(frozen=True, slots=True)
class Indexer:
    """The one writer of a library, for as long as it runs.

    Attributes:
        library: to keep up to date.
        measure: calibrates the scores of searches to the library.
        shared_state: the state that clients see; any thread may read it.
        requests: the request queue; any thread may add to it.
    """

    library: LibraryFolder
    measure: LibraryCalibrator | None = None
    shared_state: SharedState = field(default_factory=SharedState)
    requests: RequestQueue = field(default_factory=RequestQueue)

    def settle(self) -> None:
        """Bring the index up to date at full speed, then return.

        Raises:
            BusyError: another process is the library's indexer.
            StorageError: the disk is full or fails; what was finished is kept.
        """
        with self._alone():
            try:
                self._session(FolderRules(bytes(self.library.root)), None)
            except DamagedError:
                set_aside(self.library)
                self._session(FolderRules(bytes(self.library.root)), None)

    def watch(self) -> None:
        """Keep the index up to date until a request to stop; wait while the disk is full or fails.

        Raises:
            BusyError: another process is the library's indexer.
        """
        step_aside()
        share_arenas()
        rules = FolderRules(bytes(self.library.root))
        watcher = Watcher(
            self.requests.ring,
            canary=self.library.canary,
            prune=rules.prune,
            cancel=self.requests.stop,
        )
        with self._alone(), closing(watcher):
            while not self.requests.stop.is_set():
                try:
                    self._session(rules, watcher)
                except DamagedError:
                    set_aside(self.library)
                    self.requests.stop.wait(_DAMAGE_WAIT)  # do not spin on a broken disk
                except (StorageError, ReaderError) as error:
                    self._wait(error)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        root = self.library.root
        with IndexerLock(self.library.lock), ControlServer(root, self.shared_state, self.requests):
            yield
            self.shared_state.post(activity=Activity.STOPPING)

    def _session(self, rules: FolderRules, watcher: Watcher | None) -> None:
        """Open the store and work until nothing is left to do; explain errors of the disk."""
        try:
            with open_store(self.library) as store:
                self.shared_state.post(notices=store.notices)
                context = StageContext(self.library, store, self.shared_state, self.requests, rules)
                throttle = Throttle(context.clock) if watcher else None
                engine = Engine(context, watching=watcher, throttle=throttle, measure=self.measure)
                with closing(engine):
                    engine.run(until_settled=watcher is None)
        except Exception as error:  # raised again, as a clearer error if there is one
            explanation = explained(error, self.library.root)
            if explanation is error:
                raise
            raise explanation from error

    def _wait(self, error: StorageError | ReaderError) -> None:
        """Pause and post the reason; return after a while, or once a full disk has room."""
        is_full = isinstance(error, StorageError) and error.full
        self.shared_state.post(activity=Activity.PAUSED, pause=_reason(error), error=str(error))
        while not self.requests.stop.wait(_TRY_AGAIN):
            if not is_full or has_room(self.library.root):
                self.shared_state.post(error=None)
                return


def _reason(error: StorageError | ReaderError) -> Pause:
    if isinstance(error, ReaderError):
        return Pause.NO_READER
    return Pause.DISK_FULL if error.full else Pause.DISK_FAILS
