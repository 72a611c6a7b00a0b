"""Takes a picture of every state of every window, and tells where words do not fit.

    python -m tests.desktop.screenshots [FOLDER] [--only NAME]

Light and dark, at 100 % and 200 % scale, in English and German, with the real core over a small
library; FOLDER is tests/screenshots where it is left out. Exits with 1 where anything is cut off.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from argparse import SUPPRESS, ArgumentParser
from itertools import product
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "screenshots"
_SCALES, _LANGUAGES = (1, 2), ("en", "de")
_SCREEN = (1440, 900)  # in units that the scale enlarges
_QUALITY = 100  # of WebP: nothing is lost


def main() -> int:
    """Prints what is cut off; 0 if nothing is."""
    parser = ArgumentParser(description="Take a picture of every state of every window.")
    parser.add_argument("folder", type=Path, nargs="?", default=_FOLDER)
    parser.add_argument("--only", default="", help="take those whose name begins so")
    parser.add_argument("--take", help=SUPPRESS)
    options = parser.parse_args()
    if options.take:
        return take(options.folder, json.loads(options.take))
    with tempfile.TemporaryDirectory() as top:
        home = Path(top)
        prepare(home)
        codes = [
            start(options.folder, home, scale, language, options.only)
            for scale, language in product(_SCALES, _LANGUAGES)
        ]
    return max(codes)


def prepare(home: Path) -> None:
    """Somebody's home with documents, a library of them, and an empty one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication
    from tests.desktop.made_documents import make_documents

    from alcove.library import Library

    application = QGuiApplication([])  # the documents' PDF is written by Qt
    documents = make_documents(home / "Documents")
    application.shutdown()
    for name in ("library", "empty"):
        (home / name).mkdir(mode=0o700)
    Library(home / "library").update(
        [os.fsencode(documents)], tell=lambda _: None, cancel=threading.Event()
    )


def start(folder: Path, home: Path, scale: int, language: str, only: str) -> int:
    """Take the pictures of one scale and language, which a process has once."""
    what = json.dumps({"home": str(home), "scale": scale, "language": language, "only": only})
    surroundings = {"HOME": str(home), "QT_SCALE_FACTOR": str(scale), "LC_ALL": "C.UTF-8"}
    width, height = (scale * side for side in _SCREEN)
    screen = home / "screen.json"  # of the offscreen platform; by itself it has 800 x 800
    screen.write_text(json.dumps({"screens": [{"width": width, "height": height}]}))
    return subprocess.run(
        [sys.executable, "-m", "tests.desktop.screenshots", str(folder), "--take", what],
        env=os.environ | surroundings | {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}"},
        check=False,
    ).returncode


def take(folder: Path, what: dict[str, str]) -> int:
    """Take the pictures of this process's scale and language."""
    from alcove.guard import arm

    arm()
    from PySide6.QtWidgets import QApplication
    from tests.desktop.cut_off import cut_off
    from tests.desktop.states import Stage

    from alcove.personal.window_settings import Theme
    from alcove_desktop.look import Appearance
    from alcove_desktop.texts.translation import install

    application = QApplication([])
    install(application, what["language"])
    look, code = Appearance(application), 0
    stage = Stage(Path(what["home"]), look)
    for theme, name in product((Theme.LIGHT, Theme.DARK), stage.names):
        if not name.startswith(what["only"]):
            continue
        look.choose(theme, 100)
        window = stage.show(name)
        place = folder / f"{name}-{theme}-{what['language']}-{what['scale']}x.webp"
        place.parent.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(place), quality=_QUALITY)
        for words in cut_off(window):
            print(f"{place.name}: {words}")
            code = 1
    stage.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
