"""Type queries into the search window and wait for their answers."""

import os
from pathlib import Path

from pytestqt.qtbot import QtBot

from alcove_desktop.window import SearchWindow

RENT = "may the owner ask for more money before the lease ends"
_SOON = 30_000  # milliseconds: the model is loaded with the first question


def type_in(window: SearchWindow, qtbot: QtBot, text: str) -> None:
    """Type into the field and wait for the answer to all of it."""
    window.field.question.setFocus()
    window.field.question.clear()
    qtbot.keyClicks(window.field.question, text)
    qtbot.waitUntil(lambda: window.conversation.is_answered, timeout=_SOON)


def names(window: SearchWindow) -> list[str]:
    hits = window.results.list.results
    rows = [hits.row(at) for at in range(hits.rowCount())]
    return [Path(os.fsdecode(row.hit.path)).name for row in rows if row]
