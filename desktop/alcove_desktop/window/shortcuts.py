"""Keyboard shortcuts that work anywhere in the search window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from alcove.search import Mode
from alcove_desktop.preview.pane import PreviewPane
from alcove_desktop.window.query.modes import ModeSelector


def add_shortcuts(
    window: QWidget, *, focus: Callable[[], None], preview: PreviewPane, modes: ModeSelector
) -> None:
    """Add the shortcuts, except those that the menu and the list define themselves.

    Args:
        window: the window in which they work.
        focus: gives the query field the focus.
        preview: the preview to find in and to scroll.
        modes: the modes that Ctrl and a number select.
    """
    shortcuts = (
        (QKeySequence("Ctrl+L"), focus),
        (QKeySequence("Ctrl+K"), focus),
        (QKeySequence(QKeySequence.StandardKey.Find), preview.find),
        (QKeySequence("Alt+PgDown"), preview.page_down),
        (QKeySequence("Alt+PgUp"), preview.page_up),
        (QKeySequence("Ctrl+W"), window.close),
    )
    for keys, act in shortcuts:
        QShortcut(keys, window, act)
    for number, mode in enumerate(Mode, 1):
        QShortcut(QKeySequence(f"Ctrl+{number}"), window, partial(modes.choose, mode))
