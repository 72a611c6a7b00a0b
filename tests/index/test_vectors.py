"""Vectors are kept for each input and model, in half precision."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlite_utils import Database

from alcove.index import vectors
from alcove.index.counts import count
from alcove.index.documents import collect_garbage
from alcove.index.vectors import ModelRow
from alcove.records import EncoderInput

Store = Callable[..., int]


LINES = "into lines"  # as conftest splits


def unit(*values: float) -> NDArray[np.float32]:
    vector = np.array(values, np.float32)
    return vector / np.float32(np.linalg.norm(vector))


@pytest.fixture
def model(db: Database, split_id: int) -> ModelRow:
    """An active model of dimension 2."""
    vectors.add_model(db, "other", "Another", 3, LINES)
    vectors.add_model(db, "abc", "A model", 2, LINES)
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
    first = vectors.add_model(db, "abc", "A model", 2, "one cut")
    second = vectors.add_model(db, "def", "Another", 3, "another cut")
    assert first == ModelRow(first.number, "abc", "A model", 2, first.split_id)
    assert second == ModelRow(second.number, "def", "Another", 3, second.split_id)
    assert (first.number, first.split_id) != (second.number, second.split_id)
    assert vectors.add_model(db, "abc", "A model", 2, "one cut") == first
    assert vectors.active_model(db.conn) is None
    vectors.activate(db, "abc")
    assert vectors.active_model(db.conn) == first
    vectors.activate(db, "def")
    assert vectors.active_model(db.conn) == second


def test_models_with_the_same_split_key_share_the_split(db: Database) -> None:
    first = vectors.add_model(db, "abc", "A model", 2, "one cut")
    assert vectors.add_model(db, "def", "Another", 3, "one cut").split_id == first.split_id
    assert vectors.add_model(db, "ghi", "A third", 3, "another cut").split_id != first.split_id


def test_a_model_whose_split_changes_keeps_its_number(db: Database) -> None:
    before = vectors.add_model(db, "abc", "A model", 2, "one cut")
    after = vectors.add_model(db, "abc", "A better name", 2, "another cut")
    assert (after.number, after.name) == (before.number, "A better name")
    assert after.split_id != before.split_id


def test_only_passages_of_the_models_own_split_lack_a_vector(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/a", "one\ntwo")
    other = vectors.add_model(db, "other", "Another", 3, "as a whole")
    assert len(vectors.missing(db.conn, model)) == 2
    assert vectors.missing(db.conn, other) == []
    assert vectors.load(db.conn, other).passage_ids.tolist() == []


def test_only_inputs_above_an_id_are_missing_on_request(
    db: Database, store: Store, model: ModelRow
) -> None:
    assert vectors.last_input(db.conn) == 0
    store(b"/a", "one\ntwo")
    last = vectors.last_input(db.conn)
    assert last == input_of(db, "two")
    assert vectors.missing(db.conn, model, after=last) == []
    store(b"/b", "two\nthree")
    assert vectors.missing(db.conn, model, after=last) == [input_of(db, "three")]


def test_the_newest_files_are_encoded_first_and_equal_inputs_once(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/old", "old\nshared", mtime=1)
    store(b"/new", "new one\nnew two\nshared", mtime=3)
    store(b"/middle", "middle", mtime=2)
    waiting = vectors.missing(db.conn, model)
    first = {input_of(db, text) for text in ("new one", "new two", "shared")}
    assert set(waiting[:3]) == first
    assert waiting[3:] == [input_of(db, "middle"), input_of(db, "old")]


def test_what_has_a_vector_is_not_missing_for_that_model_alone(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/a", "one\ntwo")
    one, two = input_of(db, "one"), input_of(db, "two")
    vectors.add(db, model.number, [one], np.array([unit(1, 0)]))
    assert vectors.missing(db.conn, model) == [two]
    other = vectors.add_model(db, "other", "Another", 3, LINES)
    assert vectors.missing(db.conn, other) == [one, two]


def test_what_no_file_has_is_encoded_last_until_it_is_collected(
    db: Database, store: Store, model: ModelRow
) -> None:
    db.execute("DELETE FROM files WHERE id = ?", [store(b"/a", "one", mtime=9)])
    store(b"/b", "two")
    assert vectors.missing(db.conn, model) == [input_of(db, "two"), input_of(db, "one")]
    collect_garbage(db)
    assert vectors.missing(db.conn, model) == [input_of(db, "two")]


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
    other = vectors.add_model(db, "other", "Another", 3, LINES)
    vectors.add(db, other.number, ids[:1], np.array([unit(1, 2, 3)]))
    table = vectors.load(db.conn, model)
    assert table.coverage == pytest.approx(4 / 5)
    assert count(db.conn, model).coverage == pytest.approx(4 / 5)
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
    wide = vectors.add_model(db, "wide", "Wide", 384, LINES)
    random = np.random.default_rng(7)
    store(b"/a", "\n".join(f"line {n}" for n in range(200)))
    exact = random.normal(size=(200, 384)).astype(np.float32)
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    vectors.add(db, wide.number, vectors.missing(db.conn, wide), exact)
    table = vectors.load(db.conn, wide)
    moved = np.abs(table.vectors[table.rows] @ exact.T - exact @ exact.T)
    assert 0 < moved.max() < 0.0005
    size = db.execute("SELECT DISTINCT length(vector) FROM vectors").fetchall()
    assert size == [(768,)]


def test_a_vector_stays_while_another_document_has_its_input(
    db: Database, store: Store, model: ModelRow
) -> None:
    before = store(b"/a", "kept\ndropped", mtime=1)
    vectors.add(db, model.number, vectors.missing(db.conn, model), np.eye(2, dtype="f4"))
    kept = input_of(db, "kept")
    db.execute("DELETE FROM files WHERE id = ?", [before])
    store(b"/a", "kept\nadded", mtime=2)
    collect_garbage(db)
    assert db.execute("SELECT input_id FROM vectors").fetchall() == [(kept,)]
    assert input_of(db, "kept") == kept
    assert vectors.missing(db.conn, model) == [input_of(db, "added")]


def test_adding_again_replaces_and_a_wrong_number_of_vectors_adds_nothing(
    db: Database, store: Store, model: ModelRow
) -> None:
    store(b"/a", "one\ntwo")
    ids = vectors.missing(db.conn, model)
    vectors.add(db, model.number, ids[:1], np.array([unit(1, 0)]))
    vectors.add(db, model.number, ids[:1], np.array([unit(0, 1)]))
    with pytest.raises(ValueError, match="zip"):
        vectors.add(db, model.number, ids, np.array([unit(1, 1)]))
    assert vectors.load(db.conn, model).vectors.tolist() == [[0, 1]]


@pytest.fixture
def stored(db: Database, store: Store, model: ModelRow) -> list[NDArray[np.float32]]:
    """Nine passages of two documents, of which the last has no vector; the vectors."""
    store(b"/d/a.txt", "\n".join(f"line {number}" for number in range(6)))
    store(b"/d/b.txt", "é one\n轮渡 two\nthree")
    made = [unit(1, number) for number in range(8)]
    ids = sorted(vectors.missing(db.conn, model))
    vectors.add(db, model.number, ids[:8], np.stack(made))
    return made


@pytest.mark.parametrize("rows", [1, 3, 8, 9, 8192])
def test_blocks_are_all_vectors_of_the_model_and_none_of_another(
    db: Database, store: Store, model: ModelRow, stored: list[NDArray[np.float32]], rows: int
) -> None:
    other = vectors.add_model(db, "third", "Third", 3, LINES)
    vectors.add(db, other.number, [1], np.array([[1, 0, 0]], np.float32))
    blocks = list(vectors.blocks(db.conn, model, rows))
    assert all(0 < len(block) <= rows for block in blocks)
    assert all(block.dtype == np.float32 for block in blocks)
    assert np.concatenate(blocks) == pytest.approx(np.stack(stored), abs=0.001)
    assert list(vectors.blocks(db.conn, other)) == [pytest.approx(np.array([[1, 0, 0]]))]


def test_without_vectors_there_are_no_blocks(db: Database, model: ModelRow) -> None:
    assert list(vectors.blocks(db.conn, model)) == []


@pytest.mark.parametrize("number", [1, 2, 5, 6, 99])
def test_some_passages_come_from_all_of_a_document_each_once(
    db: Database, model: ModelRow, stored: list[NDArray[np.float32]], number: int
) -> None:
    found = vectors.some_passages(db.conn, model, 1, number)
    numbers = [int(text.removeprefix("line ")) for text, _ in found]
    assert len(set(numbers)) == len(numbers) == min(number, 6)
    assert numbers == sorted(numbers)
    assert 2 * max(numbers) + 1 >= 6  # not its beginning alone
    for line, (_, vector) in zip(numbers, found, strict=True):
        assert vector == pytest.approx(stored[line], abs=0.001)


def test_some_passages_have_their_own_text_and_a_vector(
    db: Database, model: ModelRow, stored: list[NDArray[np.float32]]
) -> None:
    assert [text for text, _ in vectors.some_passages(db.conn, model, 2, 9)] == [
        "é one",
        "轮渡 two",
    ]
    assert vectors.some_passages(db.conn, model, 77, 9) == []


def test_passages_are_counted_for_the_split_of_a_model(
    db: Database, store: Store, model: ModelRow, stored: list[NDArray[np.float32]]
) -> None:
    assert vectors.count_passages(db.conn, model) == 9
    whole = vectors.add_model(db, "whole", "Whole", 2, "as a whole")
    assert vectors.count_passages(db.conn, whole) == 0


def test_passages_that_are_not_in_the_table_have_no_position(
    db: Database, model: ModelRow, stored: list[NDArray[np.float32]]
) -> None:
    table = vectors.load(db.conn, model)
    asked = np.array([table.passage_ids[3], 10_000, table.passage_ids[0], 0], np.int64)
    assert table.positions_of(asked).tolist() == [3, -1, 0, -1]
    assert table.positions_of(np.array([], np.int64)).tolist() == []
    none = np.array([], np.int64)
    empty = vectors.PassageTable(none, none, none, np.empty((0, 2), np.float32))
    assert empty.positions_of(asked).tolist() == [-1] * 4
