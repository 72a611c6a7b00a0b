"""Read PDFs: the text of each page, and headings from the document's outline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]

from alcove.documents.formats import Format
from alcove.documents.readers.builder import DocumentBuilder
from alcove.documents.readers.cleaning import clean_line, sensible_title
from alcove.documents.readers.extraction.kreuzberg_call import extract
from alcove.documents.readers.pdf.scanned import read_empty_pages
from alcove.errors import ReadError, Reason
from alcove.records import Document, Heading

_MAX_OUTLINE = 5_000  # entries; more are an index, not headings
_MAX_DEPTH = 6
# Numbering that may precede a heading on its line: "2.1", "Chapter IV:", "A.".
_NUMBERING = re.compile(r"(?:\w{3,10} )?(?:[A-Z]|[IVXL]{1,6})?[\d.:) -]{0,12}")


def read_pdf(data: bytes, ocr: Sequence[str]) -> Document:
    """Read a PDF.

    Args:
        data: the whole file.
        ocr: Tesseract's languages for pages without text; empty to leave those unread.

    Raises:
        ReadError: the PDF is encrypted or damaged, or has no text, only pictures of it.
    """
    result = extract(data, Format.PDF)
    pages = [page["content"] for page in result.pages or ()]
    if ocr:
        pages = read_empty_pages(data, pages, ocr)
    elif not any(page.strip() for page in pages):
        raise ReadError(Reason.NEEDS_OCR, "Its pages are pictures.")
    builder = DocumentBuilder()
    for page in pages:
        builder.start_page()
        builder.add(page)
    document = builder.build(sensible_title(result.metadata.get("title")))
    headings = tuple(_headings(document, data))
    return replace(document, headings=headings, title=document.title or _only_top(headings))


def _headings(document: Document, data: bytes) -> Iterator[Heading]:
    """Yield the outline's entries whose words stand on the page that they point to."""
    text = document.text.replace("\n", " ")  # a heading may wrap over lines
    starts = (*document.page_starts, len(text))
    at = 0
    for level, page, title in _outline(data):
        if page >= len(starts) - 1:
            continue
        offset = text.find(title, max(at, starts[page]), starts[page + 1])
        start = document.text.rfind("\n", 0, max(0, offset)) + 1
        if offset >= 0 and _NUMBERING.fullmatch(text, start, offset):
            yield Heading(start, level, title)
            at = offset + len(title)


def _only_top(headings: tuple[Heading, ...]) -> str | None:
    """Return the first heading if no other has its level; it stands above all others."""
    if not headings or any(heading.level == headings[0].level for heading in headings[1:]):
        return None
    return headings[0].text


def _outline(data: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield (level, page index, title) for each entry of the outline."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            for count, entry in enumerate(pdf.get_toc(max_depth=_MAX_DEPTH)):
                destination, title = entry.get_dest(), clean_line(entry.get_title())
                index = destination.get_index() if destination else None
                if count < _MAX_OUTLINE and index is not None and title:
                    yield entry.level + 1, index, title
    except pypdfium2.PdfiumError:
        return  # kreuzberg has read the text; the outline is optional
