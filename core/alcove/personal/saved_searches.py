"""Saved searches: questions that the user gave a name, to ask them again. Personal data."""

from dataclasses import dataclass
from pathlib import Path

from alcove.personal.database import changed, opened
from alcove.personal.erase import Receipt, erase


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question with a name.

    Attributes:
        name: the user's, and no other one has it.
        query: as typed.
        mode: how to search: “best”, “meaning” or “words”.
        at: when it was saved, seconds since the epoch.
    """

    name: str
    query: str
    mode: str
    at: float


def save(path: Path, search: SavedSearch) -> None:
    """Keep a search in the personal database at `path`, in place of another of its name.

    Raises:
        LibraryError: the database cannot be written, or a newer Alcove wrote it.
    """
    with changed(path) as db:
        db.execute(
            "INSERT OR REPLACE INTO saved_searches (name, query, mode, at) VALUES (?, ?, ?, ?)",
            [search.name, search.query, search.mode, search.at],
        )


def stored(path: Path) -> list[SavedSearch]:
    """All of them, by name.

    Raises:
        LibraryError: as `save`.
    """
    if not path.exists():
        return []
    with opened(path) as connection:
        rows = connection.execute("SELECT name, query, mode, at FROM saved_searches")
        return sorted((SavedSearch(*row) for row in rows), key=_by_name)


def remove(path: Path, name: str) -> Receipt:
    """Delete the search of this name, if there is one, and prove that nothing of it is left.

    Raises:
        LibraryError: as `save`.
    """
    return erase(path, "saved_searches", ["name", "query"], {"name": name})


def _by_name(search: SavedSearch) -> tuple[str, str]:
    return search.name.casefold(), search.name
