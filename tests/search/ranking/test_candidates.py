"""A long document does not fill the candidates alone, however many passages it has."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database
from tests.search.asking import asked, paths

from alcove.index import vectors
from alcove.search import Mode, Searcher
from alcove.search.filtering.filters import AllowedIds
from alcove.search.ranking import candidates
from alcove.search.words.keyword_arm import KeywordArm

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]
BOOK = 1100  # passages: more than are taken from an arm at once


@pytest.fixture
def book(store: Store) -> None:
    """A long document of which every passage matches, and the notes beside it."""
    lines = "\n".join(f"the fox, the fox and number {line}" for line in range(BOOK))
    store("/d/book.txt", lines, dict.fromkeys(range(1, BOOK + 1), 0.5), seconds=30)
    store("/d/right.txt", "where the quick fox sleeps by day", {1: 0.9}, seconds=20)
    store("/d/far.txt", "long " * 60 + "fox", {1: 0.2}, seconds=10)
    store("/d/other.txt", "a kettle of copper", {1: 0.1}, seconds=10)


def test_a_book_neither_drowns_nor_outvotes_a_short_right_note(
    book: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    found = {mode: paths(searcher.search(asked("fox"), mode=mode)) for mode in Mode}
    assert found[Mode.BEST][:3] == ["/d/right.txt", "/d/book.txt", "/d/far.txt"]
    assert found[Mode.MEANING] == ["/d/right.txt", "/d/book.txt", "/d/far.txt", "/d/other.txt"]
    assert set(found[Mode.WORDS]) == {"/d/right.txt", "/d/book.txt", "/d/far.txt"}


def test_a_filter_holds_beyond_the_book(book: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    for mode in Mode:
        found = paths(searcher.search(asked("fox -sleeps -kettle"), mode=mode))
        assert sorted(found) == ["/d/book.txt", "/d/far.txt"]


def test_a_document_answers_with_its_best_passage_by_both_arms(
    store: Store, make_searcher: MakeSearcher
) -> None:
    near, both, exact = "a vixen in her den", "the fox in her den", "fox fox fox fox"
    store("/d/a.txt", f"{near}\n{both}\n{exact}", {1: 0.8, 2: 0.75, 3: 0.1})
    store("/d/b.txt", "a kettle", {1: 0.0})
    searcher = make_searcher()
    shown = {}
    for mode in Mode:
        hit = searcher.search(asked("fox"), mode=mode).hits[0]
        assert hit.passage is not None
        shown[mode] = hit.passage.text
    assert shown == {Mode.BEST: both, Mode.MEANING: near, Mode.WORDS: exact}


@pytest.fixture
def shelf(store: Store) -> None:
    """Eight documents of thirty passages each, the first the best by both arms."""
    for number in range(8):
        lines = "\n".join(f"{'fox ' * (9 - number)}line {line}" for line in range(30))
        store(f"/d/{number}.txt", lines, dict.fromkeys(range(1, 31), 0.9 - number / 10))


@pytest.mark.usefixtures("shelf")
class TestRounds:
    """Requests that return only a few passages each."""

    @pytest.fixture(autouse=True)
    def shallow(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(candidates, "_DEPTH", 20)
        monkeypatch.setattr(candidates, "_ENOUGH", 4)

    def test_words_go_on_until_there_are_documents_enough(
        self, db: Database, make_searcher: MakeSearcher, tmp_path: Path
    ) -> None:
        make_searcher()
        table = vectors.load(db.conn, vectors.active_model(db.conn))
        found = candidates.by_words(
            KeywordArm(tmp_path / "words"), table, "fox", None, typing=False
        )
        assert len(set(found.ids.tolist())) == len(found.ids) == len(found.scores)
        documents = table.document_ids[table.positions_of(found.ids)]
        assert len(set(documents.tolist())) >= 4
        assert found.share > 0

    def test_meaning_goes_on_as_well_starting_from_the_nearest(self, db: Database) -> None:
        table = vectors.load(db.conn, vectors.active_model(db.conn))
        cosines = table.vectors[table.rows] @ np.array([1, 0], np.float32)
        found = candidates.by_meaning(table, cosines, None)
        assert len(set(found.tolist())) == len(found)
        assert cosines[found[0]] == cosines.max()
        assert set(table.document_ids[found].tolist()) == {1, 2, 3, 4}

    def test_neither_returns_what_is_filtered_out(
        self, db: Database, make_searcher: MakeSearcher, tmp_path: Path
    ) -> None:
        make_searcher()
        table = vectors.load(db.conn, vectors.active_model(db.conn))
        some = np.array([2, 5, 7])
        passing = AllowedIds(some, some)
        found = candidates.by_words(
            KeywordArm(tmp_path / "words"), table, "fox", passing, typing=False
        )
        by_words = table.document_ids[table.positions_of(found.ids)]
        cosines = table.vectors[table.rows] @ np.array([1, 0], np.float32)
        by_meaning = table.document_ids[candidates.by_meaning(table, cosines, passing)]
        assert set(by_words.tolist()) == set(by_meaning.tolist()) == {2, 5, 7}


def test_nothing_is_found_in_nothing(db: Database, make_searcher: MakeSearcher) -> None:
    make_searcher()
    table = vectors.load(db.conn, vectors.active_model(db.conn))
    assert candidates.by_meaning(table, np.array([], np.float32), None).tolist() == []
