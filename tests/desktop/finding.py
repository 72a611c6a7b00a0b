"""Finds what a user would look for: a control by its name, words and colours that are seen."""

from itertools import product
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def named(window: QWidget, kind: type[W], name: str) -> W:
    """The visible control with this accessible name, or, for a button, these words."""
    found = [
        each for each in window.findChildren(kind) if each.isVisible() and name in _names(each)
    ]
    assert len(found) == 1, (name, [_names(each) for each in window.findChildren(kind)])
    return found[0]


def words(window: QWidget) -> str:
    """All that labels say where they are seen."""
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def opaque_colours(image: QImage) -> set[int]:
    """Every colour that a picture has somewhere, as `QColor.rgb` gives it."""
    places = product(range(image.width()), range(image.height()))
    colours = [image.pixelColor(x, y) for x, y in places]
    return {colour.rgb() for colour in colours if colour.alpha() == 255}


def _names(widget: QWidget) -> list[str]:
    text = [widget.text()] if isinstance(widget, QAbstractButton) else []
    return [widget.accessibleName(), *text]
