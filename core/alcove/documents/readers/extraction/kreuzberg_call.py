"""Extract the contents of rich documents with kreuzberg; its configuration is here alone."""

import re
from collections.abc import Sequence
from typing import Any

import kreuzberg

from alcove.documents.formats import Format
from alcove.errors import ReadError, Reason

THREADS = 2  # more need more address space than the reader may have

_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
_MIME = {
    Format.DOC: "application/msword",
    Format.DOCX: f"{_OPEN_XML}.wordprocessingml.document",
    Format.EPUB: "application/epub+zip",
    Format.HTML: "text/html",
    Format.MSG: "application/vnd.ms-outlook",
    Format.ODP: f"{_ODF}.presentation",
    Format.ODS: f"{_ODF}.spreadsheet",
    Format.ODT: f"{_ODF}.text",
    Format.PDF: "application/pdf",
    Format.PPT: "application/vnd.ms-powerpoint",
    Format.PPTX: f"{_OPEN_XML}.presentationml.presentation",
    Format.RTF: "application/rtf",
    Format.XLS: "application/vnd.ms-excel",
    Format.XLSX: f"{_OPEN_XML}.spreadsheetml.sheet",
}
_IMAGE_MIME = {b"\x89PNG": "image/png", b"II*\0": "image/tiff", b"MM\0*": "image/tiff"}
_IMAGE_MIME |= {b"RIFF": "image/webp", b"\xff\xd8\xff": "image/jpeg", b"BM": "image/bmp"}

# kreuzberg gives slide numbers only inside its text, as a marker that the caller chooses.
SLIDE_MARK = "\x1e{page_num}\x1e"
_LOCKED = re.compile(r"password|encrypt", re.IGNORECASE)


def extract(data: bytes, format_: Format, ocr: Sequence[str] = ()) -> kreuzberg.ExtractionResult:
    """Extract a document's contents with kreuzberg.

    Args:
        data: the whole file.
        format_: the file's true format.
        ocr: Tesseract's languages for text in images; empty to skip images.

    Raises:
        ReadError: the document is encrypted or damaged.
    """
    try:
        return kreuzberg.extract_bytes_sync(data, _mime(data, format_), _config(format_, ocr))
    except kreuzberg.KreuzbergError as error:
        if _LOCKED.search(str(error)):
            raise ReadError(Reason.ENCRYPTED, "It is protected by a password.") from None
        raise ReadError(Reason.DAMAGED, "Its contents do not follow its format.") from None


def _mime(data: bytes, format_: Format) -> str:
    if format_ is not Format.IMAGE:
        return _MIME[format_]
    return next((mime for mark, mime in _IMAGE_MIME.items() if data.startswith(mark)), "image/png")


def _config(format_: Format, ocr: Sequence[str]) -> kreuzberg.ExtractionConfig:
    slides = format_ is Format.PPTX
    unlisted: dict[str, Any] = {"disable_ocr": not ocr}  # missing in the stubs of 4.10.4
    return kreuzberg.ExtractionConfig(
        **unlisted,
        use_cache=False,  # the cache would write people's text to disk
        ocr=_ocr_config("+".join(ocr)) if ocr else None,
        include_document_structure=True,
        # Only Markdown output marks the titles of slides. For other formats it is slower, and it
        # finds false headings in PDFs (1,666 in a book of 117 pages).
        output_format="markdown" if slides else "plain",
        pages=kreuzberg.PageConfig(
            extract_pages=True, insert_page_markers=slides, marker_format=SLIDE_MARK
        ),
        concurrency=kreuzberg.ConcurrencyConfig(max_threads=THREADS),
    )


def _ocr_config(languages: str) -> kreuzberg.OcrConfig:
    tesseract = kreuzberg.TesseractConfig(language=languages, output_format="text", use_cache=False)
    return kreuzberg.OcrConfig(backend="tesseract", language=languages, tesseract_config=tesseract)
