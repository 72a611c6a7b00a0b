"""Which application opens a file, and whether it did; what the opener's process runs."""

import os
import subprocess
import sys
import threading

from alcove.paths import parent_of
from alcove_desktop.opening import environment
from alcove_desktop.opening.open_failure import OpenFailure

# Suffixes of files that a system runs when it is asked to open them.
_WINDOWS = frozenset(
    b"""bat chm cmd com cpl exe gadget hta inf jar js jse lnk msc msi msp pif ps1 ps1xml psc1 py
    pyw pyz reg scf scr sct settingcontent-ms url vb vbe vbs ws wsc wsf wsh""".split()
)
_MACOS = frozenset(
    b"action app command fileloc inetloc jar pkg mpkg scpt terminal tool webloc workflow".split()
)
_ELSEWHERE = frozenset(b"appimage desktop exe jar msi run url".split())

_SOON = 2.0  # seconds; what fails says so by then, and what still runs is taken for open


def open_file(
    path: bytes, *, page: int | None = None, line: int | None = None
) -> OpenFailure | str:
    """Open an absolute path in the user's own application, at a place where that one can.

    A search finds what others wrote: a file that the system would run is refused.

    Returns:
        What was in the way, or an empty text.
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
    """Show a file in its folder; on Linux only the folder, since the window asks D-Bus first."""
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
    """Whether opening this path would run what is in it, judged by its suffix."""
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
    quiet = subprocess.DEVNULL  # some print names of documents
    try:
        started = subprocess.Popen(
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
            env=environment.own(),
        )
    except OSError:
        return False
    try:
        return started.wait(_SOON) == 0 or any_code
    except subprocess.TimeoutExpired:
        threading.Thread(target=started.wait, daemon=True).start()  # or it would stay a zombie
        return True


if sys.platform == "win32":

    def _start(path: bytes) -> OpenFailure | str:
        try:
            os.startfile(os.fsdecode(path))  # noqa: S606 - the way to open a file there
        except OSError:
            return OpenFailure.NO_APPLICATION
        return ""
