"""Starting at login writes the entry that the desktop reads, and removes it again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from alcove.errors import AlcoveError
from alcove_desktop.program import autostart

from .processes import until

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems keep it elsewhere"
)


def test_it_is_off_until_it_is_switched_on(home: Path) -> None:
    assert not autostart.is_on()
    autostart.switch(["alcove-desktop", "--hidden"], on=True)
    assert autostart.is_on()
    autostart.switch([], on=False)
    assert not autostart.is_on()
    assert list((home / ".config/autostart").iterdir()) == []


def test_switching_twice_changes_nothing(home: Path) -> None:
    for on in (True, True, False, False):
        autostart.switch(["alcove-desktop"], on=on)
        assert autostart.is_on() == on


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_switched_off_is_off(home: Path, line: str) -> None:
    autostart.switch(["alcove-desktop"], on=True)
    entry = home / ".config/autostart/alcove.desktop"
    kept = [one for one in entry.read_text().splitlines() if not one.startswith(line.split("=")[0])]
    entry.write_text("\n".join([*kept, line]))
    assert not autostart.is_on()


def test_the_entry_starts_the_same_command(home: Path, tmp_path: Path) -> None:
    """Start it by GLib, with which many desktops read such entries."""
    if not shutil.which("gio"):
        pytest.skip("gio is not installed")
    script, told = tmp_path / 'my "apps" $HOME\n', tmp_path / "told"
    script.write_text(f'#!/bin/sh\nprintf "%s" "$*" > "{told}.new" && mv "{told}.new" "{told}"\n')
    script.chmod(0o755)
    autostart.switch([str(script), "--hidden", "a\\b `c` 100%\n\t'd'"], on=True)
    entry = home / ".config/autostart/alcove.desktop"
    subprocess.run(["gio", "launch", entry], check=True, timeout=60)
    until(told.exists)  # gio does not wait for what it started
    assert told.read_text() == "--hidden a\\b `c` 100%\n\t'd'"


def test_desktops_can_see_that_the_program_is_gone() -> None:
    assert "\nTryExec=/opt/al\\\\cove\n" in autostart.desktop_entry(["/opt/al\\cove", "--hidden"])


def test_a_command_that_no_entry_can_hold_is_refused(home: Path) -> None:
    with pytest.raises(AlcoveError, match="not Unicode") as refused:
        autostart.switch([os.fsdecode(b"/opt/\xff/alcove-desktop")], on=True)
    assert refused.value.advice
    assert not autostart.is_on()


def test_a_folder_that_cannot_be_written_is_reported(home: Path) -> None:
    (home / ".config").write_text("not a folder")
    with pytest.raises(AlcoveError, match="cannot be changed") as refused:
        autostart.switch(["alcove-desktop"], on=True)
    assert refused.value.advice


def test_the_command_starts_this_application() -> None:
    command = autostart.own_command("--version")
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout.startswith("alcove-desktop ")


def test_packaged_the_window_is_started_whatever_name_the_program_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/alcove/alcove")
    command = autostart.own_command("--hidden")
    assert command == ["/usr/lib/alcove/alcove-desktop", "--hidden"]
