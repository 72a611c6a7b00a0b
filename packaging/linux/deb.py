"""The package for Debian and what descends from it."""

import gzip
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from alcove import __version__
from linux.files import ROOT, without_comments

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_CONTROL = """\
Package: alcove
Version: {version}
Architecture: {architecture}
Maintainer: Alcove developers <developers@alcove.invalid>
Installed-Size: {size}
Section: utils
Priority: optional
Depends: {depends}
Recommends: {recommends}
Suggests: tesseract-ocr
Description: finds your documents by what they mean, on your own machine
 Alcove indexes folders of documents with a language model that comes along, and
 finds passages by meaning and by words. Nothing is sent anywhere: the kernel
 refuses the program every network connection.
"""
# Qt loads these where there is the desktop to go with them; without, it does without.
_OPTIONAL = ("platformthemes/libqgtk3.so", "wayland", "libQt6Wayland", "libibusplatform")
_LOADED_BY_NAME = ("libegl1", "libxkbcommon-x11-0", "fontconfig")
_STARTED = ("xdg-utils",)  # opens what is found, and knows with which application
_CHANGELOG = """\
alcove ({version}) stable; urgency=medium

  * See CHANGELOG.md beside this file.

 -- Alcove developers <developers@alcove.invalid>  {day}
"""


def build_deb(app: Path, share: Path, work: Path, dist: Path) -> None:
    """Pack the frozen folder as a package.

    Args:
        app: the frozen folder.
        share: what the desktop wants to know.
        work: where things are made.
        dist: where the package is put.
    """
    root = work / "deb"
    shutil.copytree(app, root / "usr/lib/alcove", symlinks=True)
    shutil.copytree(share, root / "usr/share")
    (root / "usr/bin").mkdir()
    for program in ("alcove", "alcove-desktop"):
        (root / "usr/bin" / program).symlink_to(f"../lib/alcove/{program}")
    unit = root / "usr/lib/systemd/user/alcove.service"
    unit.parent.mkdir(parents=True)
    told = without_comments((ROOT / "packaging/alcove.service").read_text())
    unit.write_text(told.replace("ExecStart=alcove", "ExecStart=/usr/bin/alcove"))
    _write_changelog(root)
    architecture = _ARCHITECTURES[os.uname().machine]
    _write_control(root, work, architecture)
    made = dist / f"alcove_{__version__}_{architecture}.deb"
    pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build"]
    subprocess.run([*pack, str(root), str(made)], check=True, stdout=subprocess.DEVNULL)


def dependencies(app: Path, work: Path) -> tuple[str, str]:
    """What the libraries in a folder need of the system: Depends and Recommends."""
    libraries = [file for file in app.rglob("*") if re.search(r"\.so(\.|$)", file.name)]
    libraries = [file for file in [app / "alcove", *libraries] if not file.is_symlink()]
    optional = [one for one in libraries if any(part in str(one) for part in _OPTIONAL)]
    needed = _packages([one for one in libraries if one not in optional], app, work)
    for package in _brought(app):
        needed.pop(package, None)
    needed |= {package: package for package in _LOADED_BY_NAME}
    wished = _packages(optional, app, work)
    wished |= {package: package for package in _STARTED}
    others = sorted(text for name, text in wished.items() if name not in needed)
    return ", ".join(sorted(needed.values())), ", ".join(others)


def _brought(app: Path) -> set[str]:
    """The packages whose libraries lie in the folder: dpkg-shlibdeps asks for them nevertheless."""
    brought = [file for file in (app / "_internal").glob("lib*.so*") if not file.is_symlink()]
    asked = ["dpkg-query", "--search", *(f"*/{file.name}" for file in brought)]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return {line.partition(":")[0] for line in told.splitlines()}


def _packages(libraries: list[Path], app: Path, work: Path) -> dict[str, str]:
    """By dpkg-shlibdeps: the packages, each with its name and the version that is needed."""
    place = work / "shlibdeps"
    (place / "debian").mkdir(parents=True, exist_ok=True)
    (place / "debian/control").write_text("Source: alcove\n\nPackage: alcove\nArchitecture: any\n")
    folders = sorted({str(file.parent) for file in app.rglob("*.so*")})
    done = subprocess.run(
        [
            *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
            *(f"-l{folder}" for folder in folders),
            *(f"-e{library}" for library in libraries),
        ],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    listed = done.stdout.strip().partition("shlibs:Depends=")[2].split(", ")
    return {text.split(" ")[0]: text for text in listed if text}


def _write_control(root: Path, work: Path, architecture: str) -> None:
    depends, recommends = dependencies(root / "usr/lib/alcove", work)
    files = [file for file in root.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(-(-file.stat().st_size // 1024) for file in files)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(
        _CONTROL.format(
            version=__version__,
            architecture=architecture,
            size=size,
            depends=depends,
            recommends=recommends,
        )
    )
    for script in ("postinst", "prerm", "postrm"):
        target = root / "DEBIAN" / script
        shutil.copyfile(ROOT / "packaging/linux" / script, target)
        target.chmod(0o755)


def _write_changelog(root: Path) -> None:
    day = format_datetime(datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC))
    text = _CHANGELOG.format(version=__version__, day=day)
    changes = root / "usr/share/doc/alcove/changelog.gz"
    changes.write_bytes(gzip.compress(text.encode(), mtime=0))
