"""History: what was asked, how often, and when. Personal data, kept until it is forgotten."""

from dataclasses import dataclass
from pathlib import Path

from alcove.personal.database import changed, opened
from alcove.personal.erase import Receipt, erase

MOST = 1_000
"""Questions that are kept; the oldest go first."""

SHORTEST = 2
"""Characters of a question that is worth keeping."""

_STILL_TYPING = 60.0  # seconds within which a longer question takes the place of its beginning


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A question that was asked.

    Attributes:
        query: as typed.
        mode: how was searched: “best”, “meaning” or “words”.
        at: seconds since the epoch, the last time.
        times: how often.
    """

    query: str
    mode: str
    at: float
    times: int = 1


def add(path: Path, query: str, mode: str, *, at: float) -> None:
    """Keep that a question was asked, in the personal database at `path`, durably.

    A question that goes on where the one before it ended, within a minute, takes its place: that
    was typing. Beyond `MOST` questions, those not asked for the longest time go.

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
    """At most `limit` questions, the one asked last first.

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
    """Delete one question, in every mode, or all of them, and prove that nothing is left.

    Raises:
        LibraryError: as `add`.
    """
    return erase(path, "history", ["query"], {} if query is None else {"query": query})
