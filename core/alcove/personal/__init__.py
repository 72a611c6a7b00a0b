"""Settings and personal data (history, judgments, saved searches), apart from derived data."""

from alcove.layout import LibraryFolder
from alcove.personal.erase import Receipt
from alcove.personal.history import HistoryEntry
from alcove.personal.saved_searches import SavedSearch
from alcove.personal.settings import Pace, Settings
from alcove.personal.settings_store import change, load, revision
from alcove.personal.versions import PERSONAL_VERSION
from alcove.personal.window_settings import (
    OnClose,
    Theme,
    WindowSettings,
    change_window,
    load_window,
)

__all__ = [
    "PERSONAL_VERSION",
    "HistoryEntry",
    "LibraryFolder",
    "OnClose",
    "Pace",
    "Receipt",
    "SavedSearch",
    "Settings",
    "Theme",
    "WindowSettings",
    "change",
    "change_window",
    "load",
    "load_window",
    "revision",
]
