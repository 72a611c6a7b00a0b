"""Labels, buttons and lines, styled by their kind: plain text, whatever it is that they show."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

_SHORTEST = 12  # characters of an elided label that are always seen


def label(text: str, kind: str = "", *, wrap: bool = True) -> QLabel:
    """A label of plain text; `kind` is what the style sheets know it by."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    return made


def button(text: str, kind: str = "", *, name: str = "") -> QPushButton:
    """A button; `name` is what assistive technology reads where the text does not say enough."""
    made = QPushButton(text)
    made.setAutoDefault(True)  # so that Return presses it where it has the focus
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if kind:
        made.setProperty("kind", kind)
    if name:
        made.setAccessibleName(name)
    return made


def line() -> QFrame:
    """A line of one pixel that separates what is above it from what is below."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made


def side_by_side(*parts: QWidget) -> QWidget:
    """Controls beside each other, as one."""
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return together


def tip(text: str) -> str:
    """A text as a tip: Qt would take one with angle brackets in it for rich text."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if "<" in text else text


class ElidedLabel(QLabel):
    """One line of plain text, shortened where it does not fit; the tip has it all."""

    def __init__(
        self,
        text: str = "",
        kind: str = "muted",
        *,
        shorten: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        """Show `text`, most often a path.

        Args:
            text: what is shown.
            kind: what the style sheets know it by.
            shorten: where it may be cut.
        """
        super().__init__(text)
        self._shorten = shorten
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few characters."""
        width = self.fontMetrics().averageCharWidth() * min(_SHORTEST, len(self.text()))
        return QSize(width, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Give the whole text as the tip, only where it is not seen whole."""
        if event.type() is QEvent.Type.ToolTip:
            fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
            self.setToolTip("" if fits else tip(self.text()))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        place = self.rect().adjusted(max(self.indent(), 0), 0, 0, 0)
        shown = self.fontMetrics().elidedText(self.text(), self._shorten, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
