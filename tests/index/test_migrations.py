"""A library of an earlier version is brought up to date, or stays exactly as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from alcove.errors import LibraryError
from alcove.index import files, opening, schema, vectors
from alcove.index.counts import count
from alcove.index.opening import SCHEMA_VERSION, open_reader, open_writer

VERSION_1 = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folders (
    path BLOB PRIMARY KEY,
    scanned_at REAL,
    missing_since REAL,
    excluded TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE TABLE contents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL,
    format TEXT NOT NULL,
    recipe INTEGER NOT NULL,
    reason TEXT,
    detail TEXT NOT NULL DEFAULT '',
    UNIQUE (sha256, format, recipe)
);
CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,
    device INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL,
    content_id INTEGER REFERENCES contents (id),
    reason TEXT,
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX files_content ON files (content_id, reason);
CREATE INDEX files_newest ON files (mtime_ns);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    content_id INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    title TEXT,
    text TEXT NOT NULL,
    headings TEXT NOT NULL,
    page_starts TEXT NOT NULL,
    UNIQUE (content_id, part)
);
CREATE TABLE inputs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    input_id INTEGER NOT NULL REFERENCES inputs (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER,
    line INTEGER,
    headings TEXT NOT NULL
);
CREATE INDEX passages_document ON passages (document_id);
CREATE INDEX passages_input ON passages (input_id);
CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    manifest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    dimension INTEGER NOT NULL
);
CREATE TABLE vectors (
    input_id INTEGER NOT NULL REFERENCES inputs (id) ON DELETE CASCADE,
    model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    vector BLOB NOT NULL,
    PRIMARY KEY (input_id, model_id)
) WITHOUT ROWID;
CREATE TABLE changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER,
    file_id INTEGER
);
CREATE TRIGGER document_added AFTER INSERT ON documents
BEGIN INSERT INTO changes (document_id) VALUES (new.id); END;
CREATE TRIGGER document_removed AFTER DELETE ON documents
BEGIN INSERT INTO changes (document_id) VALUES (old.id); END;
CREATE TRIGGER file_added AFTER INSERT ON files
BEGIN INSERT INTO changes (file_id) VALUES (new.id); END;
CREATE TRIGGER file_removed AFTER DELETE ON files
BEGIN INSERT INTO changes (file_id) VALUES (old.id); END;
CREATE TABLE _sqlite_migrations (
    id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT
);
CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name
    ON _sqlite_migrations (migration_set, name);
INSERT INTO _sqlite_migrations VALUES (1, 'index', '_create_tables', '2026-01-01 00:00:00+00:00');
INSERT INTO facts VALUES ('identity', 'abc');
PRAGMA user_version = 1;
"""

MODEL = """
INSERT INTO facts VALUES ('active model', 'bundled');
INSERT INTO models VALUES (4, 'bundled', 'A model', 2);
"""

ROWS = """
INSERT INTO contents VALUES (1, x'01', 'txt', 1, NULL, ''), (2, x'02', 'pdf', 1, 'damaged', '');
INSERT INTO files VALUES
    (1, x'2F61', 1, 2, 3, 4, 5, 1, NULL, ''),
    (2, x'2F62', 1, 2, 3, 4, 5, NULL, 'no permission', ''),
    (3, x'2F63', 1, 2, 3, 4, 5, 2, NULL, ''),
    (4, x'2F64', 1, 2, 3, 9, 9, NULL, NULL, '');
INSERT INTO documents VALUES (1, 1, 0, NULL, 'one two', '[]', '[]');
INSERT INTO inputs VALUES (7, x'07'), (8, x'08');
INSERT INTO passages VALUES (1, 1, 7, 0, 3, NULL, 1, '[]'), (2, 1, 8, 4, 7, NULL, 1, '[]');
INSERT INTO vectors VALUES (7, 4, x'003C0000');
"""

Old = Callable[[str], Path]


@pytest.fixture
def old(tmp_path: Path) -> Old:
    """Make a library of version 1 with these rows; returns its path."""

    def make(rows: str) -> Path:
        path = tmp_path / "index.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(VERSION_1 + rows)
        return path

    return make


