"""Judged documents are found again after moves, edits and copies; gone ones are counted."""

import hashlib
import os
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from tests.evaluate.hits import hit

from alcove.evaluate.own.questions import GONE, NO_QUERY, UNANSWERED, OwnQuestions, own_questions
from alcove.files import scan
from alcove.index import files
from alcove.index.documents import add_content, collect_garbage, find_content
from alcove.index.opening import open_writer
from alcove.library import Library
from alcove.personal import judgments
from alcove.personal.judgments import Grade, JudgedDocument, Judgment
from alcove.records import ContentKey
from alcove.search.question.query import Query

BREAD, RYE, FILM = "bread.md", "rye.md", "film.mp4"


class Kitchen:
    """A library over a real folder, indexed by content hash without extracting text."""

    def __init__(self, top: Path) -> None:
        self.library = Library(top / "library")
        self.folder = top / "documents"
        self.folder.mkdir()
        for name in (BREAD, RYE, FILM):
            (self.folder / name).write_text(f"about {name}")
        self.library.add([bytes(self.folder)])
        self.index()

    def index(self) -> None:
        with closing(open_writer(self.library.folder.index)) as db:
            files.apply_scan(db, bytes(self.folder), scan(bytes(self.folder)).files)
            for file in files.pending(db.conn, 99):
                path = Path(os.fsdecode(file.path))
                key = ContentKey(hashlib.sha256(path.read_bytes()).digest(), path.suffix, 1)
                with db.atomic():
                    content = find_content(db.conn, key) or add_content(db, key, [], 1)
                    if path.suffix != ".mp4":
                        assert files.link(db, file, content, file.signature)
            collect_garbage(db)

    def path(self, name: str) -> bytes:
        return bytes(self.folder / name)

    def mark(self, query: str, name: str, *, right: bool = True) -> None:
        self.library.mark(query, self.path(name), right=right)

    def ask(self, use: Callable[[OwnQuestions], object]) -> object:
        with own_questions(self.library) as own:
            return use(own)

    def judged(self, name: str, *copies: str) -> dict[str, int]:
        """Return the grades of a hit on these files, by question."""

        def look(own: OwnQuestions) -> dict[str, int]:
            (key,) = own.keys_of(hit(self.path(name), *map(self.path, copies)))
            return {
                query: own.judgments[id_][key]
                for id_, query in own.queries.items()
                if key in own.judgments[id_]
            }

        told = self.ask(look)
        assert isinstance(told, dict)
        return told

    def left_out(self) -> object:
        return self.ask(lambda own: own.left_out)


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


def test_without_judgments_there_are_no_questions(kitchen: Kitchen) -> None:
    assert kitchen.ask(lambda own: (own.queries, own.judgments)) == ({}, {})
    assert kitchen.left_out() == {}


def test_each_question_has_its_documents_with_their_grades(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    kitchen.mark("bake", RYE, right=False)
    kitchen.mark("watch", FILM)
    assert kitchen.judged(BREAD) == {"bake": 2}
    assert kitchen.judged(RYE) == {"bake": 0}
    assert kitchen.judged(FILM) == {"watch": 2}


def test_a_mark_survives_a_move(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    (kitchen.folder / "deep").mkdir()
    (kitchen.folder / BREAD).rename(kitchen.folder / "deep" / "loaf.md")
    kitchen.index()
    assert kitchen.judged("deep/loaf.md") == {"bake": 2}
    assert kitchen.left_out() == {}


def test_a_mark_survives_an_edit(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    (kitchen.folder / BREAD).write_text("another text")
    kitchen.index()
    assert kitchen.judged(BREAD) == {"bake": 2}
    assert kitchen.left_out() == {}


def test_a_mark_on_a_film_survives_an_edit(kitchen: Kitchen) -> None:
    kitchen.mark("watch", FILM)
    (kitchen.folder / FILM).write_text("cut anew")
    kitchen.index()
    assert kitchen.judged(FILM) == {"watch": 2}


def test_a_mark_stays_with_its_text_when_another_takes_its_place(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    (kitchen.folder / BREAD).rename(kitchen.folder / "old.md")
    (kitchen.folder / BREAD).write_text("another text")
    kitchen.index()
    assert kitchen.judged("old.md") == {"bake": 2}
    assert kitchen.judged(BREAD) == {}


def test_copies_are_one_document(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    (kitchen.folder / "copy.md").write_bytes((kitchen.folder / BREAD).read_bytes())
    kitchen.index()
    assert kitchen.judged("copy.md", BREAD) == {"bake": 2}


def test_the_same_bytes_of_another_format_are_another_document(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    (kitchen.folder / "bread.csv").write_bytes((kitchen.folder / BREAD).read_bytes())
    kitchen.index()
    assert kitchen.judged("bread.csv") == {}


def test_of_two_marks_on_what_is_now_one_document_the_later_counts(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    (kitchen.folder / BREAD).write_text("another text")
    kitchen.index()
    kitchen.mark("bake", RYE)
    kitchen.mark("bake", BREAD, right=False)
    assert kitchen.judged(BREAD) == {"bake": 0}


def test_gone_documents_are_left_out_and_counted(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    kitchen.mark("bake", RYE)
    kitchen.mark("watch", FILM)
    (kitchen.folder / BREAD).unlink()
    (kitchen.folder / FILM).unlink()
    kitchen.index()
    assert kitchen.judged(RYE) == {"bake": 2}
    assert kitchen.left_out() == {GONE: 2, UNANSWERED: 1}


def test_questions_without_an_answer_or_a_meaning_are_left_out_and_counted(
    kitchen: Kitchen,
) -> None:
    kitchen.mark("bake", BREAD)
    kitchen.mark("cook", BREAD, right=False)
    kitchen.mark("bread type:nonsense", BREAD)
    assert kitchen.judged(BREAD) == {"bake": 2}
    assert kitchen.left_out() == {NO_QUERY: 1, UNANSWERED: 1}


def test_a_question_means_what_it_meant_when_it_was_judged(kitchen: Kitchen) -> None:
    query, document = "bread since:today -rye", JudgedDocument(kitchen.path(BREAD))
    judged = datetime(2026, 3, 5, 17).astimezone()
    for at in (0.0, judged.timestamp()):
        opening = Judgment(query, document, Grade.OPENED, at)
        judgments.add(kitchen.library.folder.personal, opening)
    meant = kitchen.ask(lambda own: own.meant[query])
    assert isinstance(meant, Query)
    assert (meant.text, meant.excluded) == ("bread", ("rye",))
    assert meant.filters.since == datetime(2026, 3, 5).astimezone()


def test_a_hit_whose_file_vanished_is_no_error_and_no_answer(kitchen: Kitchen) -> None:
    kitchen.mark("bake", BREAD)
    assert kitchen.judged("vanished.md") == {}


def test_the_fingerprint_tells_other_questions_and_grades_but_not_an_edit(
    kitchen: Kitchen,
) -> None:
    kitchen.mark("bake", BREAD)
    first = kitchen.ask(OwnQuestions.fingerprint)
    (kitchen.folder / BREAD).write_text("another text")
    kitchen.index()
    assert kitchen.ask(OwnQuestions.fingerprint) == first
    kitchen.mark("bake", RYE, right=False)
    second = kitchen.ask(OwnQuestions.fingerprint)
    kitchen.mark("watch", FILM)
    assert len({first, second, kitchen.ask(OwnQuestions.fingerprint)}) == 3
