"""Office documents, through kreuzberg: headings, slides and sheets where they stand."""

from pathlib import Path

import pytest
from tests.documents.conftest import docx, read_one, xlsx

from alcove.documents.formats import Format, format_of
from alcove.errors import ReadError, Reason
from alcove.records import Document


@pytest.fixture
def documents(shared_data: Path) -> Path:
    return shared_data / "documents" / "unstructured"


def read_file(path: Path) -> Document:
    format_ = format_of(path.name.encode(), b"")
    assert format_ is not None
    return read_one(path.read_bytes(), format_)


def test_a_word_document_has_headings_and_a_title() -> None:
    document = read_one(docx("On Trees", "Words.", styles=["Heading1"]), Format.DOCX)
    assert document.text == "On Trees\n\nWords."
    assert document.title == "On Trees"
    assert [(heading.start, heading.text) for heading in document.headings] == [(0, "On Trees")]


def test_each_sheet_is_a_page_even_an_empty_one() -> None:
    sheets = {"First": ["a", "b"], "Empty": [], "Last": ["c"]}
    document = read_one(xlsx(sheets), Format.XLSX)
    assert document.text == "First\n\na\nb\n\nLast\n\nc"
    assert document.page_starts == (0, 12, 12)
    assert document.title is None


def test_a_broken_document_is_damaged() -> None:
    with pytest.raises(ReadError) as caught:
        read_one(docx("x").replace(b"word/document.xml", b"word/documen2.xml"), Format.DOCX)
    assert caught.value.reason in (Reason.DAMAGED, Reason.NO_TEXT)


def test_each_slide_is_a_page_with_its_title(documents: Path) -> None:
    document = read_file(documents / "sample-presentation.pptx")
    pages = [document.text[start:].split("\n")[0] for start in document.page_starts]
    assert (
        pages
        == [heading.text for heading in document.headings]
        == [
            "Title Slide",
            "This is the first content slide",
            "This is the second content slide",
            "This is kinda backwards, huh?",
        ]
    )
    assert "Table\tA\tB\tC\n1\tA1\tB1\tC1" in document.text


def test_an_empty_slide_counts(documents: Path) -> None:
    document = read_file(documents / "fake-power-point-many-pages.pptx")
    assert document.text == "Page 1\n\nPage 2"
    assert document.page_starts == (0, 8)


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("simple.doc", "Analysis", "This is my first thought."),
        ("simple.odt", "These are a few of my favorite things:", "Parrots"),
        ("fake-doc.rtf", "My First Heading", "Row 1, Cell 1\tRow 1, Cell 2"),
        ("fake-power-point.ppt", "Adding a Bullet Slide", "Here is a lot of text!"),
        ("tests-example.xls", None, "Example Test"),
        (
            "fake-email-attachment.msg",
            "Fake email with attachment",
            "Attachment: fake-attachment.txt",
        ),
    ],
)
def test_older_formats(documents: Path, name: str, title: str | None, words: str) -> None:
    document = read_file(documents / name)
    assert document.title == title
    assert words in document.text


def test_an_encrypted_message_is_reported(documents: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_file(documents / "fake-encrypted.msg")
    assert caught.value.reason is Reason.ENCRYPTED