def contents(path: Path) -> list[str]:
    """Everything in a database: its tables, its rows, its version."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()
        return [*connection.iterdump(), str(version)]


def test_the_rows_survive_and_the_right_files_wait(old: Old) -> None:
    path = old(MODEL + ROWS)
    with closing(open_writer(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert db.execute("SELECT value FROM facts WHERE key = 'identity'").fetchone() == ("abc",)
        assert [file.path for file in files.pending(db.conn, 9)] == [b"/d"]
        assert [row[:2] for row in files.failures(db.conn)] == [
            (b"/b", "no permission"),
            (b"/c", "damaged"),
        ]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_passages_and_vectors_are_those_of_the_one_model_that_there_was(old: Old) -> None:
    with closing(open_writer(old(MODEL + ROWS))) as db:
        model = vectors.active_model(db.conn)
        assert model is not None
        assert count(db.conn, model).coverage == 0.5
        assert vectors.missing(db.conn, model) == [8]
        assert vectors.load(db.conn, model).passage_ids.tolist() == [1, 2]
        (key,) = db.execute("SELECT key FROM cuts").fetchone()
        assert vectors.add_model(db, "bundled", "A model", 2, key) == model


@pytest.mark.parametrize("rows", [MODEL, ""], ids=["no passages", "nothing"])
def test_a_library_without_passages_is_brought_up_to_date(old: Old, rows: str) -> None:
    with closing(open_writer(old(rows))) as db:
        model = vectors.active_model(db.conn)
        assert (model is None) == (rows == "")
        assert model is None or isinstance(model.split_id, int)
        assert vectors.load(db.conn, model).coverage == 1


def test_passages_without_a_model_get_the_same_split(old: Old) -> None:
    rows = ROWS.replace("INSERT INTO vectors VALUES (7, 4, x'003C0000');", "")
    with closing(open_writer(old(rows))) as db:
        (key,) = db.execute("SELECT key FROM cuts").fetchone()
        model = vectors.add_model(db, "bundled", "A model", 2, key)
        assert vectors.missing(db.conn, model) == [7, 8]


@pytest.mark.parametrize("number", range(14))
def test_a_failure_in_the_middle_leaves_the_old_version_untouched(
    old: Old, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = old(MODEL + ROWS)
    before = contents(path)
    execute, done = Database.execute, list[str]()

    def fail(self: Database, sql: str, *arguments: Any) -> sqlite3.Cursor:
        if done or "TABLE cuts" in sql:
            done.append(sql)
        if len(done) > number:
            raise sqlite3.OperationalError("disk I/O error")
        return execute(self, sql, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "execute", fail)
        with pytest.raises(sqlite3.OperationalError, match="disk"):
            open_writer(path)
    assert contents(path) == before
    assert number < 13 or "user_version" in done[-1]
    with closing(open_writer(path)) as db:
        assert [file.path for file in files.pending(db.conn, 9)] == [b"/d"]


def test_a_reader_says_what_to_do_with_a_library_that_is_not_up_to_date(old: Old) -> None:
    path = old(MODEL + ROWS)
    before = contents(path)
    with pytest.raises(LibraryError, match="earlier version of Alcove") as caught:
        open_reader(path)
    assert caught.value.advice
    assert contents(path) == before


def test_a_reader_finds_a_library_empty_whose_tables_are_just_being_made(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with pytest.raises(LibraryError, match="empty"):
        open_reader(path)


VERSION_2_TO_3 = "SELECT id, language FROM documents ORDER BY id"
GERMAN = "Der Vertrag wurde gestern in Berlin unterschrieben, und die Nachbarn waren dabei."
"""Of a document in a library of version 2; its neighbours are code, and a word alone."""


@pytest.fixture
def version_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library as version 2 wrote it, with documents."""
    path = tmp_path / "index.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrations", _without(schema.migrations, "_language_of_documents"))
        patch.setattr(opening, "SCHEMA_VERSION", 2)
        open_writer(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        for id_, (format_, text) in enumerate(
            [("txt", GERMAN), ("code", GERMAN), ("txt", "Wort")], 1
        ):
            connection.execute(
                "INSERT INTO contents VALUES (?, ?, ?, 1, NULL, '')", (id_, bytes([id_]), format_)
            )
            connection.execute(
                "INSERT INTO documents VALUES (?, ?, 0, 'A title', ?, '[]', '[]')", (id_, id_, text)
            )
        connection.commit()
    return path


def _without(all_: Migrations, name: str) -> Migrations:
    some = Migrations(all_.name)
    for migration in all_._migrations:
        if migration.name != name:
            some(name=migration.name)(migration.fn)
    return some


def test_documents_of_version_2_get_their_language_and_keep_everything(version_2: Path) -> None:
    with closing(sqlite3.connect(version_2)) as connection:
        before = connection.execute("SELECT * FROM documents ORDER BY id").fetchall()
    with closing(open_writer(version_2)) as db:
        assert db.execute(VERSION_2_TO_3).fetchall() == [(1, "de"), (2, None), (3, None)]
        after = db.execute("SELECT * FROM documents ORDER BY id").fetchall()
        assert [row[:-1] for row in after] == before
        assert db.execute("PRAGMA user_version").fetchone() == (3,)


def test_a_failure_on_the_way_to_version_3_leaves_version_2_untouched(
    version_2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(version_2)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "document_language", _fails)
        with pytest.raises(OSError, match="disk"):
            open_writer(version_2)
    assert contents(version_2) == before
    with closing(open_writer(version_2)) as db:
        assert db.execute(VERSION_2_TO_3).fetchone() == (1, "de")


def _fails(_format: str, _text: str) -> str | None:
    raise OSError("the disk fails")
