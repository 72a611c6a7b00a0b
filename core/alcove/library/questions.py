"""What is kept of questions: those that were asked, and those that were given a name."""

import time

from alcove.errors import AlcoveError
from alcove.personal import LibraryFolder, SavedSearch, history, saved_searches, settings_store


def note_asked(library: LibraryFolder, query: str, mode: str) -> bool:
    """Keep that a question was asked, where the user wants that kept.

    Writes durably (tens of milliseconds): nothing for the thread that draws.

    Args:
        library: the library.
        query: as it was typed, when it was finished.
        mode: “best”, “meaning” or “words”.

    Returns:
        Whether it was kept: not where the switch is off, nor what is too short or not valid
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
    """Keep a question under a name, in place of another of that name.

    Raises:
        AlcoveError: the name or the question is empty, or not valid Unicode.
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
    except UnicodeEncodeError:  # a lone surrogate: typed where the encoding is another
        return False
    return True
