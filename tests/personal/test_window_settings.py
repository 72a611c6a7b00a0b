"""The window's settings are stored apart from the library's, and never stop a window."""

import json
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from alcove.personal import (
    LibraryFolder,
    OnClose,
    Settings,
    Theme,
    WindowSettings,
    change,
    change_window,
    load_window,
    revision,
)
from alcove.search import Mode

EVERYTHING = WindowSettings(
    theme=Theme.DARK,
    text_size=125,
    language="de",
    on_close=OnClose.QUIT,
    tray=False,
    shortcut="Ctrl+Alt+Space",
    geometry="AdnQywAD",
    split=(420, 0),
    mode="words",
    first_run_done=True,
)


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return LibraryFolder(tmp_path).personal


def put(personal: Path, key: str, value: str) -> None:
    with closing(sqlite3.connect(personal)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO window VALUES (?, ?)", (key, value))


def test_before_the_first_change_there_are_defaults_and_no_file(personal: Path) -> None:
    assert load_window(personal) == WindowSettings()
    assert not personal.exists()


def test_everything_is_kept(personal: Path) -> None:
    default = WindowSettings()
    names = [of.name for of in fields(WindowSettings)]
    assert all(getattr(EVERYTHING, name) != getattr(default, name) for name in names)
    assert change_window(personal, lambda _: EVERYTHING) == EVERYTHING
    assert load_window(personal) == EVERYTHING
    assert change_window(personal, lambda _: default) == default == load_window(personal)


def test_an_edit_gets_the_old_settings(personal: Path) -> None:
    change_window(personal, lambda _: EVERYTHING)
    edited = change_window(personal, lambda now: replace(now, text_size=now.text_size + 5))
    assert edited == replace(EVERYTHING, text_size=130)


def test_no_change_of_the_window_raises_the_revision(personal: Path) -> None:
    change(personal, lambda _: Settings((b"/a",)))
    change_window(personal, lambda _: EVERYTHING)
    assert revision(personal) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", '"purple"'),
        ("theme", "[]"),
        ("text_size", "79"),
        ("text_size", '"100"'),
        ("text_size", "true"),
        ("language", "7"),
        ("on_close", "null"),
        ("tray", "1"),
        ("shortcut", "null"),
        ("geometry", "{"),
        ("split", "[1]"),
        ("split", "[-1, 2]"),
        ("split", "[1, null]"),
        ("split", '"ab"'),
        ("mode", '"fast"'),
        ("mode", "[]"),
        ("first_run_done", '"yes"'),
    ],
)
def test_an_invalid_value_is_its_default_and_the_others_stay(
    personal: Path, key: str, value: str
) -> None:
    change_window(personal, lambda _: EVERYTHING)
    put(personal, key, value)
    assert load_window(personal) == replace(EVERYTHING, **{key: getattr(WindowSettings(), key)})


def test_a_key_of_another_version_is_ignored_and_kept(personal: Path) -> None:
    change_window(personal, lambda _: EVERYTHING)
    put(personal, "opacity", "0.5")
    assert load_window(personal) == EVERYTHING
    change_window(personal, lambda now: replace(now, tray=True))
    with closing(sqlite3.connect(personal)) as connection:
        kept = connection.execute("SELECT value FROM window WHERE key = 'opacity'").fetchone()
    assert kept == ("0.5",)


@pytest.mark.parametrize("mode", Mode)
def test_every_way_of_searching_is_remembered(personal: Path, mode: Mode) -> None:
    change_window(personal, lambda now: replace(now, mode=mode))
    put(personal, "mode", json.dumps(str(mode)))
    assert load_window(personal).mode == mode
