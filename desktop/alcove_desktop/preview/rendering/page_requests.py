"""What the preview asks its renderer for, and what it gets: plain values."""

from dataclasses import dataclass
from enum import StrEnum

MAX_WIDTH = 4096  # pixels of a page
MAX_BYTES = 64 << 20  # of a page's pixels
BYTES_PER_PIXEL = 4  # red, green, blue, and one that is not used
MAX_MARKS = 200  # on a page

Box = tuple[float, float, float, float]
"""A rectangle on a page: left, top, width, height, each as a share 0…1 of the page's own."""


class PageKind(StrEnum):
    """How the pages of a file are made."""

    PDF = "pdf"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A stretch of text to be found on a page.

    Attributes:
        text: as it stands in the index.
        before: what stands before it there, which tells apart where the page has it twice.
    """

    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page, asked of the process that renders.

    Attributes:
        page: from 0.
        width: pixels; 0 for the marks alone.
        marks: to be found on it.
    """

    page: int
    width: int
    marks: tuple[TextMark, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as the process drew it.

    Attributes:
        pages: how many the file has.
        width: pixels; 0 where none were asked for.
        height: pixels.
        pixels: `BYTES_PER_PIXEL` for each, row by row from the top, without gaps.
        boxes: for each mark, one for each of its lines; empty where it was not found.
    """

    pages: int
    width: int
    height: int
    pixels: bytes
    boxes: tuple[tuple[Box, ...], ...] = ()
