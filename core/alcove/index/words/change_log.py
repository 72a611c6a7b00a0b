"""Read the database's change log: its range, whether a words index fits it, and its durability."""

from enum import StrEnum

from sqlite_utils import Database

from alcove.index.words.fields import WORDS_VERSION
from alcove.index.words.state import WordsState


class RebuildCause(StrEnum):
    """Reason why the words index is rebuilt."""

    MISSING = "missing"
    DAMAGED = "damaged"
    OUTDATED = "outdated"
    FOREIGN = "of another database"
    DISAGREES = "not equal to the database"
    ASKED = "asked for"


def misfit(db: Database, state: WordsState | None) -> RebuildCause | None:
    """Return why an index in this state cannot be updated from the log; None if it can."""
    if state is None:
        return RebuildCause.MISSING
    if state.version != WORDS_VERSION:
        return RebuildCause.OUTDATED
    if state.identity != identity(db):
        return RebuildCause.FOREIGN
    last, first = last_number(db), _first_number(db)
    oldest = last if first is None else first - 1
    return None if oldest <= state.number <= last else RebuildCause.DISAGREES


def make_durable(db: Database, mark: str) -> None:
    """Make all commits so far survive a power cut, which synchronous = NORMAL does not ensure.

    Otherwise the words index could hold changes that the database lost and whose numbers it then
    uses again.

    Args:
        db: the writer's connection, outside a transaction.
        mark: different each time: SQLite writes and syncs nothing if no byte changes.
    """
    db.execute("PRAGMA synchronous = FULL")
    try:
        db.table("facts").upsert({"key": "words", "value": mark}, pk="key")
    finally:
        db.execute("PRAGMA synchronous = NORMAL")


def has_whole_log(db: Database) -> bool:
    """Return whether the log still holds every change ever made."""
    first = _first_number(db)
    return first == 1 or (first is None and last_number(db) == 0)


def _first_number(db: Database) -> int | None:
    number: int | None = db.execute("SELECT min(number) FROM changes").fetchone()[0]
    return number


def last_number(db: Database) -> int:
    """Return the number of the last change ever made; 0 before the first."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'changes'").fetchone()
    return int(row[0]) if row else 0


def identity(db: Database) -> str:
    """Return the unique id of this database."""
    return str(db.execute("SELECT value FROM facts WHERE key = 'identity'").fetchone()[0])
