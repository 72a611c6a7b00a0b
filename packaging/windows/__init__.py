"""What is made of the frozen folder for Windows; never run so far, see packaging/README.md."""

import struct
import subprocess
from pathlib import Path

from icons import draw_icons

from alcove import __version__

TOOLS = {"git": ("git",), "Inno Setup 6": ("iscc",)}
LIBRARIES: dict[str, str] = {}
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)  # pixels
_LICENCE = Path(__file__).resolve().parents[2] / "LICENSE"
_SCRIPT = Path(__file__).resolve().parent / "alcove.iss"


def draw_icon(work: Path) -> Path:
    """The programs' icon, in all sizes in one file."""
    drawn = work / "icons"
    draw_icons(drawn, _SIZES)
    pictures = [(drawn / f"{size}.png").read_bytes() for size in _SIZES]
    icon = work / "alcove.ico"
    icon.write_bytes(ico(dict(zip(_SIZES, pictures, strict=True))))
    return icon


def ico(pictures: dict[int, bytes]) -> bytes:
    """Pictures in one icon: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10).

    Args:
        pictures: PNG files by their size in pixels, at most 256.
    """
    head, entries, place = struct.pack("<3H", 0, 1, len(pictures)), b"", 6 + 16 * len(pictures)
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + entries + b"".join(pictures.values())


def more_sources(_app: Path) -> list[Path]:
    """Nothing is shipped besides the frozen folder."""
    return []


def build(app: Path, licences: Path, work: Path, dist: Path) -> None:
    """Make the installer, with Inno Setup.

    Args:
        app: the frozen folder.
        licences: the file with those of all that is in it.
        work: where things are made; it has the icon.
        dist: where the installer is put.
    """
    given = {
        "Version": __version__,
        "App": app,
        "License": _LICENCE,
        "Licences": licences,
        "Icon": work / "alcove.ico",
        "Dist": dist,
    }
    defined = [f"/D{name}={value}" for name, value in given.items()]
    subprocess.run(["iscc", "/Qp", *defined, str(_SCRIPT)], check=True)
