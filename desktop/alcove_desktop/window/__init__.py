"""The search window: one field, what it finds, and the truth about it in one line."""

from alcove_desktop.window.search_window import SearchWindow

__all__ = ["SearchWindow"]
