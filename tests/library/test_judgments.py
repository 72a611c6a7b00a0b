"""Judgments are stored for files of the library, and for openings only if the setting is on."""

import hashlib
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from alcove.errors import AlcoveError, LibraryError
from alcove.files import scan
from alcove.index import files
from alcove.index.documents import add_content
from alcove.index.opening import open_writer
from alcove.library import Library
from alcove.personal import change
from alcove.personal.judgments import Grade, JudgedDocument
from alcove.records import ContentKey

SHA256 = hashlib.sha256(b"flour").digest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "bread.md").write_bytes(b"flour")
    (tmp_path / "documents" / "unread.mp4").write_bytes(b"film")
    return tmp_path / "documents"


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Library:
    """A library that has read one of two files."""
    library = Library(tmp_path / "library")
    library.add([bytes(folder)])
    with closing(open_writer(library.folder.index)) as db:
        files.apply_scan(db, bytes(folder), scan(bytes(folder)).files)
        with db.atomic():
            content = add_content(db, ContentKey(SHA256, "md", 1), [], 1)
            (bread,) = (f for f in files.pending(db.conn, 9) if f.path.endswith(b".md"))
            assert files.link(db, bread, content, bread.signature)
    return library


def note_openings(library: Library, *, on: bool) -> None:
    change(library.folder.personal, lambda now: replace(now, judgments=on))


def test_a_mark_knows_the_document_by_its_content(library: Library, folder: Path) -> None:
    path, before = bytes(folder / "bread.md"), time.time()
    kept = library.mark("  how to bake ", path, right=True)
    assert kept.query == "how to bake"
    assert kept.document == JudgedDocument(path, SHA256, "md")
    assert kept.grade is Grade.THIS_WAS_IT
    assert before <= kept.at <= time.time()
    assert library.judgments() == [kept]
    wrong = library.mark("how to bake", path, right=False)
    assert wrong.grade is Grade.NOT_THIS
    assert library.judgments() == [wrong]


def test_a_file_without_text_is_known_by_its_path(library: Library, folder: Path) -> None:
    path = bytes(folder / "unread.mp4")
    assert library.mark("film", path, right=True).document == JudgedDocument(path)


def test_openings_are_stored_only_if_the_setting_is_on(library: Library, folder: Path) -> None:
    path = bytes(folder / "bread.md")
    assert not library.note_opened("how to bake", path)
    assert library.judgments() == []
    note_openings(library, on=True)
    assert library.note_opened("how to bake", path)
    assert not library.note_opened("  ", path)
    note_openings(library, on=False)
    assert not library.note_opened("something else", path)
    assert [(one.query, one.grade) for one in library.judgments()] == [
        ("how to bake", Grade.OPENED)
    ]


def test_marks_are_stored_even_if_openings_are_not(library: Library, folder: Path) -> None:
    note_openings(library, on=False)
    library.mark("how to bake", bytes(folder / "bread.md"), right=True)
    assert len(library.judgments()) == 1


@pytest.mark.parametrize("query", ["", " \n", "\udcff"])
def test_an_invalid_query_is_refused(library: Library, folder: Path, query: str) -> None:
    with pytest.raises(AlcoveError, match="question"):
        library.mark(query, bytes(folder / "bread.md"), right=True)
    assert library.judgments() == []


def test_a_file_outside_the_library_is_refused(library: Library, folder: Path) -> None:
    note_openings(library, on=True)
    for path in (folder / "new.md", folder, folder.parent / "bread.md"):
        with pytest.raises(LibraryError) as caught:
            library.mark("how to bake", bytes(path), right=True)
        assert "alcove why" in caught.value.advice
        with pytest.raises(LibraryError):
            library.note_opened("how to bake", bytes(path))
    assert library.judgments() == []


def test_before_anything_is_indexed_an_error_says_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="empty"):
        Library(tmp_path / "none").mark("how to bake", b"/bread.md", right=True)
    assert not (tmp_path / "none").exists()


def test_all_is_forgotten_and_counted(library: Library, folder: Path) -> None:
    for query in ("how to bake", "what to bake"):
        library.mark(query, bytes(folder / "bread.md"), right=True)
    assert library.forget_judgments("what to bake").deleted == 1
    assert [one.query for one in library.judgments()] == ["how to bake"]
    assert library.forget_judgments().deleted == 1
    assert library.judgments() == []
