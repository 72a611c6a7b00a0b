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
from alcove.index.words.errors import WordsError
from alcove.index.words.fields import NAMES, PASSAGES, WORDS_VERSION
from alcove.index.words.generation import Generation
from alcove.index.words.state import WordsState, write_state
from alcove.language import backwards, stored, words
from alcove.search import Searcher
from alcove.search.words.arm import WordsArm

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
        entry.add_text("endings", backwards(stored(text, language)[0], language))
        _add_words(entry, text, language)
        yield entry


def _add_words(entry: tantivy.Document, text: str, language: str | None) -> None:
    for field, value in zip(("terms", "surface"), stored(text, language), strict=True):
        entry.add_text(field, value)


def build(folder: Path, state: WordsState, *parts: Iterator[tantivy.Document]) -> None:
    """Make a generation with these passages the valid one."""
    with closing(Generation(folder / state.generation, create=True)) as generation:
        for part in parts:
            generation.add(PASSAGES, part)
        generation.commit()
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
    with closing(Generation(tmp_path / STATE.generation, create=True)) as generation:
        entry = tantivy.Document()
        for field in ("id", "owner"):
            entry.add_unsigned(field, 7)
        _add_words(entry, "tax return", None)
        generation.add(NAMES, [entry])
        generation.commit()
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


def test_a_word_that_more_deleted_passages_had_than_there_are_is_found(
    db: Database, tmp_path: Path, store: Store, make_searcher: MakeSearcher
) -> None:
    for number in range(4):  # a segment each, of which one part stays
        store(f"/gone/{number}.txt", f"harbour {number}")
        store(f"/kept/{number}.txt", f"the same harbour {number}")
        make_searcher()
    db.execute("DELETE FROM files WHERE path < ?", [b"/kept"])
    collect_garbage(db)
    make_searcher()
    assert len(WordsArm(tmp_path / "words").passages("harbour", 10, None).ids) == 4


def in_language(folder: Path, **texts: str) -> WordsArm:
    """An arm over one text for each language, with ids from 1 in their order."""
    parts = [
        entries(1, text, first=number, language=language)
        for number, (language, text) in enumerate(texts.items(), 1)
    ]
    build(folder, STATE, *parts)
    return WordsArm(folder)


TEXTS = {
    "en": "The contracts were signed while children were running home.",
    "de": "Die Häuser der Straße gehören zum Arbeitsvertrag der Nachbarn.",
    "fr": "Les élèves ont mangé des gâteaux à l'école de Genève.",
    "ru": "Собаки бежали за кошками по зелёной траве.",
    "zh": "北京大学的学生住在城里。犬",
    "ja": "契約は昨日データセンターで署名されました。",
    "ko": "서울에서 온 사람들이 계약을 했다.",
    "th": "สัญญาได้ลงนามเมื่อวานนี้",
}


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("contract", "en"),
        ("the run of a child's contract", "en"),
        ("Haus", "de"),
        ("strasse", "de"),
        ("HAUSER", "de"),
        ("Vertrag", "de"),
        ("Mietvertrag Nachbar", "de"),
        ("eleve", "fr"),
        ("gâteau", "fr"),
        ("собака", "ru"),
        ("зеленая трава", "ru"),
        ("大学", "zh"),
        ("犬", "zh"),
        ("学", "zh"),
        ("城", "zh"),
        ("署名", "ja"),
        ("データ", "ja"),
        ("서울", "ko"),
        ("사람", "ko"),
        ("ลงนาม", "th"),
        ("contarct", "en"),
        ("Nachbran", "de"),
    ],
)
def test_a_word_is_found_in_the_forms_of_each_language(
    tmp_path: Path, query: str, language: str
) -> None:
    arm = in_language(tmp_path, **TEXTS)
    assert arm.passages(query, 9, None).ids.tolist()[:1] == [list(TEXTS).index(language) + 1]


def test_every_word_of_a_text_finds_it_also_in_a_rare_language(tmp_path: Path) -> None:
    build(
        tmp_path,
        STATE,
        entries(1, *["the fox runs"] * 300),
        *(
            entries(1, text, first=number, language=language)
            for number, (language, text) in enumerate(TEXTS.items(), 1001)
        ),
    )
    arm = WordsArm(tmp_path)
    for number, text in enumerate(TEXTS.values(), 1001):
        for word in words(text):
            written = text[word.start : word.end]
            assert number in arm.passages(written, 400, None).ids, written


def test_a_word_counts_once_however_many_forms_it_has(tmp_path: Path) -> None:
    arm = in_language(tmp_path, en="running fox", de="running fuchs", fr="running renard")
    scores = arm.passages("running", 9, None).scores
    assert len(scores) == 3
    (term,) = arm.terms("running")
    assert (scores <= 2.2 * term.weight).all()


