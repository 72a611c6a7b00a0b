"""A check box drawn in the colours of the theme."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from alcove_desktop.look import Appearance

_BOX, _GAP = 18, 10  # design pixels
_RING = 5.5  # pixels around the text


class CheckBox(QCheckBox):
    """A check box with its text in semibold. Owned by the GUI thread."""

    def __init__(self, look: Appearance, text: str) -> None:
        """Show `text` beside the box."""
        super().__init__(text)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the size of the box and the text."""
        metrics, px = self.fontMetrics(), self._look.px
        width = px(_BOX) + px(_GAP) + metrics.horizontalAdvance(self.text()) + 8
        return QSize(width, max(px(_BOX), metrics.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the box and a few letters."""
        return QSize(self._look.px(120), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Return True for the whole widget: all of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick, the text, and a ring around the text if it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, side = self._look.tokens, self._look.px(_BOX)
        box = QRect(1, (self.height() - side) // 2, side, side)
        on = self.isChecked()
        edge = tokens.accent if on or self.hasFocus() else tokens.muted
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(tokens.accent if on else tokens.field))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if on:
            self._look.icon("check", "accent_ink").paint(painter, box.adjusted(3, 3, -3, -3))
        text_rect = self.rect().adjusted(side + self._look.px(_GAP), 0, 0, 0)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, text_rect.width()
        )
        painter.setPen(QColor(tokens.ink))
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            self._paint_ring(painter, text_rect, self.fontMetrics().horizontalAdvance(shown))
        painter.end()

    def _paint_ring(self, painter: QPainter, text_rect: QRect, width: int) -> None:
        ring = QRectF(text_rect).adjusted(-_RING, 0.5, 0, -0.5)
        ring.setWidth(min(width + 2 * _RING, ring.width() - 0.5))
        painter.setPen(QPen(QColor(self._look.tokens.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, 4, 4)

    def _restyle(self) -> None:
        self.setFont(self._look.font(14, bold=True))
        self.updateGeometry()
