"""Read what is visible in the pane: labels, buttons, highlights and colours."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from alcove_desktop.preview.pages.view import PageView
from alcove_desktop.preview.pane import PreviewPane
from alcove_desktop.preview.text.view import TextView


def labels(pane: PreviewPane) -> list[str]:
    """Return the texts of the visible labels, from the top."""
    seen = [label for label in pane.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in sorted(seen, key=lambda one: one.mapTo(pane, _TOP).y())]


def button(pane: PreviewPane, text: str) -> QPushButton:
    """Return the button with this text."""
    (found,) = [one for one in pane.findChildren(QPushButton) if one.text() == text]
    return found


def text_view(pane: PreviewPane) -> TextView:
    found = pane.findChild(TextView)
    assert found is not None
    return found


def page_view(pane: PreviewPane) -> PageView:
    found = pane.findChild(PageView)
    assert found is not None
    return found


def marked_texts(view: TextView) -> list[str]:
    """Return the highlighted parts of a text."""
    return [selection.cursor.selectedText() for selection in view.extraSelections()]


def coloured(widget: QWidget, colour: str) -> QRect:
    """Return where a widget shows a colour; empty if nowhere."""
    image, wanted, seen = widget.grab().toImage(), QColor(colour).rgb(), QRect()
    for y in range(image.height()):
        row = [x for x in range(image.width()) if image.pixel(x, y) == wanted]
        if row:
            seen = seen.united(QRect(row[0], y, row[-1] - row[0] + 1, 1))
    return seen


def looks(widget: QWidget) -> QImage:
    return widget.grab().toImage()


_TOP = QPoint(0, 0)
