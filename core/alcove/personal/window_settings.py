"""What the user wants of the window: how it looks, where it lay, what closing it means.

It lies beside the settings and apart from them: a window that is moved does not set an indexer to
work, so that none of this raises the settings' revision.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from alcove.personal.database import changed, opened

LEAST_TEXT, LARGEST_TEXT = 80, 200
"""Percent of the usual size of text between which a window can be used."""


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class OnClose(StrEnum):
    """What closing the window means."""

    ASK = "ask"
    STAY = "stay"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How the window is to look and to behave.

    Attributes:
        theme: its colours.
        text_size: percent of the usual size, `LEAST_TEXT` to `LARGEST_TEXT`.
        language: code of the language it speaks, such as “de”; None for the system's.
        on_close: what closing it means where there is no tray.
        tray: whether there is to be an icon in the tray.
        shortcut: key sequence that raises it from anywhere, such as “Ctrl+Alt+Space”; empty: none.
        geometry: where it lay, base64 of what Qt gave; empty before the first time.
        split: widths of results and preview, pixels; None before the first time.
        mode: how was searched last: “best”, “meaning” or “words”.
        first_run_done: whether the first steps were taken.
    """

    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    language: str | None = None
    on_close: OnClose = OnClose.ASK
    tray: bool = True
    shortcut: str = ""
    geometry: str = ""
    split: tuple[int, int] | None = None
    mode: str = "best"
    first_run_done: bool = False


def load_window(path: Path) -> WindowSettings:
    """Read them from the personal database at `path`.

    A value that is missing, or makes no sense, is the default: a window always opens.

    Raises:
        LibraryError: the database is damaged, or a newer Alcove wrote it.
    """
    if not path.exists():
        return WindowSettings()
    with opened(path) as connection:
        return _read(connection)


def change_window(path: Path, edit: Callable[[WindowSettings], WindowSettings]) -> WindowSettings:
    """Replace them by `edit(them)` in one durable transaction and return the new ones.

    Raises:
        LibraryError: as `load_window`, or the disk is full.
    """
    with changed(path) as db:
        before = _read(db.conn)
        wanted = edit(before)
        if wanted != before:
            db.table("window").upsert_all(
                (
                    {"key": of.name, "value": json.dumps(getattr(wanted, of.name))}
                    for of in fields(WindowSettings)
                ),
                pk="key",
            )
        return _read(db.conn)


def _read(connection: sqlite3.Connection) -> WindowSettings:
    stored = dict(connection.execute("SELECT key, value FROM window"))
    values = {}
    for key, meant in _MEANINGS.items():
        try:
            values[key] = meant(json.loads(stored[key]))
        except (KeyError, TypeError, ValueError):
            continue  # never set, damaged, or of another version: the default
    return WindowSettings(**values)


def _switch(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(value, bool):
        raise TypeError
    return value


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError
    return value


def _percent(value: Any) -> int:  # noqa: ANN401
    if not isinstance(value, int) or not LEAST_TEXT <= value <= LARGEST_TEXT:
        raise ValueError
    return value


def _widths(value: Any) -> tuple[int, int] | None:  # noqa: ANN401
    if value is None:
        return None
    left, right = value
    if not (isinstance(left, int) and isinstance(right, int) and min(left, right) >= 0):
        raise ValueError
    return left, right


def _mode(value: Any) -> str:  # noqa: ANN401
    if value not in ("best", "meaning", "words"):
        raise ValueError
    return str(value)


_MEANINGS: Mapping[str, Callable[[Any], Any]] = {
    "theme": Theme,
    "text_size": _percent,
    "language": lambda value: None if value is None else _text(value),
    "on_close": OnClose,
    "tray": _switch,
    "shortcut": _text,
    "geometry": _text,
    "split": _widths,
    "mode": _mode,
    "first_run_done": _switch,
}
