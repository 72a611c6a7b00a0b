"""Fixtures: an index on disk, and short ways to put files and documents into it."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.index.documents import SplitDocument, add_content, find_content
from alcove.index.files import PendingFile, link
from alcove.index.opening import open_writer
from alcove.records import ContentKey, Document, Passage, Signature

LINES = "into lines"


def new_split(db: Database, key: str) -> int:
    """Store a new split and return its number."""
    number = db.execute("INSERT INTO cuts (key) VALUES (?)", [key]).lastrowid
    assert number is not None
    return number


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """Open a new index with the writer's connection."""
    opened = open_writer(tmp_path / "index.db")
    yield opened
    opened.close()


@pytest.fixture
def split_id(db: Database) -> int:
    """Return the number of the split into lines."""
    return new_split(db, LINES)


@pytest.fixture
def store(db: Database, split_id: int) -> Callable[..., int]:
    """Return a function that stores a file as if it had been read and returns its id.

    Its passages are the lines of the text; without text it waits to be read.
    """

    def put(path: bytes, text: str | None, *, title: str | None = None, mtime: int = 1) -> int:
        signature = Signature(1, 2, 3, mtime, mtime)
        cursor = db.execute(
            "INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns)"
            " VALUES (?, 1, 2, 3, ?, ?)",
            [path, mtime, mtime],
        )
        assert cursor.lastrowid is not None
        if text is not None:
            key = ContentKey(hashlib.sha256(f"{title}|{text}".encode()).digest(), "txt", 1)
            with db.atomic():
                content = find_content(db.conn, key)
                content = content or add_content(db, key, [split_lines(text, title)], split_id)
                assert link(db, PendingFile(cursor.lastrowid, path, signature), content, signature)
        return cursor.lastrowid

    return put


def split_lines(text: str, title: str | None) -> SplitDocument:
    """Split a document into its lines."""
    passages, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        passages.append(Passage(start, start + len(line), None, number, ("Top",)))
        start += len(line) + 1
    hashes = [hashlib.sha256(text[p.start : p.end].encode()).digest() for p in passages]
    return SplitDocument(Document(text, title), passages, hashes)
