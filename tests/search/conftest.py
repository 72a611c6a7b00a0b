"""A small index on disk with hand-made vectors, and a searcher over it."""

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlite_utils import Database

from alcove.encoder.protocol import raise_if_set
from alcove.index import vectors
from alcove.index.documents import SplitDocument, add_content, find_content
from alcove.index.files import PendingFile, link
from alcove.index.opening import open_reader, open_writer
from alcove.index.words.writer import WordsWriter
from alcove.records import ContentKey, Document, Passage, Signature
from alcove.search import Searcher
from alcove.search.ranking.semantic_arm import SemanticArm
from alcove.search.words.keyword_arm import KeywordArm

SECOND = 1_000_000_000  # nanoseconds


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """The writer's connection to a new index with an active model of dimension 2."""
    opened = open_writer(tmp_path / "index.db")
    vectors.add_model(opened, "abc", "A model", 2, "into lines")
    vectors.activate(opened, "abc")
    yield opened
    opened.close()


@pytest.fixture
def store(db: Database) -> Callable[..., None]:
    """Return a function that stores a file; `cosines` has each line's cosine to the query (1, 0).

    A passage whose line is not in `cosines` has no vector.
    """

    def put(
        path: str,
        text: str | None,
        cosines: Mapping[int, float] | None = None,
        *,
        title: str | None = None,
        headings: tuple[str, ...] = (),
        seconds: int = 0,
    ) -> None:
        signature = Signature(1, 2, 3, seconds * SECOND, 0)
        cursor = db.execute(
            "INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns)"
            " VALUES (?, 1, 2, 3, ?, 0)",
            [path.encode(), signature.mtime_ns],
        )
        if text is None:
            return
        assert cursor.lastrowid is not None
        format_ = path.rsplit(".", 1)[-1]
        key = ContentKey(hashlib.sha256(f"{title}|{text}".encode()).digest(), format_, 1)
        with db.atomic():
            content = find_content(db.conn, key)
            content = content or add_content(db, key, [split(path, text, title, headings)], 1)
            assert link(
                db, PendingFile(cursor.lastrowid, path.encode(), signature), content, signature
            )
        for line, cosine in (cosines or {}).items():
            row = db.execute("SELECT id FROM inputs WHERE hash = ?", [_hash(path, line)])
            vector = np.array([[cosine, np.sqrt(1 - cosine**2)]], np.float32)
            vectors.add(db, 1, [row.fetchone()[0]], vector)

    return put


@pytest.fixture
def animals(store: Callable[..., None]) -> None:
    """Three documents that "fox" finds: one by meaning, one by words, one by both."""
    store("/d/meaning.txt", "a vixen\nher den", {1: 0.8, 2: 0.1}, seconds=10)
    store("/d/words.md", "fox fox fox\nother", {1: 0.1, 2: 0.0}, seconds=20)
    store("/e/both.txt", "nothing\nthe fox runs", {1: 0.0, 2: 0.7}, title="Tales", seconds=30)


@pytest.fixture
def make_searcher(tmp_path: Path, db: Database) -> Iterator[Callable[..., Searcher]]:
    """Update the words index and load a searcher; `asked` collects the encoded texts."""
    opened = []

    def make(*, asked: list[str] | None = None) -> Searcher:
        with closing(WordsWriter(tmp_path / "words")) as writer:
            while writer.follow(db):
                pass
        connection = open_reader(tmp_path / "index.db")
        opened.append(connection)

        def encode_query(text: str) -> NDArray[np.float32]:
            if asked is not None:
                asked.append(text)
            return np.array([1, 0], np.float32)

        model = vectors.active_model(connection)
        assert model is not None
        words = KeywordArm(tmp_path / "words", model.split_id)

        def encode_passages(
            texts: Sequence[str], *, cancel: threading.Event | None = None
        ) -> NDArray[np.float32]:
            raise_if_set(cancel)
            return np.tile(np.array([1, 0], np.float32), (len(texts), 1))

        table = vectors.load(connection, model)
        return Searcher(connection, words, SemanticArm(table), encode_query, encode_passages)

    yield make
    for connection in opened:
        connection.close()


def split(path: str, text: str, title: str | None, headings: tuple[str, ...] = ()) -> SplitDocument:
    """Split a document into passages, one for each line."""
    passages, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        passages.append(Passage(start, start + len(line), None, number, headings))
        start += len(line) + 1
    hashes = [_hash(path, number) for number in range(1, len(passages) + 1)]
    return SplitDocument(Document(text, title), passages, hashes)


def _hash(path: str, line: int) -> bytes:
    return hashlib.sha256(f"{path}:{line}".encode()).digest()
