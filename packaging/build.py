"""Builds what people install: `python packaging/build.py`, with the Python of `.venv`.

That Python has Alcove with all it needs to convert the model; what is shipped is frozen in an
environment of its own, from the hashed lock file. Everything is made in `build/packages`, and what
is to be given away lies in `dist`: packages, their bill of materials, the licences of all that is
in them, the largest parts, and the checksums of all that.
"""

import hashlib
import importlib
import json
import os
import platform
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable, Mapping
from ctypes.util import find_library
from importlib import metadata
from pathlib import Path

import slimming
from contents import check_licences, parts_of, write_bill, write_licences
from parts import table

from alcove import __version__

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
LARGEST = 130e6
"""Bytes that a package may have."""
WORK, DIST = ROOT / "build" / "packages", ROOT / "dist"
# What makes the packages of a system; each has TOOLS, LIBRARIES, draw_icon, more_sources and build.
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}


def main() -> None:
    """Build everything for the system that this runs on."""
    system = importlib.import_module(SYSTEMS[sys.platform])
    _check_tools(system.TOOLS, system.LIBRARIES)
    _check_converter()
    os.umask(0o022)  # who installs it is to be able to read it
    moment = _last_change()
    os.environ["SOURCE_DATE_EPOCH"] = str(moment)  # so that two builds are alike
    for folder in (WORK, DIST):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    wheel = make_wheel()
    python = make_environment(wheel)
    app = freeze(python, make_model(), system.draw_icon(WORK))
    if sys.platform == "linux":
        slimming.slim(app, WORK / "slimming", platform.machine())
    name = f"alcove-{__version__}-{sys.platform}-{platform.machine().lower()}"
    licences = describe(app, python, name, moment, system.more_sources(app))
    system.build(app, licences, WORK, DIST)
    write_checksums()


def make_wheel() -> Path:
    """The wheel of this checkout."""
    _run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(WORK), str(ROOT))
    (wheel,) = WORK.glob("alcove-*.whl")
    return wheel


def make_environment(wheel: Path) -> Path:
    """An environment with the locked packages and the wheel; returns its Python."""
    place = WORK / "environment"
    venv.create(place, with_pip=True)
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = (str(python), "-m", "pip", "install", "--quiet")
    _run(*install, "--require-hashes", "--no-deps", "-r", str(PACKAGING / "requirements.txt"))
    _run(*install, "--no-deps", str(wheel))
    return python


def make_model() -> Path:
    """The model that comes along, converted."""
    code = (
        "import sys; from pathlib import Path; from alcove.encoder import bundled_model, prepare;"
        "from alcove.encoder.store.prepared import copy_prepared;"
        "made, target = prepare(bundled_model(), Path(sys.argv[1])), Path(sys.argv[2]);"
        "target.mkdir(); copy_prepared(made.path, target)"
    )
    model = WORK / "model"
    _run(sys.executable, "-c", code, str(WORK / "models"), str(model))
    return model


def freeze(python: Path, model: Path, icon: Path) -> Path:
    """The folder with the programs, as PyInstaller makes it."""
    pyinstaller = (str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
    folders = ("--distpath", str(WORK / "frozen"), "--workpath", str(WORK / "pyinstaller"))
    surroundings = {
        "ALCOVE_MODEL": str(model),
        "ALCOVE_ICON": str(icon),
        "ALCOVE_SOURCES": str(WORK / "sources.json"),
        "PYTHONHASHSEED": "0",
    }
    _run(*pyinstaller, *folders, str(PACKAGING / "alcove.spec"), more=surroundings)
    return WORK / "frozen" / "alcove"


def describe(app: Path, python: Path, name: str, moment: int, more: Iterable[Path]) -> Path:
    """Write what is in the frozen folder into `dist`; returns the file with the licences."""
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    sources = [*json.loads((WORK / "sources.json").read_text()), *map(str, more)]
    parts = parts_of(sources, Path(packages))
    check_licences(parts)
    write_bill(parts, __version__, moment, DIST / f"{name}.cdx.json")
    (DIST / f"{name}-parts.md").write_text(table(app))
    licences = DIST / f"{name}-licences.txt"
    write_licences(parts, licences)
    return licences


def write_checksums() -> None:
    """Write SHA256SUMS, which `sha256sum --check` reads."""
    lines = []
    for file in sorted(DIST.iterdir()):
        if file.stat().st_size > LARGEST:
            raise SystemExit(f"{file.name} is larger than {LARGEST / 1e6:.0f} MB")
        print(f"{file.stat().st_size / 1e6:7.1f} MB  {file.relative_to(ROOT)}")  # noqa: T201
        with file.open("rb") as content:
            lines.append(f"{hashlib.file_digest(content, 'sha256').hexdigest()}  {file.name}\n")
    (DIST / "SHA256SUMS").write_text("".join(lines))


def _check_tools(tools: Mapping[str, tuple[str, ...]], libraries: Mapping[str, str]) -> None:
    missing = [package for package, each in tools.items() if not all(map(shutil.which, each))]
    missing += [package for package, name in libraries.items() if not find_library(name)]
    if missing:
        raise SystemExit(f"Needed to build, see packaging/README.md: {' '.join(missing)}")


def _check_converter() -> None:
    """The OpenVINO that writes the model here has to be the one that will read it."""
    here = metadata.version("openvino")
    if f"openvino=={here} " not in (PACKAGING / "requirements.txt").read_text():
        raise SystemExit(
            f"The model would be written by OpenVINO {here}, and another one is shipped: "
            "pip install --no-deps --require-hashes -r packaging/requirements.txt"
        )


def _last_change() -> int:
    """When the last commit was made, in seconds since 1970."""
    asked = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(told.stdout)


def _run(*command: str, more: Mapping[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env={**os.environ, **(more or {})}, cwd=WORK)


if __name__ == "__main__":
    main()
