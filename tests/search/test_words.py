"""The words arm asks the index that is valid now, for the passages of one cut."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tantivy
from sqlite_utils import Database

from alcove.index.documents import collect_garbage
from alcove.index.words import NAMES, PASSAGES, WORDS_VERSION
from alcove.index.words_errors import WordsError
from alcove.index.words_generation import Generation
from alcove.index.words_state import WordsState, write_state
from alcove.language import stored
from alcove.search import Searcher
from alcove.search.words import WordsArm

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]
STATE = WordsState(WORDS_VERSION, "abc", 1, "first")


def entries(
    cut: int, *texts: str, first: int = 1, language: str = "en"
) -> Iterator[tantivy.Document]:
    """An entry for each text, of a document of its own, with ids from `first`."""
    for id_, text in enumerate(texts, first):
        entry = tantivy.Document()
        for field, value in (("id", id_), ("owner", id_ * 10), ("cut", cut)):
            entry.add_unsigned(field, value)
        entry.add_text("language", language)
        _add_words(entry, text, language)
        yield entry


def _add_words(entry: tantivy.Document, text: str, language: str | None) -> None:
    for field, value in zip(("terms", "surface"), stored(text, language), strict=True):
        entry.add_text(field, value)


def build(folder: Path, state: WordsState, *parts: Iterator[tantivy.Document]) -> None:
    """Make a generation with these passages the valid one."""
    with closing(Generation(folder / state.generation, create=True)) as words:
        for part in parts:
            words.add(PASSAGES, part)
        words.commit()
    write_state(folder, state)


def ids(arm: WordsArm, query: str, limit: int = 10) -> list[int]:
    return sorted(arm.passages(query, limit, None).ids.tolist())


def test_only_passages_of_the_cut_are_found_with_their_own_scores(tmp_path: Path) -> None:
    texts = ("the fox runs", "a fox", "a lazy dog")
    build(tmp_path / "both", STATE, entries(1, *texts), entries(2, *texts, first=11))
    build(tmp_path / "one", STATE, entries(1, *texts))
    alone = WordsArm(tmp_path / "one", 1).passages("fox quick", 10, None)
    for cut, expected in ((1, [1, 2]), (2, [11, 12])):
        matches = WordsArm(tmp_path / "both", cut).passages("fox quick", 10, None)
        assert sorted(matches.ids.tolist()) == expected
        assert (matches.scores > 0).all()
        assert matches.share == pytest.approx(alone.share, abs=0.15)
        assert 0 < matches.share < 1
    assert ids(WordsArm(tmp_path / "both"), "fox") == [1, 2, 11, 12]
    assert ids(WordsArm(tmp_path / "both", 3), "fox") == []


def test_a_cut_reaches_below_any_number_of_better_matches_of_another(tmp_path: Path) -> None:
    loud = ["fox fox fox"] * 300
    build(tmp_path, STATE, entries(1, *loud), entries(2, "a long way to the fox", first=1000))
    assert ids(WordsArm(tmp_path, 2), "fox", limit=2) == [1000]


def test_filters_and_cut_hold_together(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, *["fox"] * 5), entries(2, *["fox"] * 5, first=11))
    arm = WordsArm(tmp_path, 2)
    matches = arm.passages("fox", 9, lambda owners: np.isin(owners, [20, 120, 130]))
    assert sorted(matches.ids.tolist()) == [12, 13]


def test_names_have_no_cut(tmp_path: Path) -> None:
    with closing(Generation(tmp_path / STATE.generation, create=True)) as words:
        entry = tantivy.Document()
        for field in ("id", "owner"):
            entry.add_unsigned(field, 7)
        _add_words(entry, "tax return", None)
        words.add(NAMES, [entry])
        words.commit()
    write_state(tmp_path, STATE)
    assert WordsArm(tmp_path, 5).names("tax", 9, None).ids.tolist() == [7]
    assert WordsArm(tmp_path, 5).names("tax", 9, lambda owners: owners != 7).ids.tolist() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps what a reader has open")
def test_an_index_that_is_swapped_in_is_asked_from_then_on(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, "the fox"))
    arm = WordsArm(tmp_path)
    assert ids(arm, "fox") == [1]
    build(tmp_path, replace(STATE, generation="second"), entries(1, "the fox", first=7))
    shutil.rmtree(tmp_path / "first")
    assert ids(arm, "fox") == [7]


def test_an_index_of_another_version_is_none(tmp_path: Path) -> None:
    build(tmp_path, replace(STATE, version=1), entries(1, "the fox"))
    with pytest.raises(WordsError):
        WordsArm(tmp_path).passages("fox", 9, None)


def test_without_an_index_every_question_is_an_error_until_there_is_one(tmp_path: Path) -> None:
    arm = WordsArm(tmp_path / "words")
    for query in ("fox", ""):
        with pytest.raises(WordsError):
            arm.passages(query, 9, None)
        with pytest.raises(WordsError):
            arm.names(query, 9, None)
    build(tmp_path / "words", STATE, entries(1, "the fox"))
    assert ids(arm, "fox") == [1]


def test_bytes_that_make_no_sense_are_an_error_and_no_crash(tmp_path: Path) -> None:
    texts = [f"fox {number} w{number % 7}" for number in range(500)]
    build(tmp_path, STATE, entries(1, *texts))
    for path in (tmp_path / "first" / PASSAGES).glob("*.idx"):
        path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(WordsError):
        WordsArm(tmp_path).passages("fox w3", 9, None)


def test_the_share_says_how_much_of_the_question_words_found(
    tmp_path: Path, animals: None, make_searcher: MakeSearcher
) -> None:
    make_searcher()
    arm = WordsArm(tmp_path / "words")
    whole = arm.passages("fox", 10, None).share
    part = arm.passages("fox absent missing unknown", 10, None).share
    assert 0 < part < whole <= 1
    assert arm.passages("absent", 10, None).share == 0
    assert arm.passages("", 10, None).share == 0


def test_the_share_stays_a_share_after_most_entries_were_deleted(
    db: Database, tmp_path: Path, store: Store, make_searcher: MakeSearcher
) -> None:
    for number in range(20):
        store(f"/d/{number}.txt", f"fox {number}")
    make_searcher()
    db.execute("DELETE FROM files WHERE path != ?", [b"/d/7.txt"])
    collect_garbage(db)
    make_searcher()
    matches = WordsArm(tmp_path / "words").passages("fox", 10, None)
    assert len(matches.ids) == 1
    assert 0 <= matches.share <= 1
