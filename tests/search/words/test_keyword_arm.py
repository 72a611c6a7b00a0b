"""The keyword arm searches the current generation for passages of one split."""

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tantivy
from sqlite_utils import Database

from alcove.index.documents import collect_garbage
from alcove.index.words.errors import WordsError
from alcove.index.words.fields import NAMES, PASSAGES
from alcove.index.words.generation import WordsGeneration
from alcove.index.words.state import write_state
from alcove.search import Searcher
from alcove.search.words.keyword_arm import KeywordArm

from .made_arm import STATE, _add_words, build, entries, ids

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]


def test_only_passages_of_the_split_are_found_with_their_own_scores(tmp_path: Path) -> None:
    texts = ("the fox runs", "a fox", "a lazy dog")
    build(tmp_path / "both", STATE, entries(1, *texts), entries(2, *texts, first=11))
    build(tmp_path / "one", STATE, entries(1, *texts))
    alone = KeywordArm(tmp_path / "one", 1).passages("fox quick", 10, None)
    for split_id, expected in ((1, [1, 2]), (2, [11, 12])):
        matches = KeywordArm(tmp_path / "both", split_id).passages("fox quick", 10, None)
        assert sorted(matches.ids.tolist()) == expected
        assert (matches.scores > 0).all()
        assert matches.share == pytest.approx(alone.share, abs=0.15)
        assert 0 < matches.share < 1
    assert ids(KeywordArm(tmp_path / "both"), "fox") == [1, 2, 11, 12]
    assert ids(KeywordArm(tmp_path / "both", 3), "fox") == []


def test_a_split_reaches_below_any_number_of_better_matches_of_another(tmp_path: Path) -> None:
    loud = ["fox fox fox"] * 300
    build(tmp_path, STATE, entries(1, *loud), entries(2, "a long way to the fox", first=1000))
    assert ids(KeywordArm(tmp_path, 2), "fox", limit=2) == [1000]


def test_filters_and_split_hold_together(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, *["fox"] * 5), entries(2, *["fox"] * 5, first=11))
    arm = KeywordArm(tmp_path, 2)
    matches = arm.passages("fox", 9, lambda owners: np.isin(owners, [20, 120, 130]))
    assert sorted(matches.ids.tolist()) == [12, 13]


def test_names_have_no_split(tmp_path: Path) -> None:
    with closing(WordsGeneration(tmp_path / STATE.generation, create=True)) as generation:
        entry = tantivy.Document()
        for field in ("id", "owner"):
            entry.add_unsigned(field, 7)
        _add_words(entry, "tax return", None)
        generation.add(NAMES, [entry])
        generation.commit()
    write_state(tmp_path, STATE)
    assert KeywordArm(tmp_path, 5).names("tax", 9, None).ids.tolist() == [7]
    assert KeywordArm(tmp_path, 5).names("tax", 9, lambda owners: owners != 7).ids.tolist() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps what a reader has open")
def test_an_index_that_is_swapped_in_is_searched_from_then_on(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, "the fox"))
    arm = KeywordArm(tmp_path)
    assert ids(arm, "fox") == [1]
    build(tmp_path, replace(STATE, generation="second"), entries(1, "the fox", first=7))
    shutil.rmtree(tmp_path / "first")
    assert ids(arm, "fox") == [7]


def test_an_index_of_another_version_is_none(tmp_path: Path) -> None:
    build(tmp_path, replace(STATE, version=1), entries(1, "the fox"))
    with pytest.raises(WordsError):
        KeywordArm(tmp_path).passages("fox", 9, None)


def test_without_an_index_every_question_is_an_error_until_there_is_one(tmp_path: Path) -> None:
    arm = KeywordArm(tmp_path / "words")
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
        KeywordArm(tmp_path).passages("fox w3", 9, None)


def test_the_share_says_how_much_of_the_question_words_found(
    tmp_path: Path, animals: None, make_searcher: MakeSearcher
) -> None:
    make_searcher()
    arm = KeywordArm(tmp_path / "words")
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
    matches = KeywordArm(tmp_path / "words").passages("fox", 10, None)
    assert len(matches.ids) == 1
    assert 0 <= matches.share <= 1


def test_a_word_that_more_deleted_passages_had_than_there_are_is_found(
    db: Database, tmp_path: Path, store: Store, make_searcher: MakeSearcher
) -> None:
    for number in range(4):  # one segment each, of which half stays
        store(f"/gone/{number}.txt", f"harbour {number}")
        store(f"/kept/{number}.txt", f"the same harbour {number}")
        make_searcher()
    db.execute("DELETE FROM files WHERE path < ?", [b"/kept"])
    collect_garbage(db)
    make_searcher()
    assert len(KeywordArm(tmp_path / "words").passages("harbour", 10, None).ids) == 4


