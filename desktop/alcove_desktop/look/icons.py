"""Make icons from the one-colour SVGs in the resources: recoloured, sharp at every scale."""

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from alcove_resources import read_text

_DRAWN_IN = "#000"


class _SvgIcon(QIconEngine):
    """An icon engine that renders one SVG at any size and scale. Owned by the GUI thread."""

    def __init__(self, drawing: str) -> None:
        super().__init__()
        self._drawing = drawing
        self._renderer = QSvgRenderer(QByteArray(drawing.encode()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        side = min(rect.width(), rect.height())
        left = rect.x() + (rect.width() - side) / 2
        top = rect.y() + (rect.height() - side) / 2
        self._renderer.render(painter, QRectF(left, top, side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _SvgIcon(self._drawing)


def icon(name: str, colour: str) -> QIcon:
    """Return the icon of that name in a colour "#rrggbb".

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    return QIcon(_SvgIcon(read_text(f"icons/{name}.svg").replace(_DRAWN_IN, colour)))