def test_an_identifier_finds_exactly_itself_first(tmp_path: Path) -> None:
    texts = ("part 4711-B/2 of the pump", "parts 4711 and B and 2", "pump 4711-B/3", "snake_case")
    build(tmp_path, STATE, entries(1, *texts, "SnakeCase of v2.3.1"))
    arm = WordsArm(tmp_path)
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
    identifiers = {t.word for t in WordsArm(tmp_path).terms(typed) if t.is_identifier}
    assert identifiers == {"AirPods", "MX200", "200", "4711", "1", "505"}


def test_the_word_being_typed_finds_what_begins_with_it(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, "photosynthesis in plants", "a photo of plants", "no"))
    arm = WordsArm(tmp_path)
    assert arm.passages("plants photosyn", 9, None, typing=True).ids[0] == 1
    assert arm.passages("photo", 9, None, typing=True).ids.tolist() == [2, 1]
    assert arm.passages("photo ", 9, None, typing=True).ids.tolist() == [2]
    assert arm.passages("photo", 9, None).ids.tolist() == [2]
    assert arm.passages("ph", 9, None, typing=True).ids.tolist() == []


def test_a_misspelt_word_is_looked_for_as_it_may_have_been_meant(tmp_path: Path) -> None:
    build(tmp_path, STATE, entries(1, "photosynthesis", "contract", "cat", "contact"))
    arm = WordsArm(tmp_path)
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
    with closing(Generation(tmp_path / STATE.generation, create=True)) as generation:
        generation.add(PASSAGES, entries(1, "the contract"))
        entry = tantivy.Document()
        for field in ("id", "owner"):
            entry.add_unsigned(field, 7)
        _add_words(entry, "contrast.png", None)
        generation.add(NAMES, [entry])
        generation.commit()
    write_state(tmp_path, STATE)
    arm = WordsArm(tmp_path)
    assert arm.passages("contrast", 9, None).ids.tolist() == []
    assert arm.names("contract", 9, None).ids.tolist() == []
    assert arm.names("contrasd", 9, None).corrected == ("contrast",)


def test_stop_words_are_those_of_the_language_of_the_query(tmp_path: Path) -> None:
    arm = in_language(tmp_path, en="the man and the war", de="die Katze war mit dem Hund da")

    def stopped(query: str) -> list[str]:
        return [term.word for term in arm.terms(query) if term.is_stop_word]

    assert stopped("where was the war") == ["where", "was", "the"]
    assert stopped("wo war die Katze") == ["wo", "war", "die"]
    assert ids(arm, "war") == [1, 2]
    assert ids(arm, "the and") == [1]


def test_a_phrase_is_found_word_for_word(tmp_path: Path) -> None:
    texts = (
        "To be, or not to be!",
        "be to or be not",
        "Das Müller-Haus in 北京大学",
        "大学 in 北京: snake_case",
        "running water",
    )
    build(tmp_path, STATE, entries(1, *texts))
    arm = WordsArm(tmp_path)
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
    with closing(Generation(tmp_path / STATE.generation, create=True)) as generation:
        for id_, name in ((7, "Tax_Return-2024.pdf"), (8, "Rechnungen.ods")):
            entry = tantivy.Document()
            for field in ("id", "owner"):
                entry.add_unsigned(field, id_)
            _add_words(entry, name, None)
            generation.add(NAMES, [entry])
        generation.add(PASSAGES, entries(1, "Die Nachbarn sind da", language="de"))
        generation.commit()
    write_state(tmp_path, STATE)
    arm = WordsArm(tmp_path)
    assert arm.files_with("tax return").tolist() == [7]
    assert arm.files_with("return tax").tolist() == []
    assert arm.names("Rechnung", 9, None).ids.tolist() == [8]
    assert arm.names("return.pdf", 9, None).ids.tolist() == [7]
    assert arm.names("Rechnun", 9, None, typing=True).ids.tolist() == [8]


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "a b " * 2_500,
        "-" * 10_000,
        "a-" * 5_000,
        "北" * 10_000,
        "\x00\x01\x7f\ud800\u202e",
        "😀🏳️‍🌈",
        'title:fox AND (NOT "x" OR *)^2 ~3 [a TO b] \\',
        "'; DROP TABLE documents; --",
        "e\u0301\u0301\u0301" * 3_000,
        "ﷺ ½ ㎏ Ǆ",
    ],
)
def test_no_query_is_an_error(tmp_path: Path, query: str) -> None:
    arm = in_language(tmp_path, **TEXTS)
    for typing in (False, True):
        assert len(arm.passages(query, 9, None, typing=typing).ids) <= len(TEXTS)
        assert len(arm.names(query, 9, None, typing=typing).ids) == 0
    arm.documents_with(query)
    arm.files_with(query)
    for term in arm.terms(query):
        assert query[term.start : term.end] == term.word
