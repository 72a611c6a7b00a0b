"""Share state among the stages of the loop: store, settings, schedule, progress."""

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
    """State that all stages share.

    Owned by the engine's thread; other threads may only use shared_state, requests and rules.

    Attributes:
        library: the folder of the library.
        store: the database and the words index, open for writing.
        shared_state: the state that clients see.
        requests: the queue of clients' requests.
        rules: of the library's folders; any thread may use them.
        settings: the settings that the index is brought to.
        clock: seconds, monotonic.
        wall: seconds since the epoch.
        schedule: paths and folders to look at, and when.
        unfollowed: whether the change log may have changes that the words index lacks.
        has_garbage: whether there may be contents without a file.
        has_unwanted_models: whether there may be vectors of an unwanted model.
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
        """Post the current activity and its progress."""
        self.shared_state.post(activity=activity, pause=None, done=done, total=total)

    def post_generation(self) -> None:
        """Post a new generation: searches may now have other results."""
        self.shared_state.post(generation=self.shared_state.state.generation + 1)
