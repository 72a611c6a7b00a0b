"""Index the documents of a labelled set into a library, by the real pipeline."""

import os
import threading
from pathlib import Path

from alcove.errors import Cancelled
from alcove.evaluate.display import ProgressDisplay
from alcove.indexer import Activity, IndexerState
from alcove.library import Library


def index(
    library: Library,
    documents: Path,
    display: ProgressDisplay,
    cancel: threading.Event,
    *,
    with_vectors: bool,
) -> None:
    """Index a folder; without vectors, only its words, which are indexed first.

    Raises:
        Cancelled: `cancel` was set; what is already indexed is kept.
        LibraryError, ModelError: as `Library.update`.
    """
    if not with_vectors and _index_words(library, documents, display, cancel):
        return
    with display.indexing() as tell:
        library.update([os.fsencode(documents)], tell=tell, cancel=cancel)


def _index_words(
    library: Library, documents: Path, display: ProgressDisplay, cancel: threading.Event
) -> bool:
    """Index until encoding begins, then stop; return whether every file was read by then."""
    stop = threading.Event()
    with display.indexing() as tell:

        def observe(state: IndexerState) -> None:
            tell(state)
            if cancel.is_set() or (state.activity is Activity.ENCODING and not state.waiting):
                stop.set()

        try:
            library.update([os.fsencode(documents)], tell=observe, cancel=stop)
        except Cancelled:
            if cancel.is_set():
                raise
    return library.status().counts.waiting == 0  # encoding may begin before a slow file is read
