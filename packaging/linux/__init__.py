"""What is made of the frozen folder for Linux."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from linux.deb import build_deb
from linux.files import put_share
from linux.tarball import build_tarball

TOOLS = {
    "binutils": ("as", "ld", "objdump", "readelf", "nm", "strip"),
    "dpkg-dev": ("dpkg-deb", "dpkg-shlibdeps"),
    "git": ("git",),
    "icu-devtools": ("icupkg",),
    "xz-utils": ("xz",),
}


def draw_icon(work: Path) -> Path:
    """None is inside of a program here: menus find it by its name."""
    return work / "none"


def build(app: Path, licences: Path, work: Path, dist: Path) -> None:
    """Pack the frozen folder as a package for Debian and as an archive for everybody.

    Args:
        app: the frozen folder.
        licences: the file with those of all that is in it.
        work: where things are made.
        dist: where the packages are put.
    """
    share = work / "share"
    put_share(share, licences, work)
    with ThreadPoolExecutor() as both:  # each takes minutes on one core
        list(both.map(lambda build: build(app, share, work, dist), (build_deb, build_tarball)))
