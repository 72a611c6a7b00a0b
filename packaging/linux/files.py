"""What a Linux desktop wants to know of an application, besides the application itself."""

import gzip
import shutil
from pathlib import Path

from icons import draw_icons

ROOT = Path(__file__).resolve().parents[2]
_FOLDER_ENTRY = "zz-alcove-folder.desktop"
_METAINFO = "org.alcove.Alcove.metainfo.xml"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels: the icon theme specification's


def put_share(share: Path, licences: Path, work: Path) -> None:
    """Fill a `share` folder: menu entries, icons, manual, licences.

    Args:
        share: the folder.
        licences: the file with those of all that is shipped.
        work: one for what is made on the way.
    """
    packaging = ROOT / "packaging"
    _copy(packaging / "alcove.desktop", share / "applications/alcove.desktop")
    _copy(packaging / "linux" / _FOLDER_ENTRY, share / "applications" / _FOLDER_ENTRY)
    _copy(packaging / "linux" / _METAINFO, share / "metainfo" / _METAINFO)
    put_icons(share / "icons/hicolor", work)
    manual = share / "man/man1/alcove.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress((packaging / "linux/alcove.1").read_bytes(), mtime=0))
    manual.with_name("alcove-desktop.1.gz").symlink_to(manual.name)
    _copy(licences, share / "doc/alcove/copyright")
    _copy(ROOT / "CHANGELOG.md", share / "doc/alcove/CHANGELOG.md")


def put_icons(theme: Path, work: Path) -> None:
    """Draw the icon in all sizes of the icon theme specification."""
    drawn = work / "icons"
    draw_icons(drawn, SIZES)
    _copy(drawn / "alcove.svg", theme / "scalable/apps/alcove.svg")
    for size in SIZES:
        _copy(drawn / f"{size}.png", theme / f"{size}x{size}/apps/alcove.png")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def without_comments(text: str) -> str:
    """The text of a unit without the words on how to install it by hand."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
