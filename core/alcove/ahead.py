"""What a search waits for longest, begun before the rest of it is even imported.

Compiling the model keeps one core busy for a third of a second to half a second, in which the
other can import what else a search, or its window, needs.
"""

import sqlite3
from pathlib import Path

from alcove.encoder.coming import ComingEncoder
from alcove.index.untouched import untouched
from alcove.index.vectors import active_model
from alcove.layout import LibraryFolder


def begin(root: Path) -> ComingEncoder | None:
    """Begin to load the model that answers the questions to a library.

    Args:
        root: the library's folder.

    Returns:
        Its encoder; None where there is no library, no model yet, or no telling which: whoever
        opens the library hears why.
    """
    library = LibraryFolder(root.absolute())
    try:
        if not library.index.exists():
            return None
        with untouched(library.index) as connection:
            model = active_model(connection)
    except (OSError, sqlite3.Error):
        return None
    if model is None:
        return None
    import alcove.encoder.openvino_runtime  # noqa: F401 - else its thread and this one take turns

    return ComingEncoder(library.models / model.manifest)
