"""OCR for PDF pages that are pictures: render each and give it to Tesseract, one at a time."""

import math
import struct
from collections.abc import Sequence
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from alcove.documents.formats import Format
from alcove.documents.readers.extraction.kreuzberg_call import extract

_SCALE = 300 / 72  # pixels per point: Tesseract is trained on 300 dots per inch
_MAX_PIXELS = 25_000_000  # A3 at that scale; larger pages are rendered smaller
_GREYS = b"".join(bytes((grey, grey, grey, 0)) for grey in range(256))


def read_empty_pages(data: bytes, pages: Sequence[str], ocr: Sequence[str]) -> list[str]:
    """Return the text of each page, read by OCR where a page has none.

    kreuzberg's own OCR loses the page boundaries, and reads a whole document for one such page.

    Args:
        data: the whole PDF file.
        pages: the text of each page as extracted.
        ocr: Tesseract's languages.
    """
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            text if text.strip() else extract(_bitmap(pdf[number]), Format.IMAGE, ocr).content
            for number, text in enumerate(pages)
        ]


def _bitmap(page: Any) -> bytes:  # noqa: ANN401 - pypdfium2 has no types
    """Render a page as a grey BMP, the one format that can be written without a library."""
    width, height = page.get_size()
    scale = min(_SCALE, math.sqrt(_MAX_PIXELS / (width * height)))
    bitmap = page.render(scale=scale, grayscale=True)
    pixels, stride = bytes(bitmap.buffer), bitmap.stride
    rows = (pixels[at : at + bitmap.width] for at in range(0, bitmap.height * stride, stride))
    padded = (bitmap.width + 3) // 4 * 4  # a row's bytes are a multiple of 4
    body = b"".join(row.ljust(padded, b"\0") for row in rows)
    start = 54 + len(_GREYS)
    file_header = struct.pack("<2sIHHI", b"BM", start + len(body), 0, 0, start)
    size = (bitmap.width, -bitmap.height)  # negative: from the top
    return file_header + struct.pack("<IiiHHIIiiII", 40, *size, 1, 8, *[0] * 6) + _GREYS + body
