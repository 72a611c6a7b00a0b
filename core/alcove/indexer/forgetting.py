"""What is no longer wanted leaves the database, the words index and the write-ahead log."""

from alcove.index import documents, files
from alcove.indexer.store import Store
from alcove.settings import Settings


def forget_unwanted(store: Store, wanted: Settings) -> int:
    """Delete all that belongs to no wanted folder; return how many files that were."""
    forgotten = files.remove_unwanted(store.db, wanted.folders)
    if forgotten:
        documents.collect_garbage(store.db)
        while store.words.follow(store.db):
            pass
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return forgotten
