"""Each query is stored once, the newest first, without prefixes that were still being typed."""

from pathlib import Path

import pytest

from alcove.personal import HistoryEntry, LibraryFolder, history


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return LibraryFolder(tmp_path).personal


def asked(personal: Path, *questions: tuple[str, float]) -> list[str]:
    for query, at in questions:
        history.add(personal, query, "best", at=at)
    return [one.query for one in history.stored(personal)]


def test_before_the_first_there_are_none_and_no_file(personal: Path) -> None:
    assert history.stored(personal) == []
    assert history.forget(personal).deleted == 0
    assert not personal.exists()


def test_the_last_query_comes_first(personal: Path) -> None:
    assert asked(personal, ("bread", 100), ("rye", 300), ("oats", 200)) == ["rye", "oats", "bread"]
    assert [one.query for one in history.stored(personal, limit=2)] == ["rye", "oats"]


def test_the_same_query_is_counted_by_mode(personal: Path) -> None:
    for at, mode in ((1.5, "best"), (700.5, "best"), (900.0, "words")):
        history.add(personal, "bread", mode, at=at)
    assert history.stored(personal) == [
        HistoryEntry("bread", "words", 900.0, 1),
        HistoryEntry("bread", "best", 700.5, 2),
    ]


def test_a_query_replaces_its_prefix(personal: Path) -> None:
    typed = ("how", 100), ("how to ba", 110), ("how to bake", 120)
    assert asked(personal, *typed) == ["how to bake"]


@pytest.mark.parametrize(
    "questions",
    [
        [("how", 100.0), ("how to bake", 160.0)],  # a minute later
        [("how", 100.0), ("why", 101.0), ("how to bake", 102.0)],  # another in between
        [("How", 100.0), ("how to bake", 101.0)],
        [("to bake", 100.0), ("how to bake", 101.0)],
        [("h%", 100.0), ("how to bake", 101.0)],
        [("how", 10.0), ("how", 100.0), ("how to bake", 101.0)],  # asked before, so it was meant
    ],
)
def test_a_query_that_is_no_recent_prefix_stays(
    personal: Path, questions: list[tuple[str, float]]
) -> None:
    assert set(asked(personal, *questions)) == {query for query, _ in questions}


def test_the_oldest_queries_are_deleted_beyond_the_limit(
    personal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST", 3)
    assert asked(personal, *((f"{n} loaves", 100 * n) for n in range(5))) == [
        *("4 loaves", "3 loaves", "2 loaves")
    ]


def test_one_query_is_forgotten_in_every_mode_and_the_others_stay(personal: Path) -> None:
    asked(personal, ("how to bake", 1), ("bread", 200))
    history.add(personal, "bread", "words", at=300)
    assert history.forget(personal, "bread").deleted == 2
    assert [one.query for one in history.stored(personal)] == ["how to bake"]
