"""What is made of the frozen folder for Linux."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from linux.deb import build_deb
from linux.files import put_share
from linux.tarball import build_tarball, screen_libraries

TOOLS = {
    "binutils": ("as", "ld", "objdump", "readelf", "nm", "strip"),
    "dpkg-dev": ("dpkg-deb", "dpkg-shlibdeps"),
    "git": ("git",),
    "icu-devtools": ("icupkg",),
    "xz-utils": ("xz",),
}
# What plugins of Qt load where it is there: here, so that it is known from which packages it is.
LIBRARIES = {
    "libgtk-3-0": "gtk-3",
    "libwayland-cursor0": "wayland-cursor",
    "libxcb-cursor0": "xcb-cursor",
    "libxcb-icccm4": "xcb-icccm",
    "libxcb-keysyms1": "xcb-keysyms",
    "libxkbcommon-x11-0": "xkbcommon-x11",
}


def draw_icon(work: Path) -> Path:
    """None is inside of a program here: menus find it by its name."""
    return work / "none"


def more_sources(app: Path) -> list[Path]:
    """What is shipped besides the frozen folder."""
    return screen_libraries(app / "_internal")


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
