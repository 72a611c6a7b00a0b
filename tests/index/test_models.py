"""A second split is made beside the first, and unwanted models are dropped in steps."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from alcove.index import models, vectors
from alcove.index.documents import SplitDocument, add_content, add_passages, collect_garbage
from alcove.index.models import drop_unwanted, note_resplit, unsplit
from alcove.index.vectors import ModelRow
from alcove.index.words.change_log import RebuildCause
from alcove.index.words.fields import PASSAGES, open_index
from alcove.index.words.state import read_state
from alcove.index.words.writer import WordsWriter
from alcove.records import ContentKey, Document, Heading, Passage

Store = Callable[..., int]


@pytest.fixture
def lines(db: Database, store: Store) -> ModelRow:
    """Add a model whose split is into lines, as conftest stores documents."""
    return vectors.add_model(db, "lines", "Lines", 2, "into lines")


@pytest.fixture
def wholes(db: Database) -> ModelRow:
    """Add a model for which each document is one passage."""
    return vectors.add_model(db, "wholes", "Wholes", 2, "as a whole")


def resplit(db: Database, split_id: int) -> int:
    """Make one passage of each document that the split lacks; return how many documents."""
    found = unsplit(db.conn, split_id, 0, 99)
    for stored in found:
        text = stored.document.text
        split = SplitDocument(
            stored.document, [Passage(0, len(text), None, 1)], [b"whole " + text.encode()]
        )
        with db.atomic():
            add_passages(db, stored.id, split, split_id)
            note_resplit(db, stored.id)
    return len(found)


def encode(db: Database, model: ModelRow) -> None:
    ids = vectors.missing(db.conn, model)
    vectors.add(db, model.number, ids, np.ones((len(ids), 2), np.float32))


def left(db: Database) -> dict[str, int]:
    tables = ("models", "cuts", "passages", "inputs", "vectors", "documents")
    return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def words(folder: Path, text: str) -> list[int]:
    """Return the ids of the passages that have all these words, from the words index."""
    state = read_state(folder)
    assert state is not None
    index = open_index(folder / state.generation, PASSAGES)
    searcher = index.searcher()
    query = index.parse_query(text, ["surface"], conjunction_by_default=True)
    hits = searcher.search(query, limit=100).hits
    ids = searcher.fast_field_values("id", [at for _, at in hits]) if hits else []
    return sorted(int(id_) for id_ in ids if id_ is not None)


def follow(folder: Path, db: Database) -> RebuildCause | None:
    with closing(WordsWriter(folder)) as writer:
        while writer.follow(db):
            pass
        return writer.cause


def test_documents_are_unsplit_until_they_have_passages(
    db: Database, store: Store, lines: ModelRow, wholes: ModelRow
) -> None:
    store(b"/a", "one\ntwo", title="A title")
    store(b"/b", "three")
    assert unsplit(db.conn, lines.split_id, 0, 9) == []
    found = unsplit(db.conn, wholes.split_id, 0, 9)
    assert [stored.document for stored in found] == [
        Document("one\ntwo", "A title"),
        Document("three"),
    ]
    assert unsplit(db.conn, wholes.split_id, 0, 1) == found[:1]
    assert unsplit(db.conn, wholes.split_id, found[0].id, 9) == found[1:]
    assert resplit(db, wholes.split_id) == 2
    assert unsplit(db.conn, wholes.split_id, 0, 9) == []
    store(b"/c", "four")
    assert [stored.document.text for stored in unsplit(db.conn, wholes.split_id, 0, 9)] == ["four"]


def test_a_stored_document_comes_back_with_all_that_was_read(
    db: Database, wholes: ModelRow, split_id: int
) -> None:
    document = Document("Top\nwords", "A title", (Heading(0, 1, "Top"),), (0, 4))
    add_content(db, ContentKey(b"h", "pdf", 1), [SplitDocument(document, [], [])], split_id)
    assert [stored.document for stored in unsplit(db.conn, wholes.split_id, 0, 9)] == [document]


def test_two_splits_are_stored_beside_each_other(
    db: Database, store: Store, lines: ModelRow, wholes: ModelRow, tmp_path: Path
) -> None:
    store(b"/a", "one\ntwo")
    encode(db, lines)
    follow(tmp_path / "words", db)
    resplit(db, wholes.split_id)
    assert vectors.load(db.conn, lines).coverage == 1
    assert vectors.load(db.conn, wholes).coverage == 0
    encode(db, wholes)
    assert [len(vectors.load(db.conn, model).rows) for model in (lines, wholes)] == [2, 1]
    assert vectors.load(db.conn, wholes).coverage == 1
    assert follow(tmp_path / "words", db) is None
    assert len(words(tmp_path / "words", "one")) == 2


@pytest.fixture
def two_splits(
    db: Database,
    store: Store,
    lines: ModelRow,
    wholes: ModelRow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Store three documents of two lines, split and encoded in both ways; drop row by row."""
    monkeypatch.setattr(models, "_BATCH", 1)
    for number in range(3):
        store(b"/%d" % number, f"one {number}\ntwo {number}")
    resplit(db, wholes.split_id)
    encode(db, lines)
    encode(db, wholes)
    follow(tmp_path / "words", db)


