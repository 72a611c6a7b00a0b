"""Contents are stored once and deleted with the last path that has them."""

import json
from collections.abc import Callable

import numpy as np
import pytest
from sqlite_utils import Database

from alcove.errors import ReadError, Reason
from alcove.index import vectors
from alcove.index.counts import count
from alcove.index.documents import (
    SplitDocument,
    add_content,
    add_failed_content,
    add_passages,
    collect_garbage,
    find_content,
)
from alcove.records import ContentKey, Document, Heading, Passage

Store = Callable[..., int]

KEY = ContentKey(b"h" * 32, "pdf", 1)
LINES = "into lines"  # as conftest splits


def texts(db: Database) -> list[str]:
    return [row[0] for row in db.execute("SELECT text FROM documents ORDER BY id")]


def inputs_left(db: Database) -> int:
    return int(db.execute("SELECT count(*) FROM inputs").fetchone()[0])


def test_a_document_is_stored_with_all_its_fields(db: Database, split_id: int) -> None:
    document = Document("Top\nwörds", "A title", (Heading(0, 1, "Top"),), (0, 4))
    passages = [Passage(0, 3, 1, None), Passage(4, 9, 2, None, ("Top", "Sub"))]
    content = add_content(db, KEY, [SplitDocument(document, passages, [b"1", b"2"])], split_id)
    row = db.execute(
        "SELECT content_id, part, title, text, headings, page_starts FROM documents"
    ).fetchone()
    assert row[:4] == (content, 0, "A title", "Top\nwörds")
    assert [json.loads(value) for value in row[4:]] == [[[0, 1, "Top"]], [0, 4]]
    stored = db.execute(
        'SELECT start, "end", page, line, p.headings, hash, cut_id FROM passages p'
        " JOIN inputs i ON i.id = p.input_id ORDER BY p.id"
    ).fetchall()
    assert stored == [
        (0, 3, 1, None, "[]", b"1", split_id),
        (4, 9, 2, None, '["Top", "Sub"]', b"2", split_id),
    ]


def test_a_content_is_found_by_its_whole_key(db: Database, split_id: int) -> None:
    assert find_content(db.conn, KEY) is None
    content = add_content(db, KEY, [], split_id)
    assert find_content(db.conn, KEY) == content
    others = (
        ContentKey(b"g" * 32, "pdf", 1),
        ContentKey(b"h" * 32, "md", 1),
        ContentKey(b"h" * 32, "pdf", 2),
    )
    assert [find_content(db.conn, other) for other in others] == [None] * 3


def test_a_failed_content_is_found_as_well(db: Database) -> None:
    content = add_failed_content(db, KEY, ReadError(Reason.DAMAGED, "It ends too early."))
    assert find_content(db.conn, KEY) == content
    row = db.execute("SELECT reason, detail FROM contents").fetchone()
    assert row == ("damaged", "It ends too early.")


def test_the_messages_of_a_mailbox_are_its_parts(db: Database, split_id: int) -> None:
    parts = [SplitDocument(Document(text), [], []) for text in ("first", "second")]
    add_content(db, KEY, parts, split_id)
    rows = db.execute("SELECT part, text FROM documents ORDER BY part").fetchall()
    assert rows == [(0, "first"), (1, "second")]


def test_passages_without_hashes_are_a_bug_that_stores_nothing(db: Database, split_id: int) -> None:
    split = SplitDocument(Document("words"), [Passage(0, 5, None, 1)], [])
    with pytest.raises(ValueError, match="shorter"), db.atomic():
        add_content(db, KEY, [split], split_id)
    assert find_content(db.conn, KEY) is None
    assert texts(db) == []


def test_equal_inputs_are_stored_once(db: Database, store: Store) -> None:
    store(b"/a", "same\none")
    store(b"/b", "two\nsame\nsame")
    assert inputs_left(db) == 3
    assert count(db.conn, None).passages == 5


def test_shared_content_stays_while_one_path_has_it(db: Database, store: Store) -> None:
    first, second = store(b"/a", "words"), store(b"/copy", "words")
    assert texts(db) == ["words"]
    db.execute("DELETE FROM files WHERE id = ?", [first])
    assert collect_garbage(db) == 0
    assert texts(db) == ["words"]
    db.execute("DELETE FROM files WHERE id = ?", [second])
    assert collect_garbage(db) == 1
    assert texts(db) == []
    assert inputs_left(db) == 0


def test_garbage_takes_passages_and_tells_the_words_index(db: Database, store: Store) -> None:
    gone = store(b"/a", "one\ntwo")
    store(b"/b", "three")
    (document,) = db.execute("SELECT id FROM documents WHERE text LIKE 'one%'").fetchone()
    db.execute("DELETE FROM files WHERE id = ?", [gone])
    db.execute("DELETE FROM changes")
    assert collect_garbage(db) == 1
    assert count(db.conn, None).passages == 1
    assert db.execute("SELECT document_id, file_id FROM changes").fetchall() == [(document, None)]


def test_ids_are_never_given_again(db: Database, store: Store) -> None:
    """The words index refers to documents by id, and may learn late that one was deleted."""
    before = store(b"/a", "one")
    documents = db.execute("SELECT id FROM documents").fetchall()
    db.execute("DELETE FROM files WHERE id = ?", [before])
    collect_garbage(db)
    assert store(b"/b", "two") != before
    assert db.execute("SELECT id FROM documents").fetchall() != documents


def test_counts_of_files_documents_and_passages(db: Database, store: Store) -> None:
    store(b"/a", "one\ntwo")
    store(b"/b", "three")
    store(b"/copy", "three")
    store(b"/waiting", None)
    counts = count(db.conn, None)
    assert (counts.files, counts.waiting, counts.documents, counts.passages) == (4, 1, 2, 3)
    assert (counts.encoded, counts.coverage) == (0, 0.0)


def test_counts_under_a_model_are_those_of_its_own_split(db: Database, store: Store) -> None:
    store(b"/a", "one\ntwo")
    lines = vectors.add_model(db, "abc", "A model", 2, LINES)
    wholes = vectors.add_model(db, "def", "Another", 2, "as a whole")
    (document,) = db.execute("SELECT id FROM documents").fetchone()
    whole = SplitDocument(Document("one\ntwo"), [Passage(0, 7, None, 1)], [b"whole"])
    add_passages(db, document, whole, wholes.split_id)
    vectors.add(db, wholes.number, [input_of(db, b"whole")], np.eye(1, 2, dtype="f4"))
    assert count(db.conn, None).passages == 3
    assert (count(db.conn, lines).passages, count(db.conn, lines).coverage) == (2, 0.0)
    assert (count(db.conn, wholes).passages, count(db.conn, wholes).coverage) == (1, 1.0)


def input_of(db: Database, hash_: bytes) -> int:
    return int(db.execute("SELECT id FROM inputs WHERE hash = ?", [hash_]).fetchone()[0])
