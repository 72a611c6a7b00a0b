"""Boxes of characters → one box for each line."""

from collections.abc import Iterable, Iterator

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top, in the units of a PDF page; y grows upwards."""

_GAP = 3.0  # largest gap between characters of one line, as a multiple of the line's height
_OVERLAP = 0.5  # least vertical overlap on one line, as a share of the lower box's height


def lines(characters: Iterable[Edges]) -> Iterator[Edges]:
    """Join the boxes of characters, in the order of the text, into one box for each line.

    Columns stay apart: a line ends at a wide gap, to the right or to the left.
    """
    line: Edges | None = None
    for box in characters:
        if line and _continues(line, box):
            line = _joined(line, box)
            continue
        if line:
            yield line
        line = box
    if line:
        yield line


def _continues(line: Edges, box: Edges) -> bool:
    height = max(line[3] - line[1], box[3] - box[1])
    lower = min(line[3] - line[1], box[3] - box[1])
    overlap = min(line[3], box[3]) - max(line[1], box[1])
    gap = max(box[0] - line[2], line[0] - box[2])  # to the right, or to the left in some scripts
    return overlap >= _OVERLAP * lower and gap <= _GAP * height


def _joined(line: Edges, box: Edges) -> Edges:
    return (
        min(line[0], box[0]),
        min(line[1], box[1]),
        max(line[2], box[2]),
        max(line[3], box[3]),
    )
