"""Controls beside each other, which go on in the next line where there is little room."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 8  # pixels


class FlowLayout(QWidget):
    """Owns the place of a few widgets; the drawing thread's."""

    def __init__(self, *parts: QWidget) -> None:
        """Hold these, in this order."""
        super().__init__()
        self._parts = parts
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the lines take."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one line."""
        widths = [part.sizeHint().width() + _GAP for part in self._seen()]
        return QSize(max(0, sum(widths) - _GAP), self.heightForWidth(1 << 16))

    def minimumSizeHint(self) -> QSize:
        """The widest part."""
        widths = [part.sizeHint().width() for part in self._seen()]
        return QSize(max(widths, default=0), self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place anew what has got another size, came or went."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for part, place in zip(self._seen(), self._places(self.width()), strict=True):
            part.setGeometry(place)
        self.updateGeometry()

    def _seen(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        places, at, line = list[QRect](), QPoint(0, 0), 0
        for part in self._seen():
            size = part.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + _GAP), 0
            places.append(QRect(at, size))
            at.setX(at.x() + size.width() + _GAP)
            line = max(line, size.height())
        return places
