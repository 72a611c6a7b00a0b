"""The settings bridge sets the login entry and the shortcut."""

import shlex
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alcove_desktop.program.settings_bridge import SettingsBridge
from alcove_desktop.program.shortcut import GlobalShortcut

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems keep it elsewhere"
)


def test_login_starts_the_usual_library_without_naming_it(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    around = SettingsBridge(GlobalShortcut(), home / "data/alcove")
    around.start_at_login(wanted=True)
    assert around.starts_at_login()
    assert started(home)[-1] == "--hidden"
    around.start_at_login(wanted=False)
    assert not around.starts_at_login()


def test_login_starts_the_library_that_is_open(qtbot: QtBot, home: Path) -> None:
    SettingsBridge(GlobalShortcut(), home / "another library").start_at_login(wanted=True)
    assert started(home)[-3:] == ["--hidden", "--library", str(home / "another library")]


def test_without_global_shortcuts_another_way_is_shown(qtbot: QtBot, home: Path) -> None:
    around = SettingsBridge(GlobalShortcut(), home)
    assert not around.shortcuts_available  # this test draws on no display
    assert "alcove-desktop --toggle" in around.set_shortcut("Ctrl+Alt+Space")
    assert around.set_shortcut("") == ""


def started(home: Path) -> list[str]:
    entry = (home / ".config/autostart/alcove.desktop").read_text().splitlines()
    (line,) = (one for one in entry if one.startswith("Exec="))
    return shlex.split(line.removeprefix("Exec="))
