"""Render PDF pages, and locate texts on them. Runs in the sandbox."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw as pdfium

from alcove.errors import ReadError, Reason
from alcove_desktop.preview.rendering.boxes import Edges, lines
from alcove_desktop.preview.rendering.page_requests import (
    BYTES_PER_PIXEL,
    MAX_BYTES,
    MAX_WIDTH,
    Box,
    TextMark,
)
from alcove_desktop.preview.rendering.text_search import FoldedText, fold, locate

_GRID = 1 << 20  # steps across a page, the resolution of positions on it
_TOO_HIGH = 2.0  # largest trusted ratio of a font's stated height to that of its ink


class PdfPages:
    """An open PDF. For use by one thread, in a sandboxed process."""

    def __init__(self, file: BinaryIO) -> None:
        """Take over an open file; it is read as pages are requested.

        Raises:
            ReadError: it is encrypted or damaged.
        """
        try:
            self._pdf = pypdfium2.PdfDocument(file, autoclose=True)
            self._pdf.init_forms()  # also draws what was filled into forms
        except pypdfium2.PdfiumError as error:
            secret = "password" in str(error).lower()
            raise ReadError(Reason.ENCRYPTED if secret else Reason.DAMAGED) from error
        self.count = len(self._pdf)

    def draw(self, number: int, width: int) -> tuple[int, int, bytes]:
        """Return a page's width and height in pixels, and its pixels as in `DrawnPage`.

        Raises:
            ReadError: the page is damaged.
        """
        page = self._page(number)
        try:
            bitmap = page.render(
                scale=_scale(page.get_width(), page.get_height(), width),
                rev_byteorder=True,
                prefer_bgrx=True,
            )
        except pypdfium2.PdfiumError as error:
            raise ReadError(Reason.DAMAGED) from error
        data = memoryview(bitmap.buffer).cast("B")
        row = bitmap.width * BYTES_PER_PIXEL
        rows = (data[at * bitmap.stride : at * bitmap.stride + row] for at in range(bitmap.height))
        return bitmap.width, bitmap.height, b"".join(rows)

    def boxes(self, number: int, marks: Sequence[TextMark]) -> tuple[tuple[Box, ...], ...]:
        """Locate texts on a page; return a box a line for each, none if it is not there.

        Raises:
            ReadError: the page is damaged.
        """
        if not marks:
            return ()
        page = self._page(number)
        text = page.get_textpage()
        folded = _folded(text)
        return tuple(tuple(_boxes(page, text, folded, mark)) for mark in marks)

    def _page(self, number: int) -> pypdfium2.PdfPage:
        if not number < self.count:
            raise ReadError(Reason.DAMAGED, "It has fewer pages.")
        try:
            return self._pdf[number]
        except pypdfium2.PdfiumError as error:
            raise ReadError(Reason.DAMAGED) from error


def _scale(page_width: float, page_height: float, width: int) -> float:
    """Return the pixels per unit of the page that keep within its width and `MAX_BYTES`."""
    widest = (min(width, MAX_WIDTH) - 0.5) / page_width  # PDFium rounds up
    largest = math.sqrt(MAX_BYTES / BYTES_PER_PIXEL / (page_width * page_height)) * 0.99
    return min(widest, largest)


def _folded(text: pypdfium2.PdfTextPage) -> FoldedText:
    """Return a page's folded text; PDFium's character indexes match those of the text."""
    codes = (pdfium.FPDFText_GetUnicode(text, at) for at in range(text.count_chars()))
    return fold("".join(chr(code) if code < 0x110000 else " " for code in codes))


def _boxes(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, folded: FoldedText, mark: TextMark
) -> Iterator[Box]:
    span = locate(folded, mark.text, mark.before)
    if span is not None:
        for line in lines(_characters(text, *span)):
            if box := _on_page(page, line):
                yield box


def _characters(text: pypdfium2.PdfTextPage, start: int, end: int) -> Iterator[Edges]:
    for at in range(start, end):
        try:
            tight, loose = text.get_charbox(at), text.get_charbox(at, loose=True)
        except pypdfium2.PdfiumError:
            continue  # it has no position, such as the end of a line
        if tight[2] <= tight[0]:
            continue  # a space that PDFium inserted
        higher = (loose[3] - loose[1]) > _TOO_HIGH * _text_height(tight)
        yield tight if higher else (tight[0], loose[1], tight[2], loose[3])


def _text_height(edges: Edges) -> float:
    """Return the height of a box, or 1.5 times its width if that is more."""
    return max(edges[3] - edges[1], (edges[2] - edges[0]) * 1.5)


def _on_page(page: pypdfium2.PdfPage, edges: Edges) -> Box | None:
    """Convert page units to shares of the visible page, whatever its rotation and crop box."""
    left, top = _device(page, edges[0], edges[3])
    right, bottom = _device(page, edges[2], edges[1])
    left, right = sorted((_within(left), _within(right)))
    top, bottom = sorted((_within(top), _within(bottom)))
    return (left, top, right - left, bottom - top) if right > left and bottom > top else None


def _device(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return across.value / _GRID, down.value / _GRID


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
