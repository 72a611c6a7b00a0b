"""Vectors are kept for each input and model, in half precision."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlite_utils import Database

from alcove.index import files, vectors
from alcove.index.counts import count
from alcove.index.documents import collect_garbage
from alcove.index.records import EncoderInput
from alcove.index.vectors import ModelRow

Store = Callable[..., int]


def unit(*values: float) -> NDArray[np.float32]:
    vector = np.array(values, np.float32)
    return vector / np.float32(np.linalg.norm(vector))


@pytest.fixture
def model(db: Database) -> ModelRow:
    """An active model of dimension 2."""
    vectors.model_number(db, "other", "Another", 3)
    vectors.model_number(db, "abc", "A model", 2)
    vectors.activate(db, "abc")
    row = vectors.active_model(db.conn)
    assert row is not None
    return row


def input_of(db: Database, text: str) -> int:
    row = db.execute(
        "SELECT p.input_id FROM passages p JOIN documents d ON d.id = p.document_id"
        ' WHERE substr(d.text, p.start + 1, p."end" - p.start) = ?',
        [text],
    ).fetchone()
    return int(row[0])


def test_a_model_keeps_its_number_and_one_is_active(db: Database) -> None:
    assert vectors.active_model(db.conn) is None
    first = vectors.model_number(db, "abc", "A model", 2)
    second = vectors.model_number(db, "def", "Another", 3)
    assert first != second
    assert vectors.model_number(db, "abc", "A model", 2) == first
    assert vectors.active_model(db.conn) is None
    vectors.activate(db, "abc")
    assert vectors.active_model(db.conn) == ModelRow(first, "abc", "A model", 2)
    vectors.activate(db, "def")
    assert vectors.active_model(db.conn) == ModelRow(second, "def", "Another", 3)


def test_the_newest_files_are_encoded_first_and_equal_inputs_once(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/old", "old\nshared", mtime=1)
    store(b"/new", "new one\nnew two\nshared", mtime=3)
    store(b"/middle", "middle", mtime=2)
    waiting = vectors.missing(db.conn, model.number)
    first = {input_of(db, text) for text in ("new one", "new two", "shared")}
    assert set(waiting[:3]) == first
    assert waiting[3:] == [input_of(db, "middle"), input_of(db, "old")]


def test_what_has_a_vector_is_not_missing_for_that_model_alone(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/a", "one\ntwo")
    one, two = input_of(db, "one"), input_of(db, "two")
    vectors.add(db, model.number, [one], np.array([unit(1, 0)]))
    assert vectors.missing(db.conn, model.number) == [two]
    other = vectors.model_number(db, "other", "Another", 3)
    assert vectors.missing(db.conn, other) == [one, two]


def test_nothing_is_missing_for_what_no_file_has(
    db: Database, store: Store, model: ModelRow
) -> None:
    files.remove(db, store(b"/a", "one"))
    assert vectors.missing(db.conn, model.number) == []


def test_the_encoder_gets_title_headings_and_text_in_the_order_asked(
    db: Database, store: Store
) -> None:
    store(b"/a", "wörld 🌍 one\ntwo", title="A title")
    one, two = input_of(db, "wörld 🌍 one"), input_of(db, "two")
    assert vectors.inputs(db.conn, [two, one]) == [
        EncoderInput(two, "A title", ("Top",), "two"),
        EncoderInput(one, "A title", ("Top",), "wörld 🌍 one"),
    ]
    assert vectors.inputs(db.conn, []) == []


def test_every_passage_finds_the_vector_of_its_input(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/a", "one\nshared")
    store(b"/b", "shared\nwithout\ntwo")
    ids = [input_of(db, text) for text in ("two", "shared", "one")]
    vectors.add(db, model.number, ids, np.array([unit(1, 1), unit(0, 1), unit(1, 0)]))
    other = vectors.model_number(db, "other", "Another", 3)
    vectors.add(db, other, ids[:1], np.array([unit(1, 2, 3)]))
    table = vectors.load(db.conn, model)
    assert table.coverage == pytest.approx(4 / 5)
    assert count(db.conn, model.number).coverage == pytest.approx(4 / 5)
    assert list(table.passage_ids) == sorted(table.passage_ids)
    assert len(set(table.document_ids.tolist())) == 2
    assert table.rows[3] == -1
    assert table.vectors.dtype == np.float32
    expected = [unit(1, 0), unit(0, 1), unit(0, 1), unit(1, 1)]
    found = table.vectors[table.rows[[0, 1, 2, 4]]]
    np.testing.assert_allclose(found, expected, atol=0.0005)


@pytest.mark.parametrize("texts", [[], ["one\ntwo"]])
def test_without_a_model_there_are_passages_and_no_vectors(
    db: Database, store: Store, texts: list[str]
) -> None:
    for text in texts:
        store(b"/a", text)
    table = vectors.load(db.conn, None)
    assert table.rows.tolist() == [-1] * 2 * len(texts)
    assert table.vectors.shape == (0, 0)
    assert table.coverage == (0.0 if texts else 1.0)


def test_a_model_without_vectors_has_its_dimension(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/a", "one")
    assert vectors.load(db.conn, model).vectors.shape == (0, 2)


def test_half_precision_moves_a_cosine_by_less_than_it_promises(db: Database, store: Store) -> None:
    number = vectors.model_number(db, "wide", "Wide", 384)
    random = np.random.default_rng(7)
    store(b"/a", "\n".join(f"line {n}" for n in range(200)))
    exact = random.normal(size=(200, 384)).astype(np.float32)
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    vectors.add(db, number, vectors.missing(db.conn, number), exact)
    table = vectors.load(db.conn, ModelRow(number, "wide", "Wide", 384))
    moved = np.abs(table.vectors[table.rows] @ exact.T - exact @ exact.T)
    assert 0 < moved.max() < 0.0005
    size = db.execute("SELECT DISTINCT length(vector) FROM vectors").fetchall()
    assert size == [(768,)]


def test_a_vector_stays_while_another_document_has_its_input(
    db: Database, store: Store, model: ModelRow
) -> None:
    before = store(b"/a", "kept\ndropped", mtime=1)
    vectors.add(db, model.number, vectors.missing(db.conn, model.number), np.eye(2, dtype="f4"))
    kept = input_of(db, "kept")
    files.remove(db, before)
    store(b"/a", "kept\nadded", mtime=2)
    collect_garbage(db)
    assert db.execute("SELECT input_id FROM vectors").fetchall() == [(kept,)]
    assert input_of(db, "kept") == kept
    assert vectors.missing(db.conn, model.number) == [input_of(db, "added")]


def test_adding_again_replaces_and_a_wrong_number_of_vectors_adds_nothing(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/a", "one\ntwo")
    ids = vectors.missing(db.conn, model.number)
    vectors.add(db, model.number, ids[:1], np.array([unit(1, 0)]))
    vectors.add(db, model.number, ids[:1], np.array([unit(0, 1)]))
    with pytest.raises(ValueError, match="zip"):
        vectors.add(db, model.number, ids, np.array([unit(1, 1)]))
    assert vectors.load(db.conn, model).vectors.tolist() == [[0, 1]]
