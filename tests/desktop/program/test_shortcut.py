"""A global shortcut works from any program, and a refused one has a reason."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alcove_desktop.program.shortcut import GlobalShortcut

LISTENS = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from alcove_desktop.program.shortcut import GlobalShortcut

app = QGuiApplication([])
shortcut, other = GlobalShortcut(), GlobalShortcut()
assert shortcut.available
assert shortcut.set(sys.argv[1]) == "", shortcut.set(sys.argv[1])
print(other.set(sys.argv[1]), flush=True)
presses = []
shortcut.pressed.connect(lambda: (presses.append(1), len(presses) < 2 and press("Num_Lock")))
shortcut.pressed.connect(lambda: len(presses) == 2 and app.quit())

def press(*before):
    subprocess.run(["xdotool", "key", *before, sys.argv[2]], check=True)

shortcut.pressed.connect(lambda: None)
press()
app.exec()
shortcut.close()
print(other.set(sys.argv[1]) or "free again", flush=True)
"""


@pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is not installed")
@pytest.mark.parametrize(
    ("sequence", "keys"),
    [
        ("Ctrl+Alt+Space", "ctrl+alt+space"),
        ("Meta+K", "super+k"),
        ("Shift+F5", "shift+F5"),
        ("Ctrl+.", "ctrl+period"),
    ],
)
def test_it_is_heard_with_num_lock_on_and_off_and_by_one_program(
    display: dict[str, str], tmp_path: Path, sequence: str, keys: str
) -> None:
    script = tmp_path / "listens.py"
    script.write_text(LISTENS)
    command = [sys.executable, str(script), sequence, keys]
    ended = subprocess.run(
        command, env=display, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout.splitlines() == [
        "Another program uses this shortcut. Choose a different one.",
        "free again",
    ], ended.stderr


def test_without_global_shortcuts_the_advice_is_given(qtbot: QtBot) -> None:
    shortcut = GlobalShortcut()
    assert not shortcut.available
    assert "alcove-desktop --toggle" in shortcut.set("Ctrl+Alt+Space")
    assert shortcut.set("") == ""


@pytest.mark.parametrize(
    ("sequence", "why"),
    [
        ("K", "one key with"),
        ("Shift+K", "one key with"),
        ("Ctrl+K, Ctrl+S", "one key with"),
    ],
)
def test_keys_that_make_no_shortcut_are_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, sequence: str, why: str
) -> None:
    monkeypatch.setattr(GlobalShortcut, "available", True)  # nothing is grabbed before the check
    assert why in GlobalShortcut().set(sequence)
