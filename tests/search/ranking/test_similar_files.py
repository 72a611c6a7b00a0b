"""`similar:` finds documents that resemble a file, and never the file itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.search.asking import asked, paths

from alcove.search import Mode, QueryError, Searcher, Verdict

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]


@pytest.fixture
def dens(store: Store) -> None:
    """Two documents on dens, of which one has a copy, and twenty on other things."""
    den = "The vixen sleeps in a burrow beneath the hawthorn"
    store("/d/vixen.txt", f"{den}\nand hunts at dusk", {1: 0.3, 2: 0.3}, seconds=9)
    store("/e/copy of vixen.txt", f"{den}\nand hunts at dusk", seconds=8)
    store("/d/badger.md", "A badger digs a burrow near a hawthorn", {1: 0.35}, seconds=7)
    store("/d/hawthorn.jpg", None, seconds=6)
    for number in range(20):
        text = f"a kettle of copper, number {number}"
        store(f"/d/other{number}.txt", text, {1: 0.9}, seconds=10 + number)


@pytest.mark.parametrize("mode", Mode)
def test_like_documents_come_first_and_never_the_file_itself(
    dens: None, make_searcher: MakeSearcher, mode: Mode
) -> None:
    searcher = make_searcher()
    for path in ("/d/vixen.txt", "/e/copy of vixen.txt"):
        answer = searcher.search(asked(f'similar:"{path}"'), mode=mode, limit=99)
        found = paths(answer)
        assert found[0] == "/d/badger.md"
        assert not {"/d/vixen.txt", "/e/copy of vixen.txt"} & set(found)
        assert answer.verdict is Verdict.RELEVANT


def test_the_question_is_not_encoded_since_the_file_has_vectors(
    dens: None, make_searcher: MakeSearcher
) -> None:
    encoded: list[str] = []
    make_searcher(asked=encoded).search(asked("similar:/d/vixen.txt"))
    assert encoded == []


def test_filters_phrases_and_exclusions_hold(dens: None, make_searcher: MakeSearcher) -> None:
    searcher = make_searcher()
    ask = "similar:/d/vixen.txt"
    assert paths(searcher.search(asked(f"{ask} type:md"))) == ["/d/badger.md"]
    assert paths(searcher.search(asked(f'{ask} "near a hawthorn"'))) == ["/d/badger.md"]
    assert "/d/badger.md" not in paths(searcher.search(asked(f"{ask} -badger"), limit=99))
    assert paths(searcher.search(asked(f"{ask} folder:/x"))) == []


@pytest.mark.parametrize("path", ["/d/nowhere.txt", "/d/hawthorn.jpg"])
def test_a_file_without_text_here_is_pointed_at(
    dens: None, make_searcher: MakeSearcher, path: str
) -> None:
    typed = f"Straße similar:{path} type:md"
    with pytest.raises(QueryError, match="no text") as caught:
        make_searcher().search(asked(typed))
    assert "alcove why" in caught.value.advice
    assert typed[caught.value.start : caught.value.end] == f"similar:{path}"


def test_of_a_question_that_was_not_typed_all_is_pointed_at(
    dens: None, make_searcher: MakeSearcher
) -> None:
    query = replace(asked("like this"), similar=b"/d/nowhere.txt")
    with pytest.raises(QueryError) as caught:
        make_searcher().search(query)
    assert (caught.value.start, caught.value.end) == (0, len("like this"))


@pytest.mark.parametrize("mode", [Mode.BEST, Mode.WORDS])
def test_words_find_what_is_like_it_before_anything_was_encoded(
    store: Store, make_searcher: MakeSearcher, mode: Mode
) -> None:
    """The library is so small that each word is in many of its passages."""
    store("/d/vixen.txt", "the vixen sleeps in a burrow", seconds=1)
    store("/d/badger.txt", "the badger digs a burrow", seconds=2)
    store("/d/kettle.txt", "the kettle of copper", seconds=3)
    answer = make_searcher().search(asked("similar:/d/vixen.txt"), mode=mode)
    assert paths(answer) == ["/d/badger.txt"]


@pytest.mark.parametrize("mode", Mode)
def test_a_file_without_content_finds_nothing(
    store: Store, make_searcher: MakeSearcher, mode: Mode
) -> None:
    store("/d/signs.txt", "?! … ---", seconds=1)
    store("/d/kettle.txt", "a kettle", seconds=2)
    answer = make_searcher().search(asked("similar:/d/signs.txt"), mode=mode)
    assert (answer.hits, answer.verdict) == ((), Verdict.NOTHING)
