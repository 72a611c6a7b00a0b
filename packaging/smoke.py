"""Tries packaged programs on any system: `python packaging/smoke.py FOLDER`, the one they lie in.

They index this repository's own pages, and have to find in them what this checkout finds; the
window starts without a screen, and quits. `linux/smoke.py` does far more.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_QUESTIONS = ("how is a release made", "which files are left out", "what does no network mean")
_PATIENCE = 300.0  # seconds
_BEGINS = 10.0  # seconds until the window is up, on any machine


def main(programs: Path) -> None:
    """Run it; raises where anything differs from what it should be."""
    ending = ".exe" if sys.platform == "win32" else ""
    alcove, window = (str(programs / f"{name}{ending}") for name in ("alcove", "alcove-desktop"))
    with tempfile.TemporaryDirectory() as top:
        pages = Path(top) / "pages"
        pages.mkdir()
        for page in (*_ROOT.glob("*.md"), *_ROOT.glob("packaging/*.md")):
            shutil.copy(page, pages / f"{page.parent.name} {page.name}")
        packaged, own = Path(top) / "packaged", Path(top) / "own"
        expected = found([sys.executable, "-m", "alcove", "--library", str(own)], pages)
        assert found([alcove, "--library", str(packaged)], pages) == expected
        print(f"The same hits as this checkout's: {expected}")  # noqa: T201
        live_and_quit([window, "--library", str(packaged)])
    print("The window starts, and quits")  # noqa: T201


def found(alcove: list[str], folder: Path) -> dict[str, list[str]]:
    """The best files for each question, once a folder is indexed."""
    subprocess.run([*alcove, "index", str(folder)], check=True, timeout=_PATIENCE)
    told = {
        question: subprocess.run(
            [*alcove, "search", "--json", question],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        for question in _QUESTIONS
    }
    return {
        question: [Path(hit["path"]).name for hit in json.loads(answer)["hits"]]
        for question, answer in told.items()
    }


def live_and_quit(window: list[str]) -> None:
    """Start the window where there is no screen, and quit it by a second start."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(window, env=surroundings) as process:
        time.sleep(_BEGINS)
        assert process.poll() is None, "it ended by itself"
        subprocess.run([*window, "--quit"], env=surroundings, check=True, timeout=_PATIENCE)
        assert process.wait(_PATIENCE) == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
