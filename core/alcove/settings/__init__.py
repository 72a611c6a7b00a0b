"""What the user wants, kept with personal data, apart from what is derived."""

from alcove.settings.layout import LibraryFolder
from alcove.settings.storage import change, load, revision
from alcove.settings.versions import PERSONAL_VERSION
from alcove.settings.wanted import Pace, Settings

__all__ = [
    "PERSONAL_VERSION",
    "LibraryFolder",
    "Pace",
    "Settings",
    "change",
    "load",
    "revision",
]
