"""Keeps the index equal to the disk: one loop that scans, reads, follows with words and encodes."""

from alcove.indexer.client import IndexerClient
from alcove.indexer.discretion import keep_private
from alcove.indexer.forgetting import forget_unwanted
from alcove.indexer.lock import IndexerLock
from alcove.indexer.measuring import Measure
from alcove.indexer.process import Indexer
from alcove.indexer.state import Activity, FolderHealth, IndexerState, Pause, Totals
from alcove.indexer.store import open_store

__all__ = [
    "Activity",
    "FolderHealth",
    "Indexer",
    "IndexerClient",
    "IndexerLock",
    "IndexerState",
    "Measure",
    "Pause",
    "Totals",
    "forget_unwanted",
    "keep_private",
    "open_store",
]
