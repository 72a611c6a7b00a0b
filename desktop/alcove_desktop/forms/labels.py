"""Make labels, buttons and lines, styled by their kind; their text is always plain text."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

_SHORTEST = 12  # characters of an elided label that are always visible


def label(text: str, kind: str = "", *, wrap: bool = True) -> QLabel:
    """Make a label of plain text; the style sheets select it by `kind`."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(wrap)
    if kind:
        widget.setProperty("kind", kind)
    return widget


def button(text: str, kind: str = "", *, name: str = "") -> QPushButton:
    """Make a button; `name` is for assistive technology, if the text does not say enough."""
    widget = QPushButton(text)
    widget.setAutoDefault(True)  # so that Return presses it when it has the focus
    widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if kind:
        widget.setProperty("kind", kind)
    if name:
        widget.setAccessibleName(name)
    return widget


def line() -> QFrame:
    """Make a separating line, one pixel high."""
    widget = QFrame()
    widget.setProperty("kind", "line")
    widget.setFixedHeight(1)
    return widget


def side_by_side(*parts: QWidget) -> QWidget:
    """Put controls beside each other in one widget."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return widget


def tip(text: str) -> str:
    """Return a text as a tooltip; escape it if Qt might take its angle brackets for rich text."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if "<" in text else text


class ElidedLabel(QLabel):
    """One line of plain text, elided if it does not fit; the tooltip has the whole text."""

    def __init__(
        self,
        text: str = "",
        kind: str = "muted",
        *,
        shorten: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        """Show `text`, most often a path.

        Args:
            text: the whole text.
            kind: the style sheets select it by this.
            shorten: where to elide it.
        """
        super().__init__(text)
        self._shorten = shorten
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few characters."""
        width = self.fontMetrics().averageCharWidth() * min(_SHORTEST, len(self.text()))
        return QSize(width, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Set the whole text as the tooltip, only if the label is elided."""
        if event.type() is QEvent.Type.ToolTip:
            fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
            self.setToolTip("" if fits else tip(self.text()))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, elided to the width."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.rect().adjusted(max(self.indent(), 0), 0, 0, 0)
        shown = self.fontMetrics().elidedText(self.text(), self._shorten, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
