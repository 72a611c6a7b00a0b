"""The rules that the settings mean for one folder, put together outside the indexer."""

import os

from alcove.documents import named_as
from alcove.files import Rules
from alcove.settings import LibraryFolder, Settings


def rules_of(library: LibraryFolder, settings: Settings, folder: bytes) -> Rules:
    """Return what decides in a folder, whether it is in the library already or not."""
    return Rules.of(
        settings,
        folder,
        library=os.fsencode(library.root),
        unwanted=named_as(settings.without_types),
    )
