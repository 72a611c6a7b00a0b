"""The archive that anybody can unpack and install without being root."""

import os
import shutil
import subprocess
from pathlib import Path

from linux.files import ROOT, put_share, version


def build_tarball(app: Path, work: Path, dist: Path) -> Path:
    """Pack the frozen folder with its installer.

    Args:
        app: the frozen folder.
        work: where things are made.
        dist: where the archive is put.

    Returns:
        The archive.
    """
    machine = os.uname().machine
    name = f"alcove-{version()}-linux-{machine}"
    top = work / "tarball" / name
    top.mkdir(parents=True)
    shutil.copytree(app, top / "lib/alcove", symlinks=True)
    put_share(top / "share", work)
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(ROOT / "packaging/linux" / script, top / script)
    made = dist / f"{name}.tar.xz"
    pack = [
        *("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
        *("--mode=u+rwX,go=rX", f"--mtime=@{os.environ['SOURCE_DATE_EPOCH']}"),
        *("--use-compress-program=xz -9e --threads=1", "--file", str(made), name),
    ]
    subprocess.run(pack, check=True, cwd=top.parent)
    return made
