"""What all stages of the loop share: the store, the wish, the agenda, and where progress goes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from alcove.indexer.control.requests import RequestQueue
from alcove.indexer.control.state import Activity, SharedState
from alcove.indexer.folder_rules import FolderRules
from alcove.indexer.schedule import Schedule
from alcove.indexer.store import IndexStore
from alcove.personal import LibraryFolder, Settings


@dataclass(slots=True)
class StageContext:
    """Owned by the engine's thread, which alone may touch anything but board, mailbox and rules.

    Attributes:
        library: where everything is kept.
        store: the database and the words index, open for writing.
        shared_state: what is told.
        requests: what is asked.
        rules: of the wanted folders; any thread may ask them.
        settings: the wish that is being fulfilled.
        clock: seconds, monotonic.
        wall: seconds since the epoch.
        schedule: what is to be looked at, and when.
        unfollowed: whether the change log may hold what the words index has not seen.
        has_garbage: whether contents may have lost their last file.
        has_unwanted_models: whether vectors of a model that nobody wants may be there.
    """

    library: LibraryFolder
    store: IndexStore
    shared_state: SharedState
    requests: RequestQueue
    rules: FolderRules
    settings: Settings = field(default_factory=Settings)
    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    schedule: Schedule = field(default_factory=Schedule)
    unfollowed: bool = True
    has_garbage: bool = True
    has_unwanted_models: bool = True

    def count(self, **more: int) -> None:
        """Add to the totals."""
        self.shared_state.post(totals=self.shared_state.state.totals.plus(**more))

    def tell(self, activity: Activity, done: int = 0, total: int = 0) -> None:
        """Say what is being done."""
        self.shared_state.post(activity=activity, pause=None, done=done, total=total)

    def found_anew(self) -> None:
        """Say that searches may find something else than before."""
        self.shared_state.post(generation=self.shared_state.state.generation + 1)
