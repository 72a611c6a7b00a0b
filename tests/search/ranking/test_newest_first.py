"""A query of filters alone lists the files that pass, newest first."""

from collections.abc import Callable

import pytest
from tests.search.asking import asked, paths

from alcove.search import Answer, Mode, Searcher, Verdict
from alcove.search.ranking.fusion import ScoreParts

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]


@pytest.fixture
def shelf(store: Store) -> None:
    store("/d/old.txt", "the first\nsecond line", {1: 0.2}, seconds=10)
    store("/d/new.txt", "the fox", seconds=40)
    store("/d/middle.md", "a kettle", {1: 0.9}, seconds=30)
    store("/d/photo.jpg", None, seconds=35)
    store("/e/copy of old.txt", "the first\nsecond line", seconds=20)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("type:txt", ["/d/new.txt", "/e/copy of old.txt"]),
        ("type:md", ["/d/middle.md"]),
        ("folder:/d", ["/d/new.txt", "/d/photo.jpg", "/d/middle.md", "/d/old.txt"]),
        ("-type:txt", ["/d/photo.jpg", "/d/middle.md"]),
        ("-kettle -name:photo", ["/d/new.txt", "/e/copy of old.txt"]),
        ("type:pdf", []),
        ("folder:/x", []),
    ],
)
def test_what_passes_is_listed_the_newest_first(
    shelf: None, make_searcher: MakeSearcher, mode: Mode, typed: str, expected: list[str]
) -> None:
    asked_model: list[str] = []
    answer = make_searcher(asked=asked_model).search(asked(typed), mode=mode)
    assert paths(answer) == expected
    assert answer.verdict is (Verdict.RELEVANT if expected else Verdict.NOTHING)
    assert asked_model == []


def test_copies_are_one_hit_and_only_those_that_pass_are_listed(
    shelf: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    hit = searcher.search(asked("type:txt")).hits[1]
    assert (hit.path, hit.copies) == (b"/e/copy of old.txt", (b"/d/old.txt",))
    (_, hit) = searcher.search(asked("type:txt folder:/d")).hits
    assert (hit.path, hit.copies) == (b"/d/old.txt", ())


def test_a_listed_document_shows_where_it_begins_and_has_no_score(
    shelf: None, make_searcher: MakeSearcher
) -> None:
    searcher = make_searcher()
    answer = searcher.search(asked("type:txt"))
    for hit in answer.hits:
        assert hit.passage is not None
        assert (hit.passage.start, hit.line) == (0, 1)
        assert (hit.score, hit.why, hit.evidence) == (0.0, ScoreParts(0.0, 0.0, 0.0), None)
        assert (hit.matched.meaning, hit.matched.words) == (None, None)
    assert searcher.refine(answer) == answer


def test_nothing_asked_and_nothing_filtered_lists_nothing(
    shelf: None, make_searcher: MakeSearcher
) -> None:
    answer = make_searcher().search(asked(" "))
    assert (answer.hits, answer.verdict) == ((), Verdict.NOTHING)


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 9])
def test_versions_take_no_place_from_others(
    store: Store, make_searcher: MakeSearcher, limit: int
) -> None:
    text = " ".join(f"word{number}" for number in range(120))
    for number in range(4):
        store(f"/d/draft{number}.txt", f"{text} {number}", {1: 0.5}, seconds=100 - number)
    store("/d/a.txt", "a kettle", seconds=3)
    store("/d/b.txt", "a fox", seconds=2)
    answer = make_searcher().search(asked("type:txt"), limit=limit)
    assert paths(answer) == ["/d/draft0.txt", "/d/a.txt", "/d/b.txt"][:limit]
    assert versions(answer) == ["/d/draft1.txt", "/d/draft2.txt", "/d/draft3.txt"]


def versions(answer: Answer) -> list[str]:
    return [path.decode() for path in answer.hits[0].versions]
