"""Store the window's settings: look, geometry, and the meaning of closing it.

They are stored beside the library's settings, but separately: moving a window must not start the
indexer, so none of them raises the settings' revision.
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
"""Smallest and largest usable text size, in percent of the usual size."""


class Theme(StrEnum):
    """Colour theme of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class OnClose(StrEnum):
    """Action on closing the window."""

    ASK = "ask"
    STAY = "stay"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """Look and behaviour of the window.

    Attributes:
        theme: colour theme.
        text_size: percent of the usual size, `LEAST_TEXT` to `LARGEST_TEXT`.
        language: language code of the interface, such as “de”; None for the system's.
        on_close: action on closing where there is no tray.
        tray: whether to show an icon in the tray.
        shortcut: key sequence that raises it from anywhere, such as “Ctrl+Alt+Space”; empty: none.
        geometry: last position and size, Qt's bytes in base64; empty before the first use.
        split: widths of results and preview, pixels; None before the first use.
        mode: last search mode: “best”, “meaning” or “words”.
        first_run_done: whether the first-run setup was completed.
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
    """Read the window's settings from the personal database at `path`.

    A missing or invalid value falls back to its default: a window always opens.

    Raises:
        LibraryError: the database is damaged, or a newer Alcove wrote it.
    """
    if not path.exists():
        return WindowSettings()
    with opened(path) as connection:
        return _read(connection)


def change_window(path: Path, edit: Callable[[WindowSettings], WindowSettings]) -> WindowSettings:
    """Replace the settings by `edit(settings)` in one durable transaction; return the new ones.

    Raises:
        LibraryError: as `load_window`, or the disk is full.
    """
    with changed(path) as db:
        before = _read(db.conn)
        edited = edit(before)
        if edited != before:
            db.table("window").upsert_all(
                (
                    {"key": field.name, "value": json.dumps(getattr(edited, field.name))}
                    for field in fields(WindowSettings)
                ),
                pk="key",
            )
        return _read(db.conn)


def _read(connection: sqlite3.Connection) -> WindowSettings:
    stored = dict(connection.execute("SELECT key, value FROM window"))
    values = {}
    for key, parse in _PARSERS.items():
        try:
            values[key] = parse(json.loads(stored[key]))
        except (KeyError, TypeError, ValueError):
            continue  # never set, damaged, or of another version: the default
    return WindowSettings(**values)


def _switch(value: Any) -> bool:  # noqa: ANN401 - any JSON value
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


_PARSERS: Mapping[str, Callable[[Any], Any]] = {
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
