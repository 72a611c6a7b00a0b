"""A switch: a check box that looks like what it does."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from alcove_desktop.look import Appearance

_WIDTH, _HEIGHT, _GAP = 40, 24, 3  # of the drawings' pixels


class Switch(QCheckBox):
    """On or off, at once; `chosen` tells what the user does, and only that."""

    chosen = Signal(bool)

    def __init__(self, look: Appearance, name: str, parent: QWidget | None = None) -> None:
        """`name` is what assistive technology reads."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.chosen)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The same for all switches."""
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a track with a knob, and a ring around it where it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        tokens, on = self._look.tokens, self.isChecked()
        track = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setBrush(QColor(tokens.accent if on else tokens.panel))
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.muted), 1.5))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        self._paint_knob(painter, track, tokens.accent_ink if on else tokens.muted)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ink), 1))
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()

    def _paint_knob(self, painter: QPainter, track: QRectF, colour: str) -> None:
        knob = track.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        knob.setWidth(knob.height())
        if self.isChecked() is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight):
            knob.moveRight(track.right() - _GAP)
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(knob)
