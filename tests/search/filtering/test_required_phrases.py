"""Hits have all required phrases and no excluded words, in either arm."""

from collections.abc import Callable

import pytest
from sqlite_utils import Database
from tests.search.asking import asked, paths
from tests.search.conftest import split

from alcove.index.documents import add_content
from alcove.index.files import PendingFile, link
from alcove.records import ContentKey, Signature
from alcove.search import Mode, Searcher, Verdict

Store = Callable[..., None]
MakeSearcher = Callable[..., Searcher]


@pytest.fixture
def notes(store: Store) -> None:
    """Documents with "red fox" in the text, a title, a heading or a name; and some without."""
    store("/d/text.txt", "here the Red  Fox, an old one\nsleeps", {1: 0.5, 2: 0.4}, seconds=1)
    store("/d/title.txt", "on her den", {1: 0.4}, title="The red fox", seconds=2)
    store("/d/heading.md", "in the oak", {1: 0.3}, headings=("Animals", "Red fox"), seconds=3)
    store("/d/red_fox.txt", "found by its name", {1: 0.2}, seconds=4)
    store("/d/red fox.jpg", None, seconds=5)
    store("/e/apart.txt", "a fox, and a red kettle", {1: 0.9}, seconds=6)
    store("/e/none.txt", "a vixen", {1: 0.8}, seconds=7)


HAVING = {"/d/text.txt", "/d/title.txt", "/d/heading.md", "/d/red_fox.txt"}


@pytest.mark.parametrize("mode", Mode)
def test_a_phrase_must_occur_in_text_title_headings_or_name(
    notes: None, make_searcher: MakeSearcher, mode: Mode
) -> None:
    answer = make_searcher().search(asked('"red fox"'), mode=mode)
    textless = set() if mode is Mode.MEANING else {"/d/red fox.jpg"}
    assert set(paths(answer)) == HAVING | textless
    assert len(answer.hits) == len(HAVING | textless)
    assert answer.verdict is Verdict.RELEVANT


@pytest.mark.parametrize("mode", Mode)
def test_an_excluded_phrase_must_not(notes: None, make_searcher: MakeSearcher, mode: Mode) -> None:
    found = set(paths(make_searcher().search(asked('fox -"red fox"'), mode=mode)))
    assert found == ({"/e/apart.txt"} if mode is Mode.WORDS else {"/e/apart.txt", "/e/none.txt"})


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"red fox" type:md', {"/d/heading.md"}),
        ('"red fox" type:md name:text', set()),
        ('"red fox" folder:/e', set()),
        ('fox -kettle -"red fox" folder:/e name:apart', set()),
        ('"red fox" "old one"', {"/d/text.txt"}),
        ('"red fox" "found by"', {"/d/red_fox.txt"}),  # one in the name, one in the text
        ('"red fox" -oak -den -name:text -jpg -found', set()),
        ('"red fox" -oak -den -jpg -found', {"/d/text.txt"}),
        ('"fox red"', set()),
        ('"red fox" "purple zebra"', set()),
    ],
)
def test_phrases_exclusions_and_filters_hold_together(
    notes: None, make_searcher: MakeSearcher, mode: Mode, typed: str, expected: set[str]
) -> None:
    answer = make_searcher().search(asked(typed), mode=mode)
    assert set(paths(answer)) == expected


@pytest.mark.parametrize("mode", Mode)
def test_a_phrase_that_is_nowhere_gives_no_hits(
    notes: None, make_searcher: MakeSearcher, mode: Mode
) -> None:
    answer = make_searcher().search(asked('where is the "blue fox"'), mode=mode)
    assert answer.hits == ()
    assert answer.verdict is Verdict.NOTHING


def test_an_exclusion_alone_lists_the_rest_the_newest_first(
    notes: None, make_searcher: MakeSearcher
) -> None:
    found = paths(make_searcher().search(asked("-fox")))
    assert found == ["/e/none.txt"]
    found = paths(make_searcher().search(asked('-"red fox"')))
    assert found == ["/e/none.txt", "/e/apart.txt"]


def test_case_and_accents_are_overlooked_but_not_the_form(
    store: Store, make_searcher: MakeSearcher
) -> None:
    store("/d/a.txt", "Les Cafés fermés", {1: 0.5})
    store("/d/b.txt", "le café fermé", {1: 0.4})
    searcher = make_searcher()
    assert paths(searcher.search(asked('"CAFES FERMES"'))) == ["/d/a.txt"]
    assert paths(searcher.search(asked("fermé -cafés"))) == ["/d/b.txt"]


def test_a_chinese_phrase_must_occur(store: Store, make_searcher: MakeSearcher) -> None:
    store("/d/a.txt", "轮渡在黎明时分离开", {1: 0.3})
    store("/d/b.txt", "黎明的轮渡", {1: 0.9})
    searcher = make_searcher()
    assert paths(searcher.search(asked('"黎明时分"'))) == ["/d/a.txt"]
    assert paths(searcher.search(asked("轮渡 -时分"))) == ["/d/b.txt"]


@pytest.mark.parametrize("mode", Mode)
def test_of_a_mailbox_only_the_messages_with_the_phrase_are_found(
    db: Database, store: Store, make_searcher: MakeSearcher, mode: Mode
) -> None:
    """The file name finds the first message, which does not have the phrase."""
    store("/d/other.txt", "something else")
    path, signature = b"/d/fox.mbox", Signature(1, 2, 3, 4, 5)
    cursor = db.execute(
        "INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns)"
        " VALUES (?, 1, 2, 3, 4, 5)",
        [path],
    )
    assert cursor.lastrowid is not None
    messages = [
        split("/first", "hello", "About nothing"),
        split("/second", "the old oak near the fox", "About trees"),
    ]
    with db.atomic():
        content = add_content(db, ContentKey(b"m" * 32, "mbox", 1), messages, 1)
        assert link(db, PendingFile(cursor.lastrowid, path, signature), content, signature)
    searcher = make_searcher()
    answer = searcher.search(asked('fox "old oak"'), mode=mode)
    assert [hit.title for hit in answer.hits] == ([] if mode is Mode.MEANING else ["About trees"])
    left = searcher.search(asked('fox -"old oak"'), mode=Mode.WORDS)
    assert "About trees" not in [hit.title for hit in left.hits]
