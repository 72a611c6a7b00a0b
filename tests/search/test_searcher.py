"""The searcher answers queries over a real index."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from alcove.search import Filters, Mode, Query, Searcher, Verdict
from alcove.search.ranking.score_scales import Calibration, ScoreScale, write_calibration

from .asking import paths, question

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def test_the_best_document_comes_first_with_its_best_passage(
    animals: None, make_searcher: MakeSearcher
) -> None:
    answer = make_searcher().search(question("fox"))
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
    assert (answer.query.typed, answer.mode, answer.coverage) == ("fox", Mode.BEST, 1.0)


def test_each_arm_can_be_asked_alone(animals: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    words = searcher.search(question("fox"), mode=Mode.WORDS)
    assert paths(words) == ["/d/words.md", "/e/both.txt"]
    assert {hit.matched.meaning for hit in words.hits} == {None}
    meaning = searcher.search(question("fox"), mode=Mode.MEANING)
    assert paths(meaning) == ["/d/meaning.txt", "/e/both.txt", "/d/words.md"]
    assert {hit.matched.words for hit in meaning.hits} == {None}


def test_words_alone_never_encode_the_question(animals: None, make_searcher: MakeSearcher) -> None:
    asked: list[str] = []
    searcher = make_searcher(asked=asked)
    searcher.search(question("fox"), mode=Mode.WORDS)
    assert asked == []
    searcher.search(question(" fox "))
    assert asked == ["fox"]


@pytest.mark.parametrize("query", ["", "  \n"])
@pytest.mark.parametrize("mode", Mode)
def test_an_empty_question_finds_nothing_and_encodes_nothing(
    animals: None, make_searcher: MakeSearcher, query: str, mode: Mode
) -> None:
    asked: list[str] = []
    answer = make_searcher(asked=asked).search(question(query), mode=mode)
    assert answer.hits == ()
    assert answer.query.typed == query
    assert asked == []


@pytest.mark.parametrize("query", ["?!", "fox AND (", 'body:"', "-", "a:b^2 ~", "\0"])
def test_signs_are_no_language(animals: None, make_searcher: MakeSearcher, query: str) -> None:
    found = paths(make_searcher().search(question(query), mode=Mode.WORDS))
    assert (found != []) is ("fox" in query)


@pytest.mark.parametrize("shown", [0, 1, 2, 99, None])
def test_only_what_is_shown_has_evidence(
    animals: None, make_searcher: MakeSearcher, shown: int | None
) -> None:
    hits = make_searcher().search(question("fox"), shown=shown).hits
    ready = [hit.evidence is not None for hit in hits]
    number = 3 if shown is None else min(shown, 3)
    assert ready == [True] * number + [False] * (3 - number)


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 99])
def test_no_more_hits_than_asked_for(
    animals: None, make_searcher: MakeSearcher, limit: int
) -> None:
    searcher = make_searcher()
    everything = paths(searcher.search(question("fox")))
    assert len(everything) == 3
    assert paths(searcher.search(question("fox"), limit=limit)) == everything[:limit]


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
    answer = make_searcher().search(question("fox", filters))
    assert set(paths(answer)) == expected
    assert len(answer.hits) == len(expected)


def test_copies_are_listed_the_newest_first(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/middle.txt", "the fox", {1: 0.5}, seconds=20)
    store("/e/old.txt", "the fox", seconds=10)
    store("/d/new.txt", "the fox", seconds=30)
    searcher = make_searcher()
    (hit,) = searcher.search(question("fox")).hits
    assert hit.path == b"/d/new.txt"
    assert hit.copies == (b"/d/middle.txt", b"/e/old.txt")
    (hit,) = searcher.search(question("fox", Filters(folder=b"/e"))).hits
    assert (hit.path, hit.copies) == (b"/e/old.txt", ())


def test_a_file_without_text_is_found_by_its_name(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/HolidayPhoto2024.jpg", None, seconds=10)
    store("/d/x.txt", "something else", {1: 0.0})
    searcher = make_searcher()
    (hit,) = searcher.search(question("holiday"), mode=Mode.WORDS).hits
    assert hit.path == b"/d/HolidayPhoto2024.jpg"
    assert (hit.passage, hit.page, hit.line, hit.title, hit.format) == (None,) * 5
    assert hit.matched.meaning is None
    assert hit.matched.words is not None
    assert paths(searcher.search(question("holiday")))[0] == "/d/HolidayPhoto2024.jpg"
    assert paths(searcher.search(question("holiday"), mode=Mode.MEANING)) == ["/d/x.txt"]
    assert paths(searcher.search(question("holiday", Filters(folder=b"/e")))) == []


def test_a_document_is_found_by_its_name_and_shows_a_passage(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/tax_return.txt", "first\nsecond", {1: 0.1, 2: 0.4})
    store("/d/y.txt", "nothing", {1: 0.2})
    searcher = make_searcher()
    (hit,) = searcher.search(question("tax"), mode=Mode.WORDS).hits
    assert hit.passage is not None
    assert hit.passage.text == "first"
    assert hit.matched.words is not None
    best = searcher.search(question("tax")).hits[0]
    assert best.path == b"/d/tax_return.txt"
    assert best.passage is not None
    assert best.passage.text == "second"


def test_a_name_alone_finds_a_document_when_nothing_was_encoded(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/tax_return.txt", "first")
    asked: list[str] = []
    answer = make_searcher(asked=asked).search(question("tax"))
    assert paths(answer) == ["/d/tax_return.txt"]
    assert answer.coverage == 0
    assert asked == []


def test_a_filter_reaches_below_a_thousand_better_matches(
    store: Store, make_searcher: MakeSearcher
) -> None:
    for number in range(120):  # 1200 passages that all match better
        lines = "\n".join(f"fox fox fox {number} {line}" for line in range(10))
        store(f"/loud/{number}.txt", lines)
    store("/quiet/one.txt", "long " * 50 + "fox")
    searcher = make_searcher()
    assert "/quiet/one.txt" not in paths(
        searcher.search(question("fox"), mode=Mode.WORDS, limit=99)
    )
    for mode in (Mode.WORDS, Mode.BEST):
        answer = searcher.search(question("fox", Filters(folder=b"/quiet")), mode=mode)
        assert paths(answer) == ["/quiet/one.txt"]
        assert answer.hits[0].matched.words is not None


def test_a_filter_reaches_below_a_thousand_nearer_passages(
    store: Store, make_searcher: MakeSearcher
) -> None:
    for number in range(120):
        lines = "\n".join(f"line {number} {line}" for line in range(10))
        store(f"/loud/{number}.txt", lines, dict.fromkeys(range(1, 11), 0.9))
    store("/quiet/one.txt", "words", {1: 0.1})
    searcher = make_searcher()
    assert "/quiet/one.txt" not in paths(
        searcher.search(question("fox"), mode=Mode.MEANING, limit=99)
    )
    answer = searcher.search(question("fox", Filters(folder=b"/quiet")), mode=Mode.MEANING)
    assert paths(answer) == ["/quiet/one.txt"]


def test_words_are_matched_by_their_stems_without_case_and_accents(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/a.txt", "The Cafés were RUNNING")
    searcher = make_searcher()
    for query in ("cafe", "Café", "runs", "CAFES"):
        assert paths(searcher.search(question(query), mode=Mode.WORDS)) == ["/d/a.txt"]
    assert paths(searcher.search(question("caf"), mode=Mode.WORDS)) == []


def test_stop_words_count_only_where_there_is_nothing_else(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/a.txt", "to be or not to be")
    store("/d/b.txt", "foxes")
    searcher = make_searcher()
    assert paths(searcher.search(question("to be"), mode=Mode.WORDS)) == ["/d/a.txt"]
    assert paths(searcher.search(question("to fox"), mode=Mode.WORDS)) == ["/d/b.txt"]


def test_why_adds_up_to_the_score(animals: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    for mode, weights in ((Mode.WORDS, {1.0}), (Mode.MEANING, {0.0}), (Mode.BEST, None)):
        hits = searcher.search(question("fox"), mode=mode).hits
        for hit in hits:
            why = hit.why
            assert 0 <= why.words <= 1
            assert why.meaning == pytest.approx(max(hit.matched.meaning or 0.0, 0.0), abs=1e-6)
            whole = (1 - why.weight) * why.meaning + why.weight * why.words
            assert hit.score == pytest.approx(whole, abs=1e-6)
        found = {hit.why.weight for hit in hits}
        assert len(found) == 1
        assert found == weights if weights else 0 < found.pop() < 1


def test_an_exact_name_outweighs_what_resembles_it(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/alike.txt", "the manual of a pump", {1: 0.7})
    store("/d/exact.txt", "spare parts for MX-2047", {1: 0.35})
    for number in range(30):
        store(f"/d/other{number}.txt", f"a kettle of copper {number}", {1: 0.1})
    searcher = make_searcher()
    assert paths(searcher.search(question("MX-2047")))[0] == "/d/exact.txt"
    assert paths(searcher.search(question("mx2047 pump")))[0] == "/d/alike.txt"


def test_corrected_spellings_are_reported(animals: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    assert searcher.search(question("vixen")).corrected == ()
    answer = searcher.search(question("vixxen"), mode=Mode.WORDS)
    assert answer.corrected == ("vixen",)
    assert paths(answer) == ["/d/meaning.txt"]


def test_a_word_that_is_being_typed_finds_what_begins_with_it(
    animals: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    assert paths(searcher.search(Query("not", "not"), mode=Mode.WORDS)) == []
    typing = Query("not", "not", typing=True)
    assert paths(searcher.search(typing, mode=Mode.WORDS)) == ["/e/both.txt"]


def test_an_answer_is_judged_only_by_measures_of_the_library(
    db: Database, animals: None, make_searcher: MakeSearcher
) -> None:
    assert make_searcher().search(question("fox")).verdict is Verdict.UNKNOWN
    for least, verdict in ((0.5, Verdict.RELEVANT), (0.95, Verdict.NOTHING)):
        scale = ScoreScale(1.0, dict.fromkeys(map(str, Mode), least))
        write_calibration(db, Calibration("abc", 6, {"en": scale}))
        answer = make_searcher().search(question("fox"), mode=Mode.MEANING)
        assert answer.verdict is verdict
        assert len(answer.hits) == 3  # the closest are shown all the same


def test_where_the_model_knows_nothing_words_carry(
    db: Database, animals: None, make_searcher: MakeSearcher
) -> None:
    weights = []
    for knowledge in (1.0, 0.5, 0.0):
        scale = ScoreScale(knowledge, dict.fromkeys(map(str, Mode), 0.5))
        write_calibration(db, Calibration("abc", 6, {"en": scale}))
        answer = make_searcher().search(question("fox"))
        weights.append(answer.hits[0].why.weight)
        first = paths(answer)[0]
    assert weights == sorted(weights)
    assert weights[-1] > 0.5
    assert first == "/d/words.md"


def test_a_hit_is_on_the_page_where_its_evidence_begins(
    store: Store, make_searcher: MakeSearcher, db: Database
) -> None:
    text = "The cat sleeps all day in the sun. The zebra runs over the wide plain at night."
    store("/d/a.pdf", text)
    second = text.index("The zebra")
    db.execute("UPDATE documents SET page_starts = ?", [json.dumps([0, second])])
    db.execute("UPDATE passages SET page = 1")
    searcher = make_searcher()
    for query, page in (("zebra plain", 2), ("cat sleeps", 1)):
        (hit,) = searcher.search(question(query), mode=Mode.WORDS).hits
        assert hit.page == page
    (hit,) = searcher.search(question("zebra"), mode=Mode.WORDS, shown=0).hits
    assert hit.page == 1
