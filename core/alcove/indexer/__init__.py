"""Keeps the index equal to the disk: one loop that scans, reads, follows with words and encodes.

What others need to follow an indexer is here, and light to import; `alcove.indexer.process` has
the indexer itself.
"""

from alcove.indexer.control.client import IndexerClient
from alcove.indexer.control.state import Activity, FolderHealth, IndexerState, IndexingTotals, Pause
from alcove.indexer.lock import IndexerLock
from alcove.indexer.log_redaction import keep_private

__all__ = [
    "Activity",
    "FolderHealth",
    "IndexerClient",
    "IndexerLock",
    "IndexerState",
    "IndexingTotals",
    "Pause",
    "keep_private",
]
