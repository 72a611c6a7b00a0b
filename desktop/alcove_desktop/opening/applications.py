"""Open and reveal files in other applications; runs in the opener's process."""

import os
import subprocess
import sys
import threading

from alcove.paths import parent_of
from alcove_desktop.opening import environment
from alcove_desktop.opening.open_failure import OpenFailure

# Suffixes of files that a system executes instead of opening them.
_WINDOWS = frozenset(
    b"""bat chm cmd com cpl exe gadget hta inf jar js jse lnk msc msi msp pif ps1 ps1xml psc1 py
    pyw pyz reg scf scr sct settingcontent-ms url vb vbe vbs ws wsc wsf wsh""".split()
)
_MACOS = frozenset(
    b"action app command fileloc inetloc jar pkg mpkg scpt terminal tool webloc workflow".split()
)
_ELSEWHERE = frozenset(b"appimage desktop exe jar msi run url".split())

_SOON = 2.0  # seconds; a command that fails ends by then, one that still runs has opened the file


def open_file(
    path: bytes, *, page: int | None = None, line: int | None = None
) -> OpenFailure | str:
    """Open an absolute path in the user's application, at a page or line if it supports that.

    Refuse a file that the system would execute: search hits may be written by strangers.

    Returns:
        Why it was not opened, or an empty text.
    """
    if _is_program(path):
        return OpenFailure.PROGRAM
    if sys.platform == "win32":
        problem = _start(path)
    elif sys.platform == "darwin":
        problem = _first_that_works([[b"open", path]])
    else:
        from alcove_desktop.opening import xdg

        at_place = xdg.command_at_place(path, page=page, line=line)
        problem = _first_that_works([*at_place, [b"xdg-open", path], [b"gio", b"open", path]])
    return problem


def reveal(path: bytes) -> OpenFailure | str:
    """Show a file in its folder; on Linux open only the folder: the window asks D-Bus first.

    Returns:
        Why nothing was shown, or an empty text.
    """
    if sys.platform == "win32":
        selected = f'explorer.exe /select,"{os.fsdecode(path)}"'
        problem = _first_that_works([selected], any_code=True)
    elif sys.platform == "darwin":
        problem = _first_that_works([[b"open", b"-R", path]])
    else:
        folder = parent_of(path)
        problem = _first_that_works([[b"xdg-open", folder], [b"gio", b"open", folder]])
    return problem


def _is_program(path: bytes) -> bool:
    """Return whether the system would execute this file on opening, judged by its suffix."""
    suffix = os.path.splitext(path)[1][1:].lower()  # noqa: PTH122 - of bytes
    if sys.platform == "win32":
        programs = _WINDOWS
    elif sys.platform == "darwin":
        programs = _MACOS
    else:
        programs = _ELSEWHERE
    return suffix in programs


def _first_that_works(
    commands: list[list[bytes]] | list[str], *, any_code: bool = False
) -> OpenFailure | str:
    for command in commands:
        if _works(command, any_code=any_code):
            return ""
    return OpenFailure.NO_APPLICATION


def _works(command: list[bytes] | str, *, any_code: bool) -> bool:
    devnull = subprocess.DEVNULL  # some applications print names of documents
    try:
        process = subprocess.Popen(
            command,
            stdin=devnull,
            stdout=devnull,
            stderr=devnull,
            start_new_session=True,
            env=environment.own(),
        )
    except OSError:
        return False
    try:
        return process.wait(_SOON) == 0 or any_code
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, daemon=True).start()  # or it would stay a zombie
        return True


if sys.platform == "win32":

    def _start(path: bytes) -> OpenFailure | str:
        try:
            os.startfile(os.fsdecode(path))  # noqa: S606 - the way to open a file on Windows
        except OSError:
            return OpenFailure.NO_APPLICATION
        return ""
