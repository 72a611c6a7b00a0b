"""Builds what people install, on Linux: `python packaging/build.py`, with the Python of `.venv`.

That Python has Alcove with all it needs to convert the model; what is shipped is frozen in an
environment of its own, from the hashed lock file. Everything is made in `build/packages`, and what
is to be given away lies in `dist`.
"""

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from linux.deb import build_deb
from linux.tarball import build_tarball
from slimming import slim

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
WORK, DIST = ROOT / "build" / "packages", ROOT / "dist"
_TOOLS = {
    "binutils": ("as", "ld", "objdump", "readelf", "nm", "strip"),
    "icu-devtools": ("icupkg",),
    "dpkg-dev": ("dpkg-deb", "dpkg-shlibdeps"),
    "git": ("git",),
    "xz-utils": ("xz",),
}


def main() -> None:
    """Build everything."""
    _check_tools()
    os.environ["SOURCE_DATE_EPOCH"] = _last_change()  # so that two builds are alike
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    DIST.mkdir(exist_ok=True)
    wheel = make_wheel()
    python = make_environment(wheel)
    app = freeze(python, make_model())
    (WORK / "slimming").mkdir()
    slim(app, WORK / "slimming", platform.machine())
    for made in (build_tarball(app, WORK, DIST), build_deb(app, WORK, DIST)):
        print(f"{made.stat().st_size / 1e6:.0f} MB  {made.relative_to(ROOT)}")  # noqa: T201


def make_wheel() -> Path:
    """The wheel of this checkout."""
    _run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(WORK), str(ROOT))
    (wheel,) = WORK.glob("alcove-*.whl")
    return wheel


def make_environment(wheel: Path) -> Path:
    """An environment with the locked packages and the wheel; returns its Python."""
    place = WORK / "environment"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    install = (str(python), "-m", "pip", "install", "--quiet")
    _run(*install, "--require-hashes", "--no-deps", "-r", str(PACKAGING / "requirements.txt"))
    _run(*install, "--no-deps", str(wheel))
    return python


def make_model() -> Path:
    """The model that comes along, converted."""
    code = (
        "import sys; from pathlib import Path; from alcove.encoder import bundled_model, prepare;"
        "from alcove.encoder.prepared import copy_prepared;"
        "made, target = prepare(bundled_model(), Path(sys.argv[1])), Path(sys.argv[2]);"
        "target.mkdir(); copy_prepared(made.path, target)"
    )
    model = WORK / "model"
    _run(sys.executable, "-c", code, str(WORK / "models"), str(model))
    return model


def freeze(python: Path, model: Path) -> Path:
    """The folder with the programs, as PyInstaller makes it."""
    pyinstaller = (str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
    folders = ("--distpath", str(WORK / "frozen"), "--workpath", str(WORK / "pyinstaller"))
    surroundings = {"ALCOVE_MODEL": str(model), "PYTHONHASHSEED": "0"}
    _run(*pyinstaller, *folders, str(PACKAGING / "alcove.spec"), more=surroundings)
    return WORK / "frozen" / "alcove"


def _check_tools() -> None:
    if not sysconfig.get_platform().startswith("linux"):
        raise SystemExit("This builds packages for Linux, on Linux; see packaging/README.md.")
    missing = [package for package, tools in _TOOLS.items() if not all(map(shutil.which, tools))]
    if missing:
        raise SystemExit(f"Needed to build: apt-get install {' '.join(missing)}")


def _last_change() -> str:
    """When the last commit was made, in seconds since 1970."""
    asked = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return told.stdout.strip()


def _run(*command: str, more: Mapping[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env={**os.environ, **(more or {})}, cwd=WORK)


if __name__ == "__main__":
    main()
