"""A toggle switch: a check box drawn as a track with a knob."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from alcove_desktop.look import Appearance

_WIDTH, _HEIGHT, _GAP = 40, 24, 3  # the size in design pixels; the gap around the knob in pixels


class Switch(QCheckBox):
    """A switch that acts at once. Owned by the GUI thread."""

    chosen = Signal(bool)
    """The user switched it on or off; not emitted when the program does."""

    def __init__(self, look: Appearance, name: str, parent: QWidget | None = None) -> None:
        """Make a switch; `name` is for assistive technology."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.chosen)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the one size of all switches."""
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return `sizeHint`."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Return True for the whole widget: all of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a track with a knob, and a ring around it if it has the focus."""
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
