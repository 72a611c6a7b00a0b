"""Which files a system runs when it is asked to open them."""

import os
import sys

_WINDOWS = frozenset(
    b"""bat chm cmd com cpl exe gadget hta inf jar js jse lnk msc msi msp pif ps1 ps1xml psc1 py
    pyw pyz reg scf scr sct settingcontent-ms url vb vbe vbs ws wsc wsf wsh""".split()
)
_MACOS = frozenset(
    b"action app command fileloc inetloc jar pkg mpkg scpt terminal tool webloc workflow".split()
)
_ELSEWHERE = frozenset(b"appimage desktop exe jar msi run url".split())


def is_program(path: bytes) -> bool:
    """Whether opening this path would run what is in it, judged by its suffix."""
    suffix = os.path.splitext(path)[1][1:].lower()  # noqa: PTH122 - of bytes
    if sys.platform == "win32":
        programs = _WINDOWS
    elif sys.platform == "darwin":
        programs = _MACOS
    else:
        programs = _ELSEWHERE
    return suffix in programs