WANTED = {"models": 1, "cuts": 1, "passages": 3, "inputs": 3, "vectors": 3, "documents": 3}


def test_the_wanted_model_stays_complete_at_every_step(
    db: Database, two_splits: None, lines: ModelRow, wholes: ModelRow, tmp_path: Path
) -> None:
    assert left(db) == {
        "models": 2, "cuts": 2, "passages": 9, "inputs": 9, "vectors": 9, "documents": 3
    }  # fmt: skip
    steps = 0
    for _ in drop_unwanted(db, [wholes.number]):
        steps += 1
        table = vectors.load(db.conn, wholes)
        assert (len(table.rows), table.coverage) == (3, 1)
    assert steps > 9
    assert left(db) == WANTED
    assert follow(tmp_path / "words", db) is None
    assert words(tmp_path / "words", "one") == vectors.load(db.conn, wholes).passage_ids.tolist()
    assert list(drop_unwanted(db, [wholes.number])) == []


def test_when_all_are_wanted_nothing_happens(
    db: Database, two_splits: None, lines: ModelRow, wholes: ModelRow
) -> None:
    before = left(db)
    assert list(drop_unwanted(db, [lines.number, wholes.number])) == []
    assert left(db) == before
    assert db.execute("SELECT count(*) FROM changes").fetchone() == (0,)


def test_dropping_a_model_keeps_the_passages_of_a_split_that_is_shared(
    db: Database, two_splits: None, lines: ModelRow, wholes: ModelRow
) -> None:
    other = vectors.add_model(db, "other", "Other", 2, "into lines")
    encode(db, other)
    for _ in drop_unwanted(db, [lines.number, wholes.number]):
        pass
    assert left(db) == {
        "models": 2, "cuts": 2, "passages": 9, "inputs": 9, "vectors": 9, "documents": 3
    }  # fmt: skip


@pytest.mark.parametrize("steps", [0, 1, 4, 9, 12, 15, 20])
def test_an_abandoned_drop_starts_again_and_the_words_need_no_rebuild(
    db: Database, two_splits: None, lines: ModelRow, wholes: ModelRow, tmp_path: Path, steps: int
) -> None:
    dropping = drop_unwanted(db, [wholes.number])
    for _ in range(steps + 1):
        next(dropping)
    assert follow(tmp_path / "words", db) is None  # a new process: it compares what it holds
    expected = vectors.load(db.conn, wholes).passage_ids.tolist()
    assert words(tmp_path / "words", "one") == expected
    for _ in drop_unwanted(db, [wholes.number]):
        pass
    assert left(db) == WANTED
    assert follow(tmp_path / "words", db) is None
    assert words(tmp_path / "words", "one") == expected


@pytest.mark.parametrize("steps", [0, 4, 9, 12, 15, 20])
def test_a_model_that_is_wanted_again_lacks_what_was_dropped_and_gets_it_back(
    db: Database, two_splits: None, lines: ModelRow, wholes: ModelRow, tmp_path: Path, steps: int
) -> None:
    dropping = drop_unwanted(db, [wholes.number])
    for _ in range(steps + 1):
        next(dropping)
    again = vectors.add_model(db, "lines", "Lines", 2, "into lines")
    assert again.split_id != lines.split_id
    assert len(unsplit(db.conn, again.split_id, 0, 9)) == 3
    resplit(db, again.split_id)
    encode(db, again)
    for _ in drop_unwanted(db, [again.number, wholes.number]):
        pass
    assert [vectors.load(db.conn, model).coverage for model in (again, wholes)] == [1, 1]
    assert left(db)["cuts"] == 2
    assert left(db)["passages"] == 6
    assert follow(tmp_path / "words", db) is None
    assert len(words(tmp_path / "words", "one")) == 6


def test_documents_are_deleted_with_the_passages_of_both_splits(
    db: Database, two_splits: None, lines: ModelRow, wholes: ModelRow, tmp_path: Path
) -> None:
    for id_ in (1, 2):
        db.execute("DELETE FROM files WHERE id = ?", [id_])
    collect_garbage(db)
    assert left(db) == {
        "models": 2, "cuts": 2, "passages": 3, "inputs": 3, "vectors": 3, "documents": 1
    }  # fmt: skip
    assert follow(tmp_path / "words", db) is None
    assert len(words(tmp_path / "words", "one")) == 2
