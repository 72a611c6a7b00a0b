"""The archive that anybody can unpack and install without being root."""

import os
import shutil
import subprocess
from pathlib import Path

from alcove import __version__
from linux.files import ROOT


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
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(ROOT / "packaging/linux" / script, top / script)
    made = dist / f"{name}.tar.xz"
    pack = [
        *("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
        *("--mode=u+rwX,go=rX", f"--mtime=@{os.environ['SOURCE_DATE_EPOCH']}"),
        *("--use-compress-program=xz -9e --threads=1", "--file", str(made), name),
    ]
    subprocess.run(pack, check=True, cwd=top.parent)
