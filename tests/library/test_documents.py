"""The library returns the text of a file, or the reason why there is none."""

import os
import shutil
import threading
from pathlib import Path

import pytest
from tests.documents.conftest import docx, pdf

from alcove.errors import LibraryError, Reason
from alcove.library import Library
from alcove.records import Heading

_MESSAGE = "From a@b Mon Jan  1 10:00:00 2024\nSubject: {}\n\nText of the {} letter.\n\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of several kinds."""
    folder = tmp_path_factory.mktemp("documents")
    (folder / "notes.md").write_text("# Notes\n\nThe quick brown fox jumps over the lazy dog.\n")
    (folder / "paper.pdf").write_bytes(pdf("First page", "", "Third page", title="On Pages"))
    (folder / "mail.mbox").write_text("".join(_MESSAGE.format(n, n) for n in ("first", "second")))
    (folder / "letter.docx").write_bytes(docx("Dear all,", "Yours"))
    (folder / "empty.txt").touch()
    (folder / "film.mkv").write_bytes(b"\x1aE\xdf\xa3" + bytes(1000))
    return folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, models: Path, folder: Path) -> Library:
    """A library of them."""
    root = tmp_path_factory.mktemp("documents") / "library"
    root.mkdir(mode=0o700)
    shutil.copytree(models, root / "models")
    library = Library(root)
    library.update([os.fsencode(folder)], tell=lambda _: None, cancel=threading.Event())
    return library


def test_a_text_comes_with_its_facts(library: Library, folder: Path) -> None:
    document = library.document(bytes(folder / "notes.md"))
    assert document is not None
    assert document.text == (folder / "notes.md").read_text()
    assert (document.title, document.format, document.language) == ("Notes", "md", "en")
    assert document.headings == (Heading(0, 1, "Notes"),)
    assert document.size == (folder / "notes.md").stat().st_size
    assert document.page_starts == ()
    assert document.page_at(0) is None


def test_pages_are_told_from_offsets(library: Library, folder: Path) -> None:
    document = library.document(bytes(folder / "paper.pdf"))
    assert document is not None
    spans = [document.page_span(page) for page in (1, 2, 3)]
    texts = [document.text[start:end].strip() for start, end in spans]
    assert texts == ["First page", "", "Third page"]
    assert document.page_at(0) == 1
    assert document.page_at(document.text.index("Third")) == 3
    assert document.page_at(len(document.text)) == 3


def test_messages_of_a_mailbox_are_separate(library: Library, folder: Path) -> None:
    path = bytes(folder / "mail.mbox")
    parts = [library.document(path, part=part) for part in (None, 0, 1, 2)]
    titles = [part.title if part else None for part in parts]
    assert titles == ["first", "first", "second", None]


def test_a_file_without_text_has_a_reason(library: Library, folder: Path) -> None:
    empty = library.file(bytes(folder / "empty.txt"))
    assert empty is not None
    assert (empty.reason, empty.size, empty.waiting) == (Reason.EMPTY, 0, False)
    assert library.document(bytes(folder / "empty.txt")) is None
    film = library.file(bytes(folder / "film.mkv"))
    assert film is not None
    assert film.reason is not None
    assert film.format is None


def test_a_file_has_the_facts_of_its_last_scan(library: Library, folder: Path) -> None:
    file = library.file(bytes(folder / "letter.docx"))
    found = (folder / "letter.docx").stat()
    assert file is not None
    assert (file.size, file.mtime_ns) == (found.st_size, found.st_mtime_ns)
    assert (file.format, file.reason, file.detail) == ("docx", None, "")


def test_an_unknown_file_has_no_facts(library: Library, folder: Path) -> None:
    assert library.document(bytes(folder / "elsewhere.txt")) is None
    assert library.file(bytes(folder / "elsewhere.txt")) is None


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="empty"):
        Library(tmp_path / "library").document(b"/a")
    with pytest.raises(LibraryError, match="empty"):
        Library(tmp_path / "library").file(b"/a")
