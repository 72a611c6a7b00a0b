"""Searches in a library that is empty, incomplete, damaged, or changed since it was loaded."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from alcove.errors import LibraryError
from alcove.index import vectors
from alcove.index.documents import SplitDocument, add_passages, collect_garbage
from alcove.index.models import note_resplit, unsplit
from alcove.index.words.errors import WordsError
from alcove.records import Passage
from alcove.search import Mode, Notice, Searcher

from .asking import paths, question

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]


def test_half_of_the_vectors_may_be_missing(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/near.txt", "the fox", {1: 0.9})
    store("/d/unknown.txt", "one fox")
    store("/d/far.txt", "a fox", {1: 0.1})
    store("/d/silent.txt", "nothing")
    searcher = make_searcher()
    answer = searcher.search(question("fox"))
    assert answer.coverage == pytest.approx(0.5)
    assert paths(answer) == ["/d/near.txt", "/d/unknown.txt", "/d/far.txt"]
    assert answer.hits[1].matched.meaning is None
    assert all(0 <= hit.score <= 1 for hit in answer.hits)
    assert paths(searcher.search(question("fox"), mode=Mode.MEANING)) == [
        "/d/near.txt",
        "/d/far.txt",
    ]


def test_what_was_deleted_after_loading_is_left_out(
    db: Database, animals: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    (file,) = db.execute("SELECT id FROM files WHERE path = ?", [b"/e/both.txt"]).fetchone()
    db.execute("DELETE FROM files WHERE id = ?", [file])
    collect_garbage(db)
    assert paths(searcher.search(question("fox"))) == ["/d/meaning.txt", "/d/words.md"]


def test_what_was_added_after_loading_does_no_harm(
    animals: None, store: Store, make_searcher: MakeSearcher
) -> None:
    before = make_searcher()
    store("/d/new.txt", "a new fox", {1: 0.9})
    after = make_searcher()
    assert set(paths(before.search(question("fox")))) == {
        "/d/meaning.txt",
        "/d/words.md",
        "/e/both.txt",
    }
    assert paths(after.search(question("fox")))[0] == "/d/new.txt"


@pytest.mark.parametrize("mode", Mode)
def test_an_empty_library_answers_with_nothing(make_searcher: MakeSearcher, mode: Mode) -> None:
    answer = make_searcher().search(question("fox"), mode=mode)
    assert answer.hits == ()
    assert answer.coverage == 1


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_without_a_words_index_meaning_answers_alone_and_says_so(
    tmp_path: Path, animals: None, make_searcher: MakeSearcher, damage: str
) -> None:
    searcher = make_searcher()
    assert searcher.search(question("fox")).notices == ()
    if damage == "missing":
        shutil.rmtree(tmp_path / "words")
    else:
        for path in (tmp_path / "words").glob("*/*/meta.json"):
            path.write_bytes(b"{")
    answer = searcher.search(question("fox"))
    assert answer.notices == (Notice.WITHOUT_WORDS,)
    assert paths(answer) == ["/d/meaning.txt", "/e/both.txt", "/d/words.md"]
    assert {hit.matched.words for hit in answer.hits} == {None}
    assert searcher.search(question("fox"), mode=Mode.MEANING).notices == ()
    with pytest.raises(WordsError) as caught:
        searcher.search(question("fox"), mode=Mode.WORDS)
    assert caught.value.advice
    assert isinstance(caught.value, LibraryError)


def test_a_searcher_finds_words_again_once_they_are_built_again(
    tmp_path: Path, animals: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    before = searcher.search(question("fox"))
    shutil.rmtree(tmp_path / "words")
    assert searcher.search(question("fox")).notices
    make_searcher()  # updates the words index
    after = searcher.search(question("fox"))
    assert (after.hits, after.notices) == (before.hits, ())


def test_in_a_library_with_two_splits_each_passage_is_found_once(
    db: Database, animals: None, make_searcher: MakeSearcher
) -> None:
    before = make_searcher().search(question("fox"))
    other = vectors.add_model(db, "def", "Another", 2, "as a whole")
    for stored in unsplit(db.conn, other.split_id, 0, 9)[::-1]:  # in any order
        text = stored.document.text
        passage = Passage(0, len(text), None, 1)
        add_passages(
            db,
            stored.id,
            SplitDocument(stored.document, [passage], [text.encode()]),
            other.split_id,
        )
        note_resplit(db, stored.id)
        (input_id,) = db.execute("SELECT id FROM inputs WHERE hash = ?", [text.encode()]).fetchone()
        vectors.add(db, other.number, [input_id], np.array([[1, 0]], np.float32))
    assert [hit.passage for hit in make_searcher().search(question("fox")).hits] == [
        hit.passage for hit in before.hits
    ]
    vectors.activate(db, "def")
    searcher = make_searcher()
    answer = searcher.search(question("fox"))
    assert sorted(paths(answer)) == sorted(paths(before))
    assert {hit.passage.text for hit in answer.hits if hit.passage} == {
        "a vixen\nher den",
        "fox fox fox\nother",
        "nothing\nthe fox runs",
    }
    assert [hit.matched.meaning for hit in answer.hits] == [pytest.approx(1)] * 3
    (named,) = searcher.search(question("meaning"), mode=Mode.WORDS).hits  # by its name
    assert named.passage is not None
    assert named.passage.text == "a vixen\nher den"


def test_a_document_that_came_after_loading_is_found_by_its_name(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/before.txt", "words", {1: 0.1})
    searcher = make_searcher()
    store("/d/holiday.txt", "something else", {1: 0.1})
    make_searcher()  # updates the words index
    for mode in (Mode.WORDS, Mode.BEST):
        hit = searcher.search(question("holiday"), mode=mode).hits[0]
        assert (hit.path, hit.passage, hit.evidence) == (b"/d/holiday.txt", None, None)
