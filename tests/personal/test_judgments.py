"""Judgments: the strongest for each query and document is stored, and can be erased."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from alcove.errors import LibraryError
from alcove.personal import LibraryFolder, evaluations, judgments
from alcove.personal.evaluations import Evaluation
from alcove.personal.judgments import Grade, JudgedDocument, Judgment

BREAD = JudgedDocument(b"/home/a/bread.md", b"\x01" * 32, "md")
RYE = JudgedDocument(b"/home/a/rye.md", b"\x02" * 32, "md")


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return LibraryFolder(tmp_path).personal


def judged(grade: Grade, at: float, document: JudgedDocument = BREAD) -> Judgment:
    return Judgment("how long to bake", document, grade, at)


def kept(personal: Path, *added: Judgment) -> list[Judgment]:
    for one in added:
        judgments.add(personal, one)
    return judgments.stored(personal)


def test_before_the_first_there_are_none_and_no_file(personal: Path) -> None:
    assert judgments.stored(personal) == []
    assert judgments.forget(personal).deleted == 0
    assert not personal.exists()


@pytest.mark.parametrize(
    "document",
    [
        BREAD,
        JudgedDocument(b"/mail\xff.mbox", b"\x03" * 32, "mbox", part=0),
        JudgedDocument(b"/film.mp4"),
    ],
)
def test_a_judgment_that_is_added_comes_back(personal: Path, document: JudgedDocument) -> None:
    one = Judgment('"bread" -rye\n☃', document, Grade.THIS_WAS_IT, 1234.5)
    assert kept(personal, one) == [one]


def test_a_mark_outranks_an_opening_before_and_after_it(personal: Path) -> None:
    mark = judged(Grade.NOT_THIS, 2)
    assert kept(personal, judged(Grade.OPENED, 1), mark, judged(Grade.OPENED, 3)) == [mark]


def test_a_later_mark_replaces_an_earlier_one(personal: Path) -> None:
    later = judged(Grade.THIS_WAS_IT, 2)
    assert kept(personal, judged(Grade.NOT_THIS, 1), later) == [later]


def test_the_last_path_of_a_document_is_kept(personal: Path) -> None:
    moved = judged(Grade.OPENED, 2, replace(BREAD, path=b"/home/b/bread.md"))
    assert kept(personal, judged(Grade.OPENED, 1), moved) == [moved]


def test_other_queries_documents_formats_and_messages_are_judged_apart(personal: Path) -> None:
    apart = [
        judged(Grade.OPENED, 1),
        judged(Grade.OPENED, 2, RYE),
        judged(Grade.OPENED, 3, replace(BREAD, format="txt")),
        judged(Grade.OPENED, 4, replace(BREAD, part=0)),
        judged(Grade.OPENED, 5, replace(BREAD, part=1)),
        judged(Grade.OPENED, 6, JudgedDocument(BREAD.path)),
        judged(Grade.OPENED, 7, JudgedDocument(RYE.path)),
        replace(judged(Grade.OPENED, 8), query="how long to bake it"),
    ]
    assert kept(personal, *apart) == apart


def test_one_question_is_forgotten_and_the_others_stay(personal: Path) -> None:
    other = replace(judged(Grade.OPENED, 3), query="else")
    kept(personal, judged(Grade.OPENED, 1), judged(Grade.NOT_THIS, 2, RYE), other)
    assert judgments.forget(personal, "how long to bake").deleted == 2
    assert judgments.forget(personal, "never asked").deleted == 0
    assert judgments.stored(personal) == [other]


def test_forgetting_all_judgments_deletes_the_evaluations_too(personal: Path) -> None:
    kept(personal, judged(Grade.OPENED, 1))
    evaluations.append(personal, Evaluation(1, "mini", 1, {}))
    assert judgments.forget(personal, "how long to bake").deleted == 1
    assert evaluations.last(personal) is not None
    judgments.forget(personal)
    assert evaluations.last(personal) is None


def test_no_byte_of_a_forgotten_judgment_is_left_on_the_disk(personal: Path) -> None:
    chance = random.Random(15)
    questions = [f"secret question {number:02}" for number in range(60)]
    hashes = [chance.randbytes(32) for _ in questions]
    for time in range(180):  # files move, and SQLite moves rows from page to page
        number = chance.randrange(60)
        document = JudgedDocument(b"/x" * chance.randrange(1, 400), hashes[number], "md")
        judgments.add(personal, Judgment(questions[number], document, Grade.OPENED, time))
    kept = len(judgments.stored(personal))
    before = on_disk(personal.parent)
    copied = max(questions, key=lambda question: before.count(question.encode()))
    assert judgments.forget(personal, copied).deleted == 1
    assert on_disk(personal.parent).count(copied.encode()) == 0
    assert on_disk(personal.parent).count(b"secret") > 0
    assert judgments.forget(personal).deleted == kept - 1
    assert on_disk(personal.parent).count(b"secret") == 0


def on_disk(folder: Path) -> bytes:
    """Return every file there: the database, and a journal where one is left."""
    return b"\0".join(file.read_bytes() for file in folder.iterdir())


def test_what_is_no_database_is_an_error_for_people(personal: Path) -> None:
    personal.write_bytes(b"this is not a database, and long enough to be sure of it" * 50)
    with pytest.raises(LibraryError) as caught:
        judgments.add(personal, judged(Grade.OPENED, 1))
    assert caught.value.advice
