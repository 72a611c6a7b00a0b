"""The first run: choose folders, with their sizes and the estimated indexing time."""

from alcove_desktop.first_run.page import FirstRun

__all__ = ["FirstRun"]
