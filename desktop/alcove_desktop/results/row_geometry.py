"""Lay out the parts of a row at the user's text size."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from alcove_desktop.look import Appearance

# In pixels at a text size of 100 %.
_OUTSIDE, _GAP, _PADDING = 10, 8, 12
_SHEET = (34, 42)
_TEXT_AT = _PADDING + _SHEET[0] + 13
_TITLE, _WHERE, _LINE, _PLACE = 21, 20, 19, 18
_BAR = (56, 4)
_LINES = 2


@dataclass(frozen=True, slots=True)
class RowGeometry:
    """The parts of one row, in the list's coordinates.

    Attributes:
        whole: the area filled when the row is selected.
        sheet: the icon with the format's label; unused in rows of other passages.
        title: title and date, on one line.
        where: the path.
        passage: the two-line snippet.
        bar: the score bar.
        place: page or line, beside the bar.
        line: height of one line of the snippet, in pixels.
    """

    whole: QRect
    sheet: QRect
    title: QRect
    where: QRect
    passage: QRect
    bar: QRect
    place: QRect
    line: int


def height(look: Appearance, *, is_hit: bool, has_text: bool) -> int:
    """Return the height of a row in pixels, with the gap above it."""
    head = _TITLE + _WHERE if is_hit else 0
    text = _LINES * _LINE + 4 if has_text else 0
    return look.px(head + text + _PLACE + 2 * _PADDING) + (look.px(2) if not is_hit else 0)


def lay_out_row(look: Appearance, rect: QRect, *, is_hit: bool, has_text: bool) -> RowGeometry:
    """Return the parts of a row that fills `rect`."""
    px = look.px
    whole = rect.adjusted(px(_OUTSIDE), 0, -px(_OUTSIDE), 0)
    left, right = whole.left() + px(_TEXT_AT), whole.right() - px(_PADDING)
    width, top = right - left, whole.top() + px(_PADDING)
    sheet = QRect(whole.left() + px(_PADDING), top, px(_SHEET[0]), px(_SHEET[1]))
    title = QRect(left, top, width, px(_TITLE) if is_hit else 0)
    where = QRect(left, title.top() + title.height(), width, px(_WHERE) if is_hit else 0)
    text_top = where.top() + where.height() + px(2)
    passage = QRect(left, text_top, width, px(_LINES * _LINE) if has_text else 0)
    place_top = passage.top() + passage.height() + (px(2) if has_text else 0)
    place = QRect(left, place_top, width, px(_PLACE))
    bar = QRect(left, place.center().y() - px(_BAR[1]) // 2, px(_BAR[0]), px(_BAR[1]))
    place.setLeft(bar.right() + px(12))
    return RowGeometry(whole, sheet, title, where, passage, bar, place, px(_LINE))
