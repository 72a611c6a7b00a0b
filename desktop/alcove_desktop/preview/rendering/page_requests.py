"""Requests to the renderer's process and its answers, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

MAX_WIDTH = 4096  # pixels of a page
MAX_BYTES = 64 << 20  # of a page's pixels
BYTES_PER_PIXEL = 4  # red, green, blue, and one unused
MAX_MARKS = 200  # on a page

Box = tuple[float, float, float, float]
"""A rectangle on a page: left, top, width, height, each as a share 0…1 of the page's own."""


class PageKind(StrEnum):
    """How the pages of a file are drawn."""

    PDF = "pdf"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A stretch of text to locate on a page.

    Attributes:
        text: as stored in the index.
        before: the text before it in the index, to choose among several matches on the page.
    """

    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A request for one page, sent to the renderer's process.

    Attributes:
        page: from 0.
        width: pixels; 0 for the marks alone.
        marks: texts to locate on it.
    """

    page: int
    width: int
    marks: tuple[TextMark, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page drawn by the process.

    Attributes:
        pages: number of pages in the file.
        width: pixels; 0 if none were requested.
        height: pixels.
        pixels: `BYTES_PER_PIXEL` for each, row by row from the top, without gaps.
        boxes: for each mark, one box a line; empty if it was not located.
    """

    pages: int
    width: int
    height: int
    pixels: bytes
    boxes: tuple[tuple[Box, ...], ...] = ()
