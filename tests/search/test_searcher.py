"""A question goes through a real index and comes back as hits."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.errors import LibraryError
from alcove.index import files
from alcove.index.documents import collect_garbage
from alcove.search import Answer, Filters, Mode, Searcher
from alcove.search.words import WordsArm

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]


def paths(answer: Answer) -> list[str]:
    return [hit.path.decode() for hit in answer.hits]


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


@pytest.fixture
def animals(store: Store) -> None:
    """Three documents that "fox" finds by meaning, by words, and by both."""
    store("/d/meaning.txt", "a vixen\nher den", {1: 0.8, 2: 0.1}, seconds=10)
    store("/d/words.md", "fox fox fox\nother", {1: 0.1, 2: 0.0}, seconds=20)
    store("/e/both.txt", "nothing\nthe fox runs", {1: 0.0, 2: 0.7}, title="Tales", seconds=30)


def test_the_best_document_comes_first_with_its_best_passage(
    animals: None, make_searcher: MakeSearcher
) -> None:
    answer = make_searcher().search("fox")
    assert paths(answer) == ["/e/both.txt", "/d/meaning.txt", "/d/words.md"]
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] < scores[0] <= 1
    hit = answer.hits[0]
    assert hit.passage is not None
    assert (hit.passage.text, hit.passage.start, hit.passage.end) == ("the fox runs", 8, 20)
    assert (hit.page, hit.line, hit.title, hit.format) == (None, 2, "Tales", "txt")
    assert hit.modified == moment(30)
    assert hit.matched.meaning == pytest.approx(0.7, abs=0.001)
    assert hit.matched.words is not None
    assert answer.hits[1].matched.words is None
    assert (answer.query, answer.mode, answer.coverage) == ("fox", Mode.BEST, 1.0)


def test_each_arm_can_be_asked_alone(animals: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    words = searcher.search("fox", mode=Mode.WORDS)
    assert paths(words) == ["/d/words.md", "/e/both.txt"]
    assert {hit.matched.meaning for hit in words.hits} == {None}
    meaning = searcher.search("fox", mode=Mode.MEANING)
    assert paths(meaning) == ["/d/meaning.txt", "/e/both.txt", "/d/words.md"]
    assert {hit.matched.words for hit in meaning.hits} == {None}


def test_words_alone_never_encode_the_question(animals: None, make_searcher: MakeSearcher) -> None:
    asked: list[str] = []
    searcher = make_searcher(asked=asked)
    searcher.search("fox", mode=Mode.WORDS)
    assert asked == []
    searcher.search(" fox ")
    assert asked == ["fox"]


@pytest.mark.parametrize("query", ["", "  \n"])
@pytest.mark.parametrize("mode", Mode)
def test_an_empty_question_finds_nothing_and_encodes_nothing(
    animals: None, make_searcher: MakeSearcher, query: str, mode: Mode
) -> None:
    asked: list[str] = []
    answer = make_searcher(asked=asked).search(query, mode=mode)
    assert answer.hits == ()
    assert answer.query == query
    assert asked == []


@pytest.mark.parametrize("query", ["?!", "fox AND (", 'text:"', "-", "a:b^2 ~", "\0"])
def test_signs_are_no_language(animals: None, make_searcher: MakeSearcher, query: str) -> None:
    found = paths(make_searcher().search(query, mode=Mode.WORDS))
    assert (found != []) is ("fox" in query)


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 99])
def test_no_more_hits_than_asked_for(
    animals: None, make_searcher: MakeSearcher, limit: int
) -> None:
    searcher = make_searcher()
    everything = paths(searcher.search("fox"))
    assert len(everything) == 3
    assert paths(searcher.search("fox", limit=limit)) == everything[:limit]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(types=("md",)), {"/d/words.md"}),
        (Filters(types=("md", "txt")), {"/d/words.md", "/d/meaning.txt", "/e/both.txt"}),
        (Filters(types=("pdf",)), set()),
        (Filters(folder=b"/d"), {"/d/words.md", "/d/meaning.txt"}),
        (Filters(folder=b"/d/"), {"/d/words.md", "/d/meaning.txt"}),
        (Filters(folder=b"/d/wor"), set()),
        (Filters(since=moment(20)), {"/d/words.md", "/e/both.txt"}),
        (Filters(until=moment(20)), {"/d/meaning.txt"}),
        (Filters(since=moment(11), until=moment(30)), {"/d/words.md"}),
        (Filters(types=("txt",), folder=b"/d"), {"/d/meaning.txt"}),
    ],
)
def test_filters_limit_what_is_found(
    animals: None, make_searcher: MakeSearcher, filters: Filters, expected: set[str]
) -> None:
    answer = make_searcher().search("fox", filters=filters)
    assert set(paths(answer)) == expected
    assert len(answer.hits) == len(expected)


def test_copies_are_listed_the_newest_first(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/middle.txt", "the fox", {1: 0.5}, seconds=20)
    store("/e/old.txt", "the fox", seconds=10)
    store("/d/new.txt", "the fox", seconds=30)
    searcher = make_searcher()
    (hit,) = searcher.search("fox").hits
    assert hit.path == b"/d/new.txt"
    assert hit.copies == (b"/d/middle.txt", b"/e/old.txt")
    (hit,) = searcher.search("fox", filters=Filters(folder=b"/e")).hits
    assert (hit.path, hit.copies) == (b"/e/old.txt", ())


def test_a_file_without_text_is_found_by_its_name(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/HolidayPhoto2024.jpg", None, seconds=10)
    store("/d/x.txt", "something else", {1: 0.0})
    searcher = make_searcher()
    (hit,) = searcher.search("holiday", mode=Mode.WORDS).hits
    assert hit.path == b"/d/HolidayPhoto2024.jpg"
    assert (hit.passage, hit.page, hit.line, hit.title, hit.format) == (None,) * 5
    assert hit.matched.meaning is None
    assert hit.matched.words is not None
    assert paths(searcher.search("holiday"))[0] == "/d/HolidayPhoto2024.jpg"
    assert paths(searcher.search("holiday", mode=Mode.MEANING)) == ["/d/x.txt"]
    assert paths(searcher.search("holiday", filters=Filters(folder=b"/e"))) == []


def test_a_document_is_found_by_its_name_and_shows_a_passage(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/tax_return.txt", "first\nsecond", {1: 0.1, 2: 0.4})
    store("/d/y.txt", "nothing", {1: 0.2})
    searcher = make_searcher()
    (hit,) = searcher.search("tax", mode=Mode.WORDS).hits
    assert hit.passage is not None
    assert hit.passage.text == "first"
    assert hit.matched.words is not None
    best = searcher.search("tax").hits[0]
    assert best.path == b"/d/tax_return.txt"
    assert best.passage is not None
    assert best.passage.text == "second"


def test_a_name_alone_finds_a_document_when_nothing_was_encoded(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/tax_return.txt", "first")
    asked: list[str] = []
    answer = make_searcher(asked=asked).search("tax")
    assert paths(answer) == ["/d/tax_return.txt"]
    assert answer.coverage == 0
    assert asked == []


def test_half_of_the_vectors_may_be_missing(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/near.txt", "the fox", {1: 0.9})
    store("/d/unknown.txt", "one fox")
    store("/d/far.txt", "a fox", {1: 0.1})
    store("/d/silent.txt", "nothing")
    searcher = make_searcher()
    answer = searcher.search("fox")
    assert answer.coverage == pytest.approx(0.5)
    assert paths(answer) == ["/d/near.txt", "/d/unknown.txt", "/d/far.txt"]
    assert answer.hits[1].matched.meaning is None
    assert all(0 <= hit.score <= 1 for hit in answer.hits)
    assert paths(searcher.search("fox", mode=Mode.MEANING)) == ["/d/near.txt", "/d/far.txt"]


def test_a_filter_reaches_below_a_thousand_better_matches(
    store: Store, make_searcher: MakeSearcher
) -> None:
    for number in range(12):  # 1200 passages that all match better
        lines = "\n".join(f"fox fox fox {number} {line}" for line in range(100))
        store(f"/loud/{number}.txt", lines)
    store("/quiet/one.txt", "long " * 50 + "fox")
    searcher = make_searcher()
    assert "/quiet/one.txt" not in paths(searcher.search("fox", mode=Mode.WORDS, limit=99))
    for mode in (Mode.WORDS, Mode.BEST):
        answer = searcher.search("fox", mode=mode, filters=Filters(folder=b"/quiet"))
        assert paths(answer) == ["/quiet/one.txt"]
        assert answer.hits[0].matched.words is not None


def test_a_filter_reaches_below_a_thousand_nearer_passages(
    store: Store, make_searcher: MakeSearcher
) -> None:
    for number in range(12):
        lines = "\n".join(f"line {number} {line}" for line in range(100))
        store(f"/loud/{number}.txt", lines, dict.fromkeys(range(1, 101), 0.9))
    store("/quiet/one.txt", "words", {1: 0.1})
    searcher = make_searcher()
    assert "/quiet/one.txt" not in paths(searcher.search("fox", mode=Mode.MEANING, limit=99))
    answer = searcher.search("fox", mode=Mode.MEANING, filters=Filters(folder=b"/quiet"))
    assert paths(answer) == ["/quiet/one.txt"]


def test_words_are_matched_by_their_stems_without_case_and_accents(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/a.txt", "The Cafés were RUNNING")
    searcher = make_searcher()
    for query in ("cafe", "Café", "runs", "CAFES"):
        assert paths(searcher.search(query, mode=Mode.WORDS)) == ["/d/a.txt"]
    assert paths(searcher.search("caf", mode=Mode.WORDS)) == []


def test_stop_words_count_only_where_there_is_nothing_else(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/a.txt", "to be or not to be")
    store("/d/b.txt", "foxes")
    searcher = make_searcher()
    assert paths(searcher.search("to be", mode=Mode.WORDS)) == ["/d/a.txt"]
    assert paths(searcher.search("to fox", mode=Mode.WORDS)) == ["/d/b.txt"]


def test_what_was_deleted_after_loading_is_left_out(
    db: Database, animals: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    (file,) = db.execute("SELECT id FROM files WHERE path = ?", [b"/e/both.txt"]).fetchone()
    files.remove(db, file)
    collect_garbage(db)
    assert paths(searcher.search("fox")) == ["/d/meaning.txt", "/d/words.md"]


def test_what_was_added_after_loading_does_no_harm(
    animals: None, store: Store, make_searcher: MakeSearcher
) -> None:
    before = make_searcher()
    store("/d/fox.txt", "a new fox", {1: 0.9})
    after = make_searcher()
    assert set(paths(before.search("fox"))) == {"/d/meaning.txt", "/d/words.md", "/e/both.txt"}
    assert paths(after.search("fox"))[0] == "/d/fox.txt"


@pytest.mark.parametrize("mode", Mode)
def test_an_empty_library_answers_with_nothing(make_searcher: MakeSearcher, mode: Mode) -> None:
    answer = make_searcher().search("fox", mode=mode)
    assert answer.hits == ()
    assert answer.coverage == 1


def test_without_a_words_index_people_are_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        WordsArm(tmp_path)
    assert caught.value.advice


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
