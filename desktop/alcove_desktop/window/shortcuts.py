"""The keys that work anywhere in the search window."""

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
    """Give the window its keys; those of its menu and of the list are theirs.

    Args:
        window: in which the keys work.
        focus: goes to the field.
        preview: is searched, and paged through.
        modes: Ctrl and a number choose one.
    """
    hit_actions = (
        (QKeySequence("Ctrl+L"), focus),
        (QKeySequence("Ctrl+K"), focus),
        (QKeySequence(QKeySequence.StandardKey.Find), preview.find),
        (QKeySequence("Alt+PgDown"), preview.page_down),
        (QKeySequence("Alt+PgUp"), preview.page_up),
        (QKeySequence("Ctrl+W"), window.close),
    )
    for keys, act in hit_actions:
        QShortcut(keys, window, act)
    for number, mode in enumerate(Mode, 1):
        QShortcut(QKeySequence(f"Ctrl+{number}"), window, partial(modes.choose, mode))
