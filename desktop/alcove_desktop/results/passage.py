"""Draw a passage's snippet in two lines, with the evidence highlighted."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)

from alcove.search.answer.excerpt import Excerpt
from alcove_desktop.look import Appearance

_SIZE = 13
_Marks = list[tuple[int, int]]


def draw_passage(
    painter: QPainter, look: Appearance, text: Excerpt, room: QRect, line_height: int
) -> None:
    """Draw a snippet in two lines; "…" replaces text that does not fit.

    Args:
        painter: draws.
        look: colours and text sizes.
        text: the snippet and its evidence.
        room: the rectangle to draw in.
        line_height: in pixels.
    """
    font = look.font(_SIZE)
    marks = [text.sentence] if text.sentence else list(text.words)
    painter.setPen(QColor(look.tokens.ink))
    top = room.top()
    for line, marked in _two_lines(text.text, marks, font, room.width()):
        layout = _laid_out(line, font, room.width(), list(_formats(look, line, marked)))
        gap = (line_height - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(room.left(), top + gap))
        top += line_height


def _two_lines(text: str, marks: _Marks, font: QFont, width: int) -> Iterator[tuple[str, _Marks]]:
    """Yield the text's first line and its elided rest, each with its marks."""
    first = _laid_out(text, font, width)
    length = _code_points(text, first.lineAt(0).textLength()) if first.lineCount() else 0
    yield text[:length].rstrip(), list(_shifted(marks, 0, len(text[:length].rstrip())))
    rest = text[length:]
    if rest:
        shown = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        yield shown, list(_shifted(marks, length, len(shown)))


def _laid_out(
    text: str, font: QFont, width: int, formats: Sequence[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _code_points(text: str, units: int) -> int:
    """Return how many code points the first `units` UTF-16 units of a text are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def _units(text: str) -> int:
    """Return the length of a text in UTF-16 units, Qt's characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _shifted(marks: Iterable[tuple[int, int]], by: int, length: int) -> Iterator[tuple[int, int]]:
    for start, end in marks:
        first, last = max(0, start - by), min(length, end - by)
        if first < last:
            yield first, last


def _formats(look: Appearance, line: str, marks: _Marks) -> Iterator[QTextLayout.FormatRange]:
    for start, end in marks:
        marker = QTextCharFormat()
        marker.setBackground(QBrush(QColor(look.tokens.marker)))
        marker.setForeground(QBrush(QColor(look.tokens.marker_ink)))
        range_ = QTextLayout.FormatRange()
        range_.start, range_.length = _units(line[:start]), _units(line[start:end])
        range_.format = marker
        yield range_
