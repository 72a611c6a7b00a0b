"""Keep the index equal to the disk: one loop scans, reads, updates the words index and encodes.

This package exports what other programs need to follow an indexer, and is light to import; the
indexer itself is in `alcove.indexer.process`.
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
