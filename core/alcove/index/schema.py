"""Define the tables of the index, and migrate those of earlier versions.

A row of `cuts` is a way of splitting documents into passages, one for each tokenizer and window;
`cut_id` refers to it. Python calls it a split; the tables keep their stored names.
"""

import sqlite3
import uuid

from sqlite_utils import Database, Migrations

from alcove.index.documents import document_language

migrations = Migrations("index")


@migrations()
def _create_tables(db: Database) -> None:
    _execute_all(db, _TABLES)
    db.table("facts").insert({"key": "identity", "value": uuid.uuid4().hex})
    db.execute("PRAGMA user_version = 1")


# The library records that it was migrated by this function's name, so the name stays.
@migrations()
def _cut_for_each_model(db: Database) -> None:
    _execute_all(db, _SPLITS)
    if db.execute("SELECT 1 FROM passages UNION ALL SELECT 1 FROM models").fetchone():
        db.execute("INSERT INTO cuts (key) VALUES (?)", [_ONLY_SPLIT_BEFORE])
        db.execute("UPDATE passages SET cut_id = (SELECT id FROM cuts)")
        db.execute("UPDATE models SET cut_id = (SELECT id FROM cuts)")
    db.execute("PRAGMA user_version = 2")


@migrations()
def _language_of_documents(db: Database) -> None:
    _execute_all(db, _LANGUAGE)
    last = 0
    while row := db.execute(_NEXT_DOCUMENT, [last]).fetchone():
        last, format_, text = row
        if language := document_language(format_, text):
            db.execute("UPDATE documents SET language = ? WHERE id = ?", [language, last])
    db.execute("PRAGMA user_version = 3")


def _execute_all(db: Database, script: str) -> None:
    """Run each statement by itself: `executescript` would end the migration's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


_TABLES = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- a folder as the last scan found it
CREATE TABLE folders (
    path BLOB PRIMARY KEY,
    scanned_at REAL,            -- seconds since the epoch; NULL before the first scan
    missing_since REAL,         -- NULL while the folder is there
    excluded TEXT NOT NULL DEFAULT '{}'  -- JSON: rule -> number of files and folders left out
) WITHOUT ROWID;

-- the same bytes, format and reading recipe: read once, wherever they lie
CREATE TABLE contents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL,
    format TEXT NOT NULL,
    recipe INTEGER NOT NULL,
    reason TEXT,                -- why there is no text; NULL when there is
    detail TEXT NOT NULL DEFAULT '',
    UNIQUE (sha256, format, recipe)
);

-- without content and without reason, a file waits to be read
CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,  -- bytes: a name need not be valid Unicode
    device INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    size INTEGER NOT NULL,      -- bytes
    mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL,
    content_id INTEGER REFERENCES contents (id),
    reason TEXT,                -- why this path could not even be opened or was not worth it
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX files_content ON files (content_id, reason);
CREATE INDEX files_newest ON files (mtime_ns);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    content_id INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,      -- 0, or the number of the message in a mailbox
    title TEXT,
    text TEXT NOT NULL,
    headings TEXT NOT NULL,     -- JSON: [[start, level, text], ...]
    page_starts TEXT NOT NULL,  -- JSON: [offset, ...]
    UNIQUE (content_id, part)
);

-- what the encoder is given, known by its hash: equal inputs share their vectors
CREATE TABLE inputs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE
);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    input_id INTEGER NOT NULL REFERENCES inputs (id),
    start INTEGER NOT NULL,     -- code points into documents.text
    "end" INTEGER NOT NULL,
    page INTEGER,
    line INTEGER,
    headings TEXT NOT NULL      -- JSON: [text, ...]
);
CREATE INDEX passages_document ON passages (document_id);
CREATE INDEX passages_input ON passages (input_id);

CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    manifest TEXT NOT NULL UNIQUE,  -- the model's id: sha256 over its manifest
    name TEXT NOT NULL,
    dimension INTEGER NOT NULL
);

CREATE TABLE vectors (
    input_id INTEGER NOT NULL REFERENCES inputs (id) ON DELETE CASCADE,
    model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    vector BLOB NOT NULL,       -- float16, little-endian, L2-normalised
    PRIMARY KEY (input_id, model_id)
) WITHOUT ROWID;

-- the change log that the words index still has to follow, in order
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
"""

# The bundled model's split: every library had its tokenizer and window before version 2.
_ONLY_SPLIT_BEFORE = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037/256"

_SPLITS = """
-- a way of splitting documents, one for each tokenizer and window: while a model changes, the
-- passages of two splits are stored beside each other
CREATE TABLE cuts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT UNIQUE             -- NULL while its passages are being deleted
);
ALTER TABLE passages ADD COLUMN cut_id INTEGER REFERENCES cuts (id);
ALTER TABLE models ADD COLUMN cut_id INTEGER REFERENCES cuts (id);
DROP INDEX passages_document;
CREATE INDEX passages_document ON passages (document_id, cut_id);

-- a changed file keeps its content until the new one is read
ALTER TABLE files ADD COLUMN waiting INTEGER NOT NULL DEFAULT 1;
UPDATE files SET waiting = 0 WHERE content_id IS NOT NULL OR reason IS NOT NULL;
CREATE INDEX files_waiting ON files (mtime_ns) WHERE waiting;

-- all passages of a split are gone
ALTER TABLE changes ADD COLUMN cut_id INTEGER;
"""

_LANGUAGE = """
ALTER TABLE documents ADD COLUMN language TEXT;  -- ISO 639-1; NULL if unknown
CREATE INDEX documents_language ON documents (language);
"""

_NEXT_DOCUMENT = """SELECT d.id, c.format, d.text FROM documents d
                    JOIN contents c ON c.id = d.content_id WHERE d.id > ? ORDER BY d.id LIMIT 1"""
