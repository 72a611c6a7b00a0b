"""What all stages of the loop share: the store, the wish, the agenda, and where progress goes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from alcove.indexer.control.requests import Mailbox
from alcove.indexer.control.state import Activity, Board
from alcove.indexer.folder_rules import FolderRules
from alcove.indexer.schedule import Agenda
from alcove.indexer.store import Store
from alcove.personal import LibraryFolder, Settings


@dataclass(slots=True)
class Context:
    """Owned by the engine's thread, which alone may touch anything but board, mailbox and rules.

    Attributes:
        library: where everything is kept.
        store: the database and the words index, open for writing.
        board: what is told.
        mailbox: what is asked.
        rules: of the wanted folders; any thread may ask them.
        settings: the wish that is being fulfilled.
        clock: seconds, monotonic.
        wall: seconds since the epoch.
        agenda: what is to be looked at, and when.
        unfollowed: whether the change log may hold what the words index has not seen.
        has_garbage: whether contents may have lost their last file.
        has_unwanted_models: whether vectors of a model that nobody wants may be there.
    """

    library: LibraryFolder
    store: Store
    board: Board
    mailbox: Mailbox
    rules: FolderRules
    settings: Settings = field(default_factory=Settings)
    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    agenda: Agenda = field(default_factory=Agenda)
    unfollowed: bool = True
    has_garbage: bool = True
    has_unwanted_models: bool = True

    def count(self, **more: int) -> None:
        """Add to the totals."""
        self.board.post(totals=self.board.state.totals.plus(**more))

    def tell(self, activity: Activity, done: int = 0, total: int = 0) -> None:
        """Say what is being done."""
        self.board.post(activity=activity, pause=None, done=done, total=total)

    def found_anew(self) -> None:
        """Say that searches may find something else than before."""
        self.board.post(generation=self.board.state.generation + 1)
