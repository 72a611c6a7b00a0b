"""Where the parts of a row lie, at the user's text size."""

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
    """The parts of one row, in the coordinates of the list.

    Attributes:
        whole: what is filled when the row is chosen.
        sheet: the small sheet with the type; empty for further passages.
        title: title and date, on one line.
        where: the path.
        passage: two lines of text.
        bar: of relevance.
        place: page or line, beside the bar.
        line: height of a line of the passage.
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
    """How high a row is, with the gap above it."""
    head = _TITLE + _WHERE if is_hit else 0
    text = _LINES * _LINE + 4 if has_text else 0
    return look.px(head + text + _PLACE + 2 * _PADDING) + (look.px(2) if not is_hit else 0)


def measures(look: Appearance, rect: QRect, *, is_hit: bool, has_text: bool) -> RowGeometry:
    """The parts of a row that fills `rect`."""
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
