"""What the user wants, kept with personal data, apart from what is derived."""

from alcove.layout import LibraryFolder
from alcove.settings.erasing import Receipt
from alcove.settings.history import Asked
from alcove.settings.saved import SavedSearch
from alcove.settings.storage import change, load, revision
from alcove.settings.versions import PERSONAL_VERSION
from alcove.settings.wanted import Pace, Settings
from alcove.settings.window import (
    OnClose,
    Theme,
    WindowSettings,
    change_window,
    load_window,
)

__all__ = [
    "PERSONAL_VERSION",
    "Asked",
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
