"""What takes time, off the drawing thread: work, searching, and following the indexer."""

from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.seeker import Seeker
from alcove_desktop.background.work import Task, Work

__all__ = ["IndexerLink", "Seeker", "Task", "Work"]
