"""Why no indexer can be had for a library, as far as another process can see it."""

import sqlite3
from contextlib import closing

from alcove.errors import BusyError, LibraryError
from alcove.index.opening import open_reader
from alcove.indexer.lock import IndexerLock
from alcove.personal import LibraryFolder, settings_store


def is_locked(library: LibraryFolder) -> bool:
    """Whether some process is the library's indexer, or holds it up for a moment."""
    try:
        with IndexerLock(library.lock):
            return False
    except BusyError:
        return True
    except (LibraryError, OSError):  # the indexer will say what is wrong
        return False


def unheard(library: LibraryFolder) -> BusyError:
    """What is wrong where a lock is held by one who does not answer."""
    return BusyError(
        "another Alcove is indexing this library, and does not answer",
        advice=f"It may be stuck: end the process that holds {library.lock.name}.",
    )


def why_it_ended(library: LibraryFolder) -> LibraryError:
    """What is wrong where an indexer ends as soon as it is started."""
    try:
        settings_store.load(library.personal)
        if library.index.exists():
            with closing(open_reader(library.index)):
                pass
    except LibraryError as error:
        return error
    except (OSError, sqlite3.Error):
        pass  # what follows says as much without naming a file
    return LibraryError(
        "the indexer stops right after it starts",
        advice="Run “alcove watch” in a terminal to see why.",
    )
