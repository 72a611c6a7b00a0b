"""Load the query model in the background, before the rest of a search is imported.

Verifying the model's files and compiling it keep one core busy for 0.2 to 0.5 s; meanwhile another
core can import whatever else a search, or its window, needs.
"""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from alcove.index.facts import ACTIVE_MODEL, read_fact
from alcove.index.untouched import untouched
from alcove.layout import NETWORK, TOKENIZER, WEIGHTS, LibraryFolder
from alcove.system.hashes import sha256_of_files

if TYPE_CHECKING:
    from alcove.encoder.store.background_encoder import BackgroundEncoder


def begin(root: Path) -> "BackgroundEncoder | None":
    """Start to load the active model of a library, which embeds its queries.

    Args:
        root: the library's folder.

    Returns:
        The model's encoder. None where there is no library, no model yet, or the index cannot be
        read; opening the library then reports why.
    """
    library = LibraryFolder(root.absolute())
    try:
        if not library.index.exists():
            return None
        with untouched(library.index) as connection:
            model = read_fact(connection, ACTIVE_MODEL)
    except (OSError, sqlite3.Error):
        return None
    if model is None:
        return None
    folder = library.models / model
    with ThreadPoolExecutor(1) as pool:
        hashed = pool.submit(sha256_of_files, folder, (NETWORK, WEIGHTS, TOKENIZER))
        from alcove.encoder.store.background_encoder import BackgroundEncoder  # with numpy: .1 s

        preloaded = BackgroundEncoder(
            folder, hashed
        )  # reads the tokenizer while the next import runs
        import alcove.encoder.runtime.openvino_encoder  # noqa: F401
    return preloaded
