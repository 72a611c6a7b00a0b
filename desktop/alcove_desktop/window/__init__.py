"""The search window: the query field, the results, and a status bar."""

from alcove_desktop.window.search_window import SearchWindow

__all__ = ["SearchWindow"]
