"""Store the search history: queries, how often they were run, and when. Personal data."""

from dataclasses import dataclass
from pathlib import Path

from alcove.personal.database import changed, opened
from alcove.personal.erase import Receipt, erase

MOST = 1_000
"""Number of queries kept; the oldest are deleted first."""

SHORTEST = 2
"""Characters of the shortest query that is stored."""

_STILL_TYPING = 60.0  # seconds within which a longer query replaces its prefix


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A query that was run.

    Attributes:
        query: as typed.
        mode: search mode: “best”, “meaning” or “words”.
        at: time of the last run, seconds since the epoch.
        times: number of runs.
    """

    query: str
    mode: str
    at: float
    times: int = 1


def add(path: Path, query: str, mode: str, *, at: float) -> None:
    """Store a query in the personal database at `path`, durably.

    A query that extends the one before it within a minute replaces it: the user was still typing.
    Beyond `MOST` queries, delete the least recently used.

    Raises:
        LibraryError: the database cannot be written, or a newer Alcove wrote it.
    """
    with changed(path) as db:
        db.execute(
            "DELETE FROM history WHERE mode = ?1 AND times = 1 AND abs(at - ?3) < ?4"
            " AND length(query) < length(?2) AND substr(?2, 1, length(query)) = query"
            " AND at = (SELECT max(at) FROM history)",
            [mode, query, at, _STILL_TYPING],
        )
        db.execute(
            "INSERT INTO history (query, mode, times, at) VALUES (?, ?, 1, ?)"
            " ON CONFLICT DO UPDATE SET times = times + 1, at = excluded.at",
            [query, mode, at],
        )
        db.execute(
            "DELETE FROM history WHERE (query, mode) IN"
            " (SELECT query, mode FROM history ORDER BY at DESC LIMIT -1 OFFSET ?)",
            [MOST],
        )


def stored(path: Path, limit: int = MOST) -> list[HistoryEntry]:
    """Return at most `limit` queries, the most recent first.

    Raises:
        LibraryError: as `add`.
    """
    if not path.exists():
        return []
    with opened(path) as connection:
        rows = connection.execute(
            "SELECT query, mode, at, times FROM history ORDER BY at DESC, query LIMIT ?", [limit]
        )
        return [HistoryEntry(*row) for row in rows]


def forget(path: Path, query: str | None = None) -> Receipt:
    """Delete one query, in every mode, or all queries, and prove that nothing is left.

    Raises:
        LibraryError: as `add`.
    """
    return erase(path, "history", ["query"], {} if query is None else {"query": query})
