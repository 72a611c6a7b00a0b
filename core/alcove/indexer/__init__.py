"""Keeps the index equal to the disk: scan, read, follow with words, encode."""

from alcove.indexer.lock import IndexerLock
from alcove.indexer.progress import Progress, Stage, Tell
from alcove.indexer.update import Report, forget_unwanted, update

__all__ = ["IndexerLock", "Progress", "Report", "Stage", "Tell", "forget_unwanted", "update"]
