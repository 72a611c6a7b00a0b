"""Migrate the personal database from version to version, and keep a copy made before."""

import filecmp
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlite_utils import Database, Migrations

from alcove.personal.versions import PERSONAL_VERSION, open_to_read, refuse_newer
from alcove.system.durable import sync_file, sync_names

migrations = Migrations("personal")


@migrations()
def _create_settings(db: Database) -> None:
    db.table("folders").create({"path": bytes}, pk="path")
    db.table("settings").create({"key": str, "value": str}, pk="key")
    db.execute("PRAGMA user_version = 1")


@migrations()
def _add_rules_and_revision(db: Database) -> None:
    db.execute("ALTER TABLE folders ADD COLUMN patterns TEXT NOT NULL DEFAULT '\"\"'")  # JSON
    db.execute("INSERT INTO settings (key, value) VALUES ('revision', '0')")
    db.execute("PRAGMA user_version = 2")


@migrations()
def _add_judgments_and_evaluations(db: Database) -> None:
    for statement in _JUDGMENTS:
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


# Copies made by later upgrades contain queries too: `erase` deletes them there as well.
@migrations()
def _add_window_history_and_saved_searches(db: Database) -> None:
    for statement in _WINDOW:
        db.execute(statement)
    db.execute("PRAGMA user_version = 4")


_JUDGMENTS = (
    """CREATE TABLE judgments (
        query TEXT NOT NULL,    -- as typed
        sha256 BLOB,            -- of the file's bytes; NULL where the file was never read
        format TEXT,            -- as it was read
        part INTEGER,           -- the message in a mailbox; NULL for the whole file
        path BLOB NOT NULL,     -- where it lay then
        grade INTEGER NOT NULL, -- 0 not this, 1 opened, 2 this was it
        at REAL NOT NULL        -- seconds since the epoch
    )""",
    """CREATE UNIQUE INDEX judgments_document ON judgments
        (query, coalesce(sha256, path), coalesce(format, ''), coalesce(part, -1))""",
    """CREATE TABLE evaluations (
        at REAL NOT NULL,       -- seconds since the epoch
        model TEXT NOT NULL,    -- name of the model that served
        revision INTEGER NOT NULL, -- of the settings
        summary TEXT NOT NULL   -- JSON: counts and measures, no question and no path
    )""",
)

_WINDOW = (
    """CREATE TABLE window (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL     -- JSON
    ) WITHOUT ROWID""",
    """CREATE TABLE history (
        query TEXT NOT NULL,    -- as typed
        mode TEXT NOT NULL,     -- best, meaning or words
        times INTEGER NOT NULL, -- how often it was asked
        at REAL NOT NULL,       -- seconds since the epoch, the last time
        PRIMARY KEY (query, mode)
    ) WITHOUT ROWID""",
    """CREATE TABLE saved_searches (
        name TEXT PRIMARY KEY,
        query TEXT NOT NULL,    -- as typed
        mode TEXT NOT NULL,     -- best, meaning or words
        at REAL NOT NULL        -- seconds since the epoch, when it was saved
    ) WITHOUT ROWID""",
)


def upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Upgrade the database to this program's version, after a durable copy unless it is new.

    The copy is named after the old version (personal.v1.db) and lies beside the database.
    """
    db = Database(connection, execute_plugins=False)
    db.execute("BEGIN IMMEDIATE")  # of two programs that start at once, the second finds it done
    try:
        version = refuse_newer(connection)
        if 0 < version < PERSONAL_VERSION:
            _keep_copy(path, version)
        migrations.apply(db)
    except BaseException:
        db.rollback()
        raise
    db.commit()


def _keep_copy(path: Path, version: int) -> None:
    draft = path.with_name(f"{path.stem}.copy")
    draft.unlink(missing_ok=True)  # left by an interrupted attempt
    with closing(open_to_read(path)) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)
    sync_file(draft)
    for target in _names(path, version):
        if not target.exists():
            draft.rename(target)
            break
        if filecmp.cmp(draft, target, shallow=False):
            draft.unlink()  # a failed upgrade is retried
            break
    sync_names(path.parent)


def _names(path: Path, version: int) -> Iterator[Path]:
    yield path.with_name(f"{path.stem}.v{version}{path.suffix}")
    for number in count(2):
        yield path.with_name(f"{path.stem}.v{version}-{number}{path.suffix}")
