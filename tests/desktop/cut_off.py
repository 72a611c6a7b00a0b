"""Looks for words that do not fit where they stand."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from alcove_desktop.forms import CheckBox, ElidedLabel


def cut_off(window: QWidget) -> list[str]:
    """The texts of visible labels, buttons and choices that have less room than they need."""
    kinds = (QLabel, QAbstractButton, QComboBox)
    widgets = [each for kind in kinds for each in window.findChildren(kind)]
    return [_name(each) for each in widgets if each.isVisible() and not _fits(each)]


def _fits(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or not parent.rect().contains(widget.geometry()):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height()
    hint = widget.minimumSizeHint() if _is_elided(widget) else widget.sizeHint()
    return hint.width() <= widget.width() and hint.height() <= widget.height()


def _is_elided(widget: QWidget) -> bool:
    return isinstance(widget, CheckBox | ElidedLabel)


def _name(widget: QWidget) -> str:
    text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()  # type: ignore[attr-defined]  # all of the others have one
    return f"{type(widget).__name__} “{text}” {widget.size()} of {widget.sizeHint()}"
