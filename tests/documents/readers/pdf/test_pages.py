"""PDF: pages, the outline's headings, and pages that are pictures."""

from pathlib import Path

import pytest
from tests.documents.conftest import pdf, read_one

from alcove.documents.formats import Format
from alcove.documents.readers.ocr import ocr_languages
from alcove.documents.readers.pdf.pages import read_pdf
from alcove.errors import ReadError, Reason
from alcove.records import Heading

needs_tesseract = pytest.mark.skipif(
    "eng" not in ocr_languages(), reason="Tesseract's data for English is not installed"
)


def test_pages_begin_where_they_begin() -> None:
    document = read_one(pdf("One", "", "Three", title="On Numbers"), Format.PDF)
    assert document.text == "One\n\nThree"
    assert document.page_starts == (0, 5, 5)
    assert document.title == "On Numbers"


def test_the_outline_names_headings_that_stand_on_their_page() -> None:
    data = pdf(
        "Contents\n2.1 Long and winding",
        "2.1 Long\nand winding\ntext about Long and winding",
        outline=[("Long and winding", 1), ("Contents", 0), ("text", 1), ("winding text", 1)],
    )
    document = read_one(data, Format.PDF)
    start = document.page_starts[1]
    assert document.headings == (
        Heading(start, 1, "Long and winding"),
        Heading(document.text.index("text about"), 1, "text"),
    )


def test_a_heading_above_all_others_is_the_title() -> None:
    assert read_one(pdf("Whales\nswim", outline=[("Whales", 0)]), Format.PDF).title == "Whales"
    two = [("Whales", 0), ("swim", 0)]
    assert read_one(pdf("Whales\nswim", outline=two), Format.PDF).title is None


def test_pages_without_text_need_ocr() -> None:
    with pytest.raises(ReadError) as caught:
        read_one(pdf("", ""), Format.PDF)
    assert caught.value.reason is Reason.NEEDS_OCR


def test_a_file_that_is_not_a_pdf_is_damaged() -> None:
    with pytest.raises(ReadError) as caught:
        read_one(b"%PDF-1.4\n" + bytes(100), Format.PDF)
    assert caught.value.reason is Reason.DAMAGED


def test_an_encrypted_pdf_is_reported(shared_data: Path) -> None:
    path = shared_data / "documents" / "unstructured" / "pdf__password.pdf"
    with pytest.raises(ReadError) as caught:
        read_one(path.read_bytes(), Format.PDF)
    assert caught.value.reason is Reason.ENCRYPTED


def test_words_broken_at_line_ends_are_mended(shared_data: Path) -> None:
    path = shared_data / "documents" / "unstructured" / "pdf__layout-parser-paper-fast.pdf"
    document = read_one(path.read_bytes(), Format.PDF)
    assert "reuse of important innovations" in document.text
    assert document.page_starts[1] == document.text.index("2 Z. Shen et al.")


@needs_tesseract
def test_pictures_of_text_are_read_page_by_page(shared_data: Path) -> None:
    folder = shared_data / "documents" / "markitdown"
    path = folder / "markitdown-ocr__ocr_test_data__pdf_scanned_minimal.pdf"
    document = read_pdf(path.read_bytes(), ["eng"])
    assert len(document.text.split()) > 10
    assert document.page_starts == (0,)


@needs_tesseract
def test_pages_with_text_are_not_read_by_ocr() -> None:
    document = read_pdf(pdf("One", "", "Three"), ["eng"])
    assert document.text == "One\n\nThree"
    assert document.page_starts == (0, 5, 5)
