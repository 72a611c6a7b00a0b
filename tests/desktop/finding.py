"""Finds what a user would look for: a control by its name, the words that are seen."""

from typing import TypeVar

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


def _names(widget: QWidget) -> list[str]:
    text = [widget.text()] if isinstance(widget, QAbstractButton) else []
    return [widget.accessibleName(), *text]
