"""The first steps: folders are chosen, with what is in them and how long it will take."""

from alcove_desktop.first_run.page import FirstRun

__all__ = ["FirstRun"]
