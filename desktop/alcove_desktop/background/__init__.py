"""Long work off the GUI thread: worker tasks, searches, and following the indexer."""

from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.search_thread import SearchThread
from alcove_desktop.background.worker_pool import WorkerPool, WorkerTask

__all__ = ["IndexerLink", "SearchThread", "WorkerPool", "WorkerTask"]
