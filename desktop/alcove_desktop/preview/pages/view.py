"""View of one page or picture, as wide as there is room, with highlighted marks."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from alcove_desktop.look import Appearance
from alcove_desktop.preview.rendering.page_requests import Box

# Lengths are in pixels at a text size of 100 %, but for _PAD.
_MARGIN = 22  # around a page
_MAX_WIDTH = 880  # comfortable to read at a desk
# Paper stays white in every theme, so the highlight colours are fixed too.
_MARKER, _CHOSEN = QColor("#ffe48a"), QColor("#ffb950")
_SHADOW = QColor(0, 0, 0, 28)
_DEBOUNCE = 120  # milliseconds without another change of size
_NOTCH = 120  # one notch of a mouse wheel, in eighths of a degree
_UPPER_THIRD = 1 / 3
_PAD = 2  # pixels, left and right of marked words


class PageView(QAbstractScrollArea):
    """Paints an image drawn elsewhere. Owned by the GUI thread."""

    resized = Signal()
    """The width available for a page changed and has settled, see `wanted_width`."""
    turned = Signal(int)
    """The user scrolled past the lower (1) or upper (-1) edge of the page."""

    def __init__(self, look: Appearance) -> None:
        """Create an empty view."""
        super().__init__()
        self._look = look
        self._image = QImage()
        self._boxes: list[Sequence[Box]] = []
        self._chosen = -1
        self._fits_whole = False
        self._wheeled = 0
        self._settled = QTimer(self, interval=_DEBOUNCE, singleShot=True)
        self._settled.timeout.connect(self.resized)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wanted_width(self) -> int:
        """Return the width at which to draw a page, in device pixels."""
        return round(self._room() * self.devicePixelRatioF())

    def show_page(
        self,
        image: QImage,
        boxes: Sequence[Sequence[Box]],
        *,
        chosen: int = -1,
        fits_whole: bool = False,
    ) -> None:
        """Show a page; keep the scroll position.

        Args:
            image: in device pixels.
            boxes: for each mark, one box a line.
            chosen: the index of the mark to highlight more strongly; -1 for none.
            fits_whole: scale it down to fit the view, and never enlarge it.
        """
        self._image, self._boxes = image, list(boxes)
        self._chosen, self._fits_whole = chosen, fits_whole
        self._arrange()

    def clear(self) -> None:
        """Show nothing."""
        self.show_page(QImage(), ())

    def has_page(self) -> bool:
        """Return whether there is a page."""
        return not self._image.isNull()

    def scroll_to_mark(self) -> None:
        """Scroll the chosen mark, else the first, to the upper third; without marks to the top."""
        marks = self._boxes[max(0, self._chosen) :]
        line = next((lines[0] for lines in marks if lines), None)
        top = self._box_on_page(line).top() if line else 0
        at = round(top - self.viewport().height() * _UPPER_THIRD) if line else 0
        self.verticalScrollBar().setValue(at)

    def scroll_to_edge(self, *, lower: bool) -> None:
        """Scroll to the end or the beginning of the page."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if lower else bar.minimum())

    def go_on(self, step: int) -> None:
        """Scroll a screen down (1) or up (-1); at the edge, turn the page."""
        bar = self.verticalScrollBar()
        edge = bar.maximum() if step > 0 else bar.minimum()
        if bar.value() == edge:
            self.turned.emit(step)
        else:
            bar.setValue(bar.value() + step * bar.pageStep())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, and turn the page past its edges; leave other keys to the parent."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1}
        if event.key() in steps:
            self.go_on(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.scroll_to_edge(lower=event.key() == Qt.Key.Key_End)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; turn the page after one more notch past the edge."""
        bar, delta = self.verticalScrollBar(), event.angleDelta().y()
        at_edge = bar.value() == (bar.minimum() if delta > 0 else bar.maximum())
        if not at_edge or delta * self._wheeled < 0:
            self._wheeled = 0
        if not at_edge:
            super().wheelEvent(event)
            return
        self._wheeled += delta
        if abs(self._wheeled) >= _NOTCH:
            self._wheeled = 0
            self.turned.emit(-1 if delta > 0 else 1)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch the image, and emit `resized` once the width has settled, debounced."""
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self._settled.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Repaint at the new scroll position."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, page and marks."""
        painter = QPainter(self.viewport())
        if self.has_page():
            self._paint_page(painter)
        if self.hasFocus():
            painter.setPen(QColor(self._look.tokens.accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter) -> None:
        page = self._page_rect()
        painter.fillRect(page.adjusted(-1, -1, 1, 2), _SHADOW)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for number, lines in enumerate(self._boxes):
            for line in lines:
                box = self._box_on_page(line).translated(page.topLeft())
                painter.fillRect(box, _CHOSEN if number == self._chosen else _MARKER)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _room(self) -> int:
        """Return the room for a page's width, in pixels; the same with and without a scroll bar."""
        margins = 2 * self._look.px(_MARGIN) + self.verticalScrollBar().sizeHint().width()
        return max(1, min(self.width() - margins, self._look.px(_MAX_WIDTH)))

    def _page_size(self) -> tuple[int, int]:
        """Return the page's width and height, in the window's pixels."""
        own = self._image.width() / self.devicePixelRatioF()
        width: float = self._room()
        if self._fits_whole:
            height = max(1, self.viewport().height() - 2 * self._look.px(_MARGIN))
            tallest = height * self._image.width() / self._image.height()
            width = max(1, min(width, own, tallest))
        return round(width), round(width * self._image.height() / self._image.width())

    def _page_rect(self) -> QRect:
        width, height = self._page_size()
        view = self.viewport()
        left = (view.width() - width) // 2
        top = self._look.px(_MARGIN) - self.verticalScrollBar().value()
        return QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1))

    def _box_on_page(self, box: Box) -> QRect:
        width, height = self._page_size()
        left, top, across, down = box
        exact = QRectF(left * width, top * height, across * width, down * height)
        return exact.toAlignedRect().adjusted(-_PAD, 0, _PAD, 0)

    def _arrange(self) -> None:
        height = self._page_size()[1] + 2 * self._look.px(_MARGIN) if self.has_page() else 0
        bar = self.verticalScrollBar()
        at = bar.value() / max(1, bar.maximum())
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setValue(round(at * bar.maximum()))
        bar.setPageStep(round(self.viewport().height() * 0.9))
        bar.setSingleStep(self._look.px(40))
        self.viewport().update()
