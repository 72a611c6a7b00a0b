"""What takes time, off the drawing thread: work, searching, and following the indexer."""

from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.search_thread import Seeker
from alcove_desktop.background.workers import Task, Work

__all__ = ["IndexerLink", "Seeker", "Task", "Work"]
