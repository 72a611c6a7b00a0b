"""An indexer from start to end: its lock, its channel, its watcher, and its sessions."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from alcove.errors import DamagedError, ReaderError, StorageError
from alcove.files.watching.watcher import Watcher
from alcove.indexer.context import Context
from alcove.indexer.control.requests import Mailbox
from alcove.indexer.control.server import Control
from alcove.indexer.control.state import Activity, Board, Pause
from alcove.indexer.disk_errors import explained, has_room
from alcove.indexer.engine import Engine
from alcove.indexer.folder_rules import FolderRules
from alcove.indexer.lock import IndexerLock
from alcove.indexer.pace import Throttle, share_arenas, step_aside
from alcove.indexer.stages.calibrating import Measure
from alcove.indexer.store import open_store, set_aside
from alcove.personal import LibraryFolder

_A_MOMENT = 1.0  # seconds
_TRY_AGAIN = 10.0  # seconds between two looks whether the disk has room again, or works


@dataclass(frozen=True, slots=True)
class Indexer:
    """The one writer of a library, for as long as it runs.

    Attributes:
        library: what it keeps up to date.
        measure: keeps what searches need to know of the library as a whole.
        board: what it tells; any thread may read it.
        mailbox: what is asked of it; any thread may ask.
    """

    library: LibraryFolder
    measure: Measure | None = None
    board: Board = field(default_factory=Board)
    mailbox: Mailbox = field(default_factory=Mailbox)

    def settle(self) -> None:
        """Bring the index up to date, at full speed, and end.

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
        """Keep the index up to date until somebody asks to stop; a full disk is waited for.

        Raises:
            BusyError: another process is the library's indexer.
        """
        step_aside()
        share_arenas()
        rules = FolderRules(bytes(self.library.root))
        watcher = Watcher(
            self.mailbox.ring,
            canary=self.library.canary,
            prune=rules.prune,
            cancel=self.mailbox.stop,
        )
        with self._alone(), closing(watcher):
            while not self.mailbox.stop.is_set():
                try:
                    self._session(rules, watcher)
                except DamagedError:
                    set_aside(self.library)
                    self.mailbox.stop.wait(_A_MOMENT)  # not to spin on a disk that damages all
                except (StorageError, ReaderError) as error:
                    self._wait(error)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        root = self.library.root
        with IndexerLock(self.library.lock), Control(root, self.board, self.mailbox):
            yield
            self.board.post(activity=Activity.STOPPING)

    def _session(self, rules: FolderRules, watcher: Watcher | None) -> None:
        """Open the store and work, until nothing is left to do or something stands in the way."""
        try:
            with open_store(self.library) as store:
                self.board.post(notices=store.notices)
                context = Context(self.library, store, self.board, self.mailbox, rules)
                throttle = Throttle(context.clock) if watcher else None
                engine = Engine(context, watching=watcher, throttle=throttle, measure=self.measure)
                with closing(engine):
                    engine.run(until_settled=watcher is None)
        except Exception as error:  # whatever it is goes on, perhaps with a better name
            meant = explained(error, self.library.root)
            if meant is error:
                raise
            raise meant from error

    def _wait(self, error: StorageError | ReaderError) -> None:
        """Pause, say why, and try again after a while; a full disk, when there is room."""
        is_full = isinstance(error, StorageError) and error.full
        self.board.post(activity=Activity.PAUSED, pause=_reason(error), error=str(error))
        while not self.mailbox.stop.wait(_TRY_AGAIN):
            if not is_full or has_room(self.library.root):
                self.board.post(error=None)
                return


def _reason(error: StorageError | ReaderError) -> Pause:
    if isinstance(error, ReaderError):
        return Pause.NO_READER
    return Pause.DISK_FULL if error.full else Pause.DISK_FAILS
