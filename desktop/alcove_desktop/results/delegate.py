"""Draw a row of the list: icon, title and date, path, two-line snippet, score bar and place."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alcove_desktop.look import Appearance
from alcove_desktop.results import row_texts
from alcove_desktop.results.model import ROW
from alcove_desktop.results.passage import draw_passage
from alcove_desktop.results.row_geometry import RowGeometry, height, lay_out_row
from alcove_desktop.results.rows import ResultRow
from alcove_desktop.texts.dates import day
from alcove_desktop.texts.kinds import label

_Align = Qt.AlignmentFlag
_RADIUS = 10
_STALE = 0.45  # opacity


class RowDelegate(QStyledItemDelegate):
    """Paints rows in the current theme and text size. Owned by the GUI thread."""

    def __init__(self, look: Appearance, parent: QObject) -> None:
        """Create a delegate for an appearance."""
        super().__init__(parent)
        self._look = look
        self.is_stale = False
        """Whether the hits belong to an earlier query; they are drawn faded."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row; the list sets its width."""
        row: ResultRow = index.data(ROW)
        return QSize(
            100, height(self._look, is_hit=row.place is None, has_text=row.text is not None)
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        row: ResultRow = index.data(ROW)
        parts = lay_out_row(
            self._look,
            option.rect,
            is_hit=row.place is None,
            has_text=row.text is not None,
        )
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_STALE if self.is_stale else 1.0)
        self._draw_background(painter, parts.whole, state)
        if row.place is None:
            self._draw_sheet(painter, parts.sheet, row)
            self._draw_head(painter, parts, row)
        if row.text is not None:
            draw_passage(painter, self._look, row.text, parts.passage, parts.line)
        self._draw_foot(painter, parts, row)
        painter.restore()

    def _draw_background(self, painter: QPainter, whole: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            radius = self._look.px(_RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.tokens.selection))
            painter.drawRoundedRect(whole, radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self._look.tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)

    def _draw_sheet(self, painter: QPainter, sheet: QRect, row: ResultRow) -> None:
        tokens = self._look.tokens
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.sheet))
        painter.drawRoundedRect(sheet, 4, 4)
        painter.setPen(QColor(tokens.muted))
        font = self._look.font(9, bold=True)
        text = label(row.hit.format)
        if QFontMetrics(font).horizontalAdvance(text) > sheet.width() - 4:
            font = self._look.font(8, bold=True)
        painter.setFont(font)
        bottom = sheet.adjusted(0, 0, 0, -self._look.px(6))
        painter.drawText(bottom, _Align.AlignHCenter | _Align.AlignBottom, text)

    def _draw_head(self, painter: QPainter, parts: RowGeometry, row: ResultRow) -> None:
        tokens, font = self._look.tokens, self._look.font(12.5)
        date = day(row.hit.modified)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(parts.title, _Align.AlignRight | _Align.AlignVCenter, date)
        metrics = QFontMetrics(font)
        path = metrics.elidedText(
            row_texts.where(row), Qt.TextElideMode.ElideMiddle, parts.where.width()
        )
        painter.drawText(parts.where, _Align.AlignLeft | _Align.AlignVCenter, path)
        room = parts.title.adjusted(0, 0, -metrics.horizontalAdvance(date) - self._look.px(12), 0)
        self._draw_title(painter, room, row)

    def _draw_title(self, painter: QPainter, room: QRect, row: ResultRow) -> None:
        font = self._look.font(14.5, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(self._look.tokens.ink))
        text = QFontMetrics(font).elidedText(
            row_texts.title(row), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _Align.AlignLeft | _Align.AlignVCenter, text)

    def _draw_foot(self, painter: QPainter, parts: RowGeometry, row: ResultRow) -> None:
        tokens = self._look.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(parts.bar, 2, 2)
        filled = QRect(parts.bar)
        filled.setWidth(round(parts.bar.width() * min(1.0, max(0.0, row.score))))
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(filled, 2, 2)
        font = self._look.font(12.5)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        text = QFontMetrics(font).elidedText(
            row_texts.place(row), Qt.TextElideMode.ElideRight, parts.place.width()
        )
        painter.drawText(parts.place, _Align.AlignLeft | _Align.AlignVCenter, text)
