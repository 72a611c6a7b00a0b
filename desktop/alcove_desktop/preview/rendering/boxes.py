"""From the boxes of characters to one box for each line."""

from collections.abc import Iterable, Iterator

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top, in the units of a PDF page; y grows upwards."""

_GAP = 3.0  # the widest between characters of one line, in heights of the line
_OVERLAP = 0.5  # of the lower of two boxes that has to stand beside the other on one line


def lines(characters: Iterable[Edges]) -> Iterator[Edges]:
    """Join the boxes of characters, in the order of the text, to one for each line.

    Columns stay apart: a line ends where the text goes back or leaves a wide gap.
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
    beside = min(line[3], box[3]) - max(line[1], box[1])
    gap = max(box[0] - line[2], line[0] - box[2])  # to the right, or to the left in some scripts
    return beside >= _OVERLAP * lower and gap <= _GAP * height


def _joined(line: Edges, box: Edges) -> Edges:
    return (
        min(line[0], box[0]),
        min(line[1], box[1]),
        max(line[2], box[2]),
        max(line[3], box[3]),
    )
