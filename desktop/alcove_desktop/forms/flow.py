"""Lay out controls beside each other, and wrap them into further lines like words."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 8  # pixels


class FlowLayout(QWidget):
    """Owns the positions of a few widgets. Owned by the GUI thread."""

    def __init__(self, *parts: QWidget) -> None:
        """Hold these widgets, in this order."""
        super().__init__()
        self._parts = parts
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrower widget is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width, in pixels."""
        return max((rect.bottom() + 1 for rect in self._rects(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of all widgets in one line."""
        widths = [part.sizeHint().width() + _GAP for part in self._visible()]
        return QSize(max(0, sum(widths) - _GAP), self.heightForWidth(1 << 16))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest widget, and the height at the current width."""
        widths = [part.sizeHint().width() for part in self._visible()]
        return QSize(max(widths, default=0), self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the widgets out again."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Lay the widgets out again when one changed its size, was shown or was hidden."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for part, rect in zip(self._visible(), self._rects(self.width()), strict=True):
            part.setGeometry(rect)
        self.updateGeometry()

    def _visible(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _rects(self, width: int) -> list[QRect]:
        rects, corner, line_height = list[QRect](), QPoint(0, 0), 0
        for part in self._visible():
            size = part.sizeHint()
            if corner.x() and corner.x() + size.width() > width:
                corner, line_height = QPoint(0, corner.y() + line_height + _GAP), 0
            rects.append(QRect(corner, size))
            corner.setX(corner.x() + size.width() + _GAP)
            line_height = max(line_height, size.height())
        return rects
