"""Switch starting at login on and off: XDG autostart, launchd, the Windows registry."""

import os
import plistlib
import sys
from collections.abc import Sequence
from pathlib import Path

from alcove.errors import AlcoveError
from alcove.system.frozen import is_frozen, module_command

_NAME = "alcove"
_LABEL = "org.alcove.desktop"  # launchd expects a reverse domain name
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
# https://specifications.freedesktop.org/desktop-entry-spec/: characters to escape in Exec, and then
# in any text of an entry
_IN_EXEC = str.maketrans({**{char: "\\" + char for char in '"`$\\'}, "%": "%%"})
_IN_TEXT = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


def own_command(*arguments: str) -> list[str]:
    """Return the command that starts this application the way it was started, with `arguments`."""
    if is_frozen():
        program = Path(sys.executable)  # one executable has several names
        return [str(program.with_name(f"alcove-desktop{program.suffix}")), *arguments]
    script = Path(sys.argv[0]).absolute()
    if script.stem == "alcove-desktop" and script.exists():
        return [str(script), *arguments]
    return [*module_command("alcove_desktop"), *arguments]


def is_on() -> bool:
    """Return whether the application starts at login; the desktop's own switch counts as well."""
    if sys.platform == "win32":
        starts = _value_on_windows() is not None
    elif sys.platform == "darwin":
        starts = _entry().exists()
    else:
        starts = _is_obeyed(_entry())
    return starts


def switch(command: Sequence[str], *, on: bool) -> None:
    """Start `command` at login, or nothing.

    Raises:
        AlcoveError: the entry cannot be written, or its paths are not Unicode.
    """
    try:
        if sys.platform == "win32":
            _set_on_windows(command if on else None)
        elif on:
            _write(_entry(), command)
        else:
            _entry().unlink(missing_ok=True)
    except OSError as error:
        raise AlcoveError(
            f"starting at login cannot be changed: {error.strerror}",
            advice="See that your own folder for settings can be written.",
        ) from error
    except UnicodeEncodeError as error:  # no desktop reads an entry with such a name
        raise AlcoveError(
            "starting at login cannot be had: the path of Alcove or of its library is not Unicode",
            advice="Give its folder another name.",
        ) from error


def desktop_entry(command: Sequence[str]) -> str:
    """Return the desktop entry for Linux that starts the application by `command`."""
    return (
        "[Desktop Entry]\nType=Application\nName=Alcove\n"
        "Comment=Finds your documents by what they mean\n"
        f"TryExec={command[0].translate(_IN_TEXT)}\n"  # the entry is void without the program
        f"Exec={' '.join(map(_quoted, command))}\n"
        "Icon=alcove\nTerminal=false\nStartupNotify=false\nX-GNOME-Autostart-enabled=true\n"
    )


def _entry() -> Path:
    if sys.platform == "darwin":
        entry = Path.home() / "Library/LaunchAgents" / f"{_LABEL}.plist"
    else:
        settings = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        entry = settings / "autostart" / f"{_NAME}.desktop"
    return entry


def _is_obeyed(entry: Path) -> bool:
    """Return whether the desktop entry exists and is not switched off in itself."""
    try:
        lines = entry.read_text(errors="replace").splitlines()
    except OSError:
        return False
    return not {"Hidden=true", "X-GNOME-Autostart-enabled=false"} & set(lines)


def _write(path: Path, command: Sequence[str]) -> None:
    if sys.platform == "darwin":
        agent = {"Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True}
        content = plistlib.dumps(agent)
    else:
        content = desktop_entry(command).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    new.write_bytes(content)
    new.replace(path)


def _quoted(argument: str) -> str:
    """Quote an argument for Exec: escape it for Exec, then as any text of an entry."""
    return f'"{argument.translate(_IN_EXEC).translate(_IN_TEXT)}"'


if sys.platform == "win32":
    import subprocess
    import winreg

    def _value_on_windows() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                return str(winreg.QueryValueEx(key, _NAME)[0])
        except FileNotFoundError:
            return None

    def _set_on_windows(command: Sequence[str] | None) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            if command:
                line = subprocess.list2cmdline(command)
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, line)
            elif _value_on_windows() is not None:
                winreg.DeleteValue(key, _NAME)
