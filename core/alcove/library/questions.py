"""Store queries: the history of those that were asked, and the saved searches."""

import time

from alcove.errors import AlcoveError
from alcove.personal import LibraryFolder, SavedSearch, history, saved_searches, settings_store


def note_asked(library: LibraryFolder, query: str, mode: str) -> bool:
    """Add a query to the history, if the user's settings allow it.

    Writes durably (tens of milliseconds): too long for the GUI thread.

    Args:
        library: the library.
        query: as typed, complete.
        mode: “best”, “meaning” or “words”.

    Returns:
        Whether it was stored: False if the setting is off, or the query is too short or not valid
        Unicode.
    """
    query = query.strip()
    if len(query) < history.SHORTEST or not _is_unicode(query):
        return False
    if not library.personal.exists() or not settings_store.load(library.personal).history:
        return False
    history.add(library.personal, query, mode, at=time.time())
    return True


def save_search(library: LibraryFolder, name: str, query: str, mode: str) -> SavedSearch:
    """Save a query under a name; replace a saved search of that name.

    Raises:
        AlcoveError: the name or the query is empty, or not valid Unicode.
    """
    for text, what in ((name, "name"), (query, "question")):
        if not text.strip() or not _is_unicode(text):
            raise AlcoveError(f"the {what} of a saved search is empty, or not valid Unicode")
    search = SavedSearch(name.strip(), query.strip(), mode, time.time())
    library.make()
    saved_searches.save(library.personal, search)
    return search


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate: typed in another encoding
        return False
    return True
