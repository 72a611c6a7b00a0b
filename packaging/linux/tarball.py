"""The archive that anybody can unpack and install without being root."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from alcove import __version__
from linux.files import ROOT, without_comments

SCREEN_LIBRARIES = re.compile(
    r"libxcb-(cursor|icccm|image|keysyms|render-util|util)|libxkbcommon-x11"
)
"""What Qt's window needs of X11 and not every desktop has: the .deb depends on it."""


def build_tarball(app: Path, share: Path, work: Path, dist: Path) -> None:
    """Pack the frozen folder with its installer.

    Args:
        app: the frozen folder.
        share: what the desktop wants to know.
        work: where things are made.
        dist: where the archive is put.
    """
    machine = os.uname().machine
    name = f"alcove-{__version__}-linux-{machine}"
    top = work / "tarball" / name
    top.mkdir(parents=True)
    shutil.copytree(app, top / "lib/alcove", symlinks=True)
    shutil.copytree(share, top / "share")
    shutil.copy(ROOT / "packaging/linux/install.sh", top)
    shutil.copy(ROOT / "packaging/linux/uninstall.sh", top / "lib/alcove")
    unit = top / "share/systemd/user/alcove.service"
    unit.parent.mkdir(parents=True)
    unit.write_text(without_comments((ROOT / "packaging/alcove.service").read_text()))
    bring_screen_libraries(top / "lib/alcove/_internal")
    made = dist / f"{name}.tar.xz"
    pack = [
        *("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
        *("--mode=u+rwX,go=rX", f"--mtime=@{os.environ['SOURCE_DATE_EPOCH']}"),
        *("--use-compress-program=xz -9e --threads=1", "--file", str(made), name),
    ]
    subprocess.run(pack, check=True, cwd=top.parent)


def screen_libraries(inside: Path) -> list[Path]:
    """Those of this system that a frozen folder's window would load.

    Args:
        inside: where its libraries lie.
    """
    asked = ["ldd", str(inside / "PySide6/Qt/plugins/platforms/libqxcb.so")]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    places = (line.partition(" => ")[2].partition(" (")[0] for line in told.splitlines())
    return sorted(Path(place) for place in places if SCREEN_LIBRARIES.search(place))


def bring_screen_libraries(inside: Path) -> None:
    """Put them where the window looks first."""
    for library in screen_libraries(inside):
        shutil.copy(library, inside / "PySide6/Qt/lib")  # what a link leads to, under its name
