"""Draw one row of the failures list: the file's name, the reason, its folder and the detail."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alcove.library import Failure
from alcove_desktop.health.failures.model import FailuresModel
from alcove_desktop.look import Appearance
from alcove_desktop.texts import paths, reasons
from alcove_desktop.texts.core_messages import told

_HEIGHT, _EDGE, _GAP = 52, 12, 2  # pixels at a text size of 100 %
_Align = Qt.AlignmentFlag


class FailureDelegate(QStyledItemDelegate):
    """Draws rows of one fixed height, which keeps long lists fast. Owned by the GUI thread."""

    def __init__(self, look: Appearance, view: QAbstractItemView) -> None:
        """Create a delegate for one view."""
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the size of any row."""
        return QSize(self._look.px(200), self._look.px(_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        failure = index.data(FailuresModel.FAILURE)
        assert isinstance(failure, Failure)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, option)
        self._paint_text(painter, option.rect, failure)
        painter.restore()

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens, state = self._look.tokens, option.state
        background = option.rect.adjusted(2, 1, -2, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        painter.setBrush(QColor(tokens.selection) if selected else Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens.accent) if focused else Qt.PenStyle.NoPen)
        if selected or focused:
            painter.drawRoundedRect(background, 8, 8)

    def _paint_text(self, painter: QPainter, rect: QRect, failure: Failure) -> None:
        edge, tokens = self._look.px(_EDGE), self._look.tokens
        inside = rect.adjusted(edge, 0, -edge, 0)
        upper = QRect(inside.topLeft(), QSize(inside.width(), inside.height() // 2 - _GAP))
        lower = inside.adjusted(0, inside.height() // 2 + _GAP, 0, 0)
        small, large = self._look.font(12.5), self._look.font(14, bold=True)
        reason = reasons.reason(failure.reason)
        wide = QFontMetrics(small).horizontalAdvance(reason) + edge
        painter.setPen(QColor(tokens.muted))
        _write(painter, upper, reason, small, _Align.AlignRight | _Align.AlignBottom)
        folder, detail = paths.folder_of(failure.path), told(failure.detail)
        below = " · ".join(part for part in (folder, detail) if part)
        _write(painter, lower, below, small, _Align.AlignTop)
        painter.setPen(QColor(tokens.ink))
        name = upper.adjusted(0, 0, -wide, 0)
        _write(painter, name, paths.name_of(failure.path), large, _Align.AlignBottom)


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, align: _Align) -> None:
    painter.setFont(font)
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(rect, align, fitting)
