"""Diagnose from another process why a library has no working indexer."""

import sqlite3
from contextlib import closing

from alcove.errors import BusyError, LibraryError
from alcove.index.opening import open_reader
from alcove.indexer.lock import IndexerLock
from alcove.personal import LibraryFolder, settings_store


def is_locked(library: LibraryFolder) -> bool:
    """Return whether a process holds the library's lock: its indexer, or for a moment another."""
    try:
        with IndexerLock(library.lock):
            return False
    except BusyError:
        return True
    except (LibraryError, OSError):  # the indexer itself will report the error
        return False


def unheard(library: LibraryFolder) -> BusyError:
    """Return the error for a lock whose holder does not answer."""
    return BusyError(
        "another Alcove is indexing this library, and does not answer",
        advice=f"It may be stuck: end the process that holds {library.lock.name}.",
    )


def why_it_ended(library: LibraryFolder) -> LibraryError:
    """Return the error for an indexer that ends as soon as it is started."""
    try:
        settings_store.load(library.personal)
        if library.index.exists():
            with closing(open_reader(library.index)):
                pass
    except LibraryError as error:
        return error
    except (OSError, sqlite3.Error):
        pass  # the general error below also covers it
    return LibraryError(
        "the indexer stops right after it starts",
        advice="Run “alcove watch” in a terminal to see why.",
    )
