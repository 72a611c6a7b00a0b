"""The change log of the database, as the words index needs it: where it begins, ends, and holds."""

from enum import StrEnum

from sqlite_utils import Database

from alcove.index.words.fields import WORDS_VERSION
from alcove.index.words.state import WordsState


class RebuildCause(StrEnum):
    """Why the words index is built again."""

    MISSING = "missing"
    DAMAGED = "damaged"
    OUTDATED = "outdated"
    FOREIGN = "of another database"
    DISAGREES = "not equal to the database"
    ASKED = "asked for"


def misfit(db: Database, state: WordsState | None) -> RebuildCause | None:
    """Why an index in this state cannot go on by the log; None if it can."""
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
    """Make what was committed so far outlive a power cut, which synchronous = NORMAL does not.

    Otherwise the words could have seen changes that the database lost, and whose numbers it gives
    again.

    Args:
        db: the writer's connection, outside a transaction.
        mark: another one each time: SQLite writes and syncs nothing where no byte changes.
    """
    db.execute("PRAGMA synchronous = FULL")
    try:
        db.table("facts").upsert({"key": "words", "value": mark}, pk="key")
    finally:
        db.execute("PRAGMA synchronous = NORMAL")


def has_whole_log(db: Database) -> bool:
    """Whether the log still holds every change that there ever was."""
    first = _first_number(db)
    return first == 1 or (first is None and last_number(db) == 0)


def _first_number(db: Database) -> int | None:
    number: int | None = db.execute("SELECT min(number) FROM changes").fetchone()[0]
    return number


def last_number(db: Database) -> int:
    """The number of the last change that there ever was; 0 before the first."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'changes'").fetchone()
    return int(row[0]) if row else 0


def identity(db: Database) -> str:
    """What tells this database from every other."""
    return str(db.execute("SELECT value FROM facts WHERE key = 'identity'").fetchone()[0])