def test_an_identifier_finds_exactly_itself_first(tmp_path: Path) -> None:
    texts = ("part 4711-B/2 of the pump", "parts 4711 and B and 2", "pump 4711-B/3", "snake_case")
    build(tmp_path, STATE, entries(1, *texts, "SnakeCase of v2.3.1"))
    arm = KeywordArm(tmp_path)
    assert arm.passages("4711-b/2", 9, None).ids[0] == 1
    assert arm.passages("4711-B/3", 9, None).ids[0] == 3
    assert arm.passages("v2.3.1", 9, None).ids[0] == 5
    assert ids(arm, "snake case") == [4, 5]
    assert [term.is_identifier for term in arm.terms("snake_case pump")] == [
        True,
        False,
        False,
        False,
    ]


def test_names_with_digits_or_inner_capitals_and_numbers_are_identifiers(tmp_path: Path) -> None:
    typed = "AirPods MX200 4711 1,505 USA Rome pump"
    build(tmp_path, STATE, entries(1, typed))
    identifiers = {t.word for t in KeywordArm(tmp_path).terms(typed) if t.is_identifier}
    assert identifiers == {"AirPods", "MX200", "200", "4711", "1", "505"}


def test_the_word_being_typed_finds_what_begins_with_it(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, "photosynthesis in plants", "a photo of plants", "no"))
    arm = KeywordArm(tmp_path)
    assert arm.passages("plants photosyn", 9, None, typing=True).ids[0] == 1
    assert arm.passages("photo", 9, None, typing=True).ids.tolist() == [2, 1]
    assert arm.passages("photo ", 9, None, typing=True).ids.tolist() == [2]
    assert arm.passages("photo", 9, None).ids.tolist() == [2]
    assert arm.passages("ph", 9, None, typing=True).ids.tolist() == []


def test_a_misspelt_word_is_looked_for_as_it_may_have_been_meant(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, "photosynthesis", "contract", "cat", "contact"))
    arm = KeywordArm(tmp_path)
    for typed, meant, found in (
        ("photosinthesys", ("photosynthesis",), [1]),
        ("phtosynthesis", ("photosynthesis",), [1]),
        ("contrcat", ("contract",), [2]),
        ("cax", (), []),
        ("contract", (), [2]),
        ("contr4ct", (), []),
    ):
        matches = arm.passages(typed, 9, None)
        assert (matches.corrected, matches.ids.tolist()) == (meant, found)
    assert arm.passages("contrac", 9, None, typing=True).corrected == ()


def test_a_word_of_file_names_is_not_misspelt(tmp_path: Path) -> None:
    with closing(WordsGeneration(tmp_path / STATE.generation, create=True)) as generation:
        generation.add(PASSAGES, entries(1, "the contract"))
        entry = tantivy.Document()
        for field in ("id", "owner"):
            entry.add_unsigned(field, 7)
        _add_words(entry, "contrast.png", None)
        generation.add(NAMES, [entry])
        generation.commit()
    write_state(tmp_path, STATE)
    arm = KeywordArm(tmp_path)
    assert arm.passages("contrast", 9, None).ids.tolist() == []
    assert arm.names("contract", 9, None).ids.tolist() == []
    assert arm.names("contrasd", 9, None).corrected == ("contrast",)


def test_a_phrase_is_found_word_for_word(tmp_path: Path) -> None:
    texts = (
        "To be, or not to be!",
        "be to or be not",
        "Das Müller-Haus in 北京大学",
        "大学 in 北京: snake_case",
        "running water",
    )
    build(tmp_path, STATE, entries(1, *texts))
    arm = KeywordArm(tmp_path)
    for phrase, expected in {
        "to be or not to be": [10],
        "TO": [10, 20],
        "muller haus": [30],
        "Haus Müller": [],
        "北京大学": [30],
        "北": [30, 40],
        "snake case": [40],
        "run": [],
        "running": [50],
        "": [],
        " — ": [],
        "a" * 100: [],
    }.items():
        assert arm.documents_with(phrase).tolist() == expected, phrase


def test_a_phrase_is_found_in_the_names_of_files(tmp_path: Path) -> None:
    with closing(WordsGeneration(tmp_path / STATE.generation, create=True)) as generation:
        for id_, name in ((7, "Tax_Return-2024.pdf"), (8, "Rechnungen.ods")):
            entry = tantivy.Document()
            for field in ("id", "owner"):
                entry.add_unsigned(field, id_)
            _add_words(entry, name, None)
            generation.add(NAMES, [entry])
        generation.add(PASSAGES, entries(1, "Die Nachbarn sind da", language="de"))
        generation.commit()
    write_state(tmp_path, STATE)
    arm = KeywordArm(tmp_path)
    assert arm.files_with("tax return").tolist() == [7]
    assert arm.files_with("return tax").tolist() == []
    assert arm.names("Rechnung", 9, None).ids.tolist() == [8]
    assert arm.names("return.pdf", 9, None).ids.tolist() == [7]
    assert arm.names("Rechnun", 9, None, typing=True).ids.tolist() == [8]
