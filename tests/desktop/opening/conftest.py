"""A desktop for a test: applications that only record their arguments."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

NOTES = """#!{python}
import os, sys
with open({notes!r}, "ab") as file:
    file.write(b"\\0".join(map(os.fsencode, [{name!r}, *sys.argv[1:]])) + b"\\n")
sys.exit({code})
"""


class Desktop:
    """The programs in the search path, and a record of their starts."""

    def __init__(self, folder: Path) -> None:
        self.programs, self._notes = folder / "bin", folder / "notes"
        self.programs.mkdir()
        self._descriptions = folder / "share/applications"
        self._descriptions.mkdir(parents=True)

    def has(self, name: str, *, code: int = 0) -> None:
        """Install a program that records its arguments and ends with `code`."""
        text = NOTES.format(python=sys.executable, notes=str(self._notes), name=name, code=code)
        self.script(name, text)

    def script(self, name: str, text: str) -> None:
        path = self.programs / name
        path.write_text(text)
        path.chmod(0o755)

    def opens(self, kind: str, command: str) -> None:
        """Make an application the default for a MIME type, by the command in its desktop entry."""
        (self._descriptions / "org.example.Viewer.desktop").write_text(
            f"[Desktop Entry]\nName=Viewer\nExec={command}\n"
        )
        self.script(
            "xdg-mime",
            "#!/bin/sh\n"
            f'case "$2 $3" in "default {kind}") echo org.example.Viewer.desktop;;\n'
            f'filetype*) echo "{kind}";; esac\n',
        )

    @property
    def started(self) -> list[list[bytes]]:
        """Return each program that was started, with its arguments."""
        if not self._notes.exists():
            return []
        return [line.split(b"\0") for line in self._notes.read_bytes().splitlines()]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems open files in their own way")
    (tmp_path / "desktop").mkdir()
    desktop = Desktop(tmp_path / "desktop")
    monkeypatch.setenv("PATH", str(desktop.programs))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "desktop/share"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "nothing"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return desktop


Make = Callable[[str | bytes], bytes]


@pytest.fixture
def file(tmp_path: Path) -> Make:
    """Make a file of that name and return its path."""

    def make(name: str | bytes) -> bytes:
        path = tmp_path / os.fsdecode(name)
        path.write_bytes(b"content")
        return os.fsencode(path)

    return make
