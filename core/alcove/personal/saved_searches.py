"""Store saved searches: queries that the user named, to run them again. Personal data."""

from dataclasses import dataclass
from pathlib import Path

from alcove.personal.database import changed, opened
from alcove.personal.erase import Receipt, erase


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name.

    Attributes:
        name: unique name, given by the user.
        query: as typed.
        mode: search mode: “best”, “meaning” or “words”.
        at: time of saving, seconds since the epoch.
    """

    name: str
    query: str
    mode: str
    at: float


def save(path: Path, search: SavedSearch) -> None:
    """Store a search in the personal database at `path`, replacing one with the same name.

    Raises:
        LibraryError: the database cannot be written, or a newer Alcove wrote it.
    """
    with changed(path) as db:
        db.execute(
            "INSERT OR REPLACE INTO saved_searches (name, query, mode, at) VALUES (?, ?, ?, ?)",
            [search.name, search.query, search.mode, search.at],
        )


def stored(path: Path) -> list[SavedSearch]:
    """Return all saved searches, sorted by name.

    Raises:
        LibraryError: as `save`.
    """
    if not path.exists():
        return []
    with opened(path) as connection:
        rows = connection.execute("SELECT name, query, mode, at FROM saved_searches")
        return sorted((SavedSearch(*row) for row in rows), key=_by_name)


def remove(path: Path, name: str) -> Receipt:
    """Delete the search with this name, if there is one, and prove that nothing of it is left.

    Raises:
        LibraryError: as `save`.
    """
    return erase(path, "saved_searches", ["name", "query"], {"name": name})


def _by_name(search: SavedSearch) -> tuple[str, str]:
    return search.name.casefold(), search.name
