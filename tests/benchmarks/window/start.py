"""The window starts: how long until it is painted, and until the first hit by meaning is seen.

    python -m tests.benchmarks.window.start LIBRARY [--runs N] [--packaged FOLDER]

LIBRARY is a library of 10,000 passages or more, such as `alcove evaluate SET --keep` leaves; a copy
of it is used. An observer looks at the screen from outside. Each run starts the real program with
a question on its command line, in Meaning mode, between two starts of an empty PySide6 window.
FOLDER is where the packaged programs lie: those are started then, and `alcove search` as well.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.verdicts import Verdicts
from tests.benchmarks.window.screen import Observer, has_colour, screen

from alcove.library.report.overview import overview_of
from alcove.personal import LibraryFolder
from alcove.personal.window_settings import Theme, change_window
from alcove_desktop.look.tokens import LIGHT

PAINTED, FIRST_HIT = 1.0, 1.5  # seconds from the start of the process, the median
PACKAGED = 1.5, 2.0  # the same, of the packaged program
SEARCHED = 1.0  # seconds of `alcove search`, packaged, the median
PASSAGES = 10_000
QUESTION = "which cells grow faster when the protein is missing"
_AT_MOST = 30.0  # seconds until something must be seen
_EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget()
window.setStyleSheet("background: #fbfaf8")
window.resize(1180, 760)
window.show()
application.exec()
"""


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    with tempfile.TemporaryDirectory() as top, screen() as display:
        library = prepared(options.library, Path(top))
        passages = overview_of(library).counts.encoded
        verdicts.figure("passages with a vector", f"{passages:,} (wanted: {PASSAGES:,})")
        observer, often = Observer(display), range(options.runs + 1)
        window, search = programs(options.packaged, library)
        runs = [one_run(observer, window) for _ in often][1:]  # a warm disk
        searches = [one_search(search) for _ in often if options.packaged][1:]
    empty, painted, hits = zip(*runs, strict=True)
    bars = PACKAGED if options.packaged else (PAINTED, FIRST_HIT)
    for name, seconds in (("empty window", empty), ("painted", painted), ("first hit", hits)):
        verdicts.figure(name, shown(seconds))
    verdicts.at_most("painted, median", statistics.median(painted), bars[0])
    verdicts.at_most("first hit by meaning, median", statistics.median(hits), bars[1])
    if searches:
        verdicts.figure("alcove search", shown(searches))
        verdicts.at_most("alcove search, median", statistics.median(searches), SEARCHED)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="From starting the window to seeing it.")
    parser.add_argument("library", type=Path)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--packaged", type=Path, metavar="FOLDER", help="with the programs")
    parser.add_argument("--untimed", action="store_true", help="hold no bars")
    return parser.parse_args()


def prepared(source: Path, top: Path) -> LibraryFolder:
    """A copy of a library, whose window is light and searches by meaning."""
    shutil.copytree(source, top / "library", ignore=shutil.ignore_patterns("*.sock"))
    library = LibraryFolder(top / "library")
    change_window(library.personal, lambda now: replace(now, theme=Theme.LIGHT, mode="meaning"))
    return library


def programs(packaged: Path | None, library: LibraryFolder) -> tuple[list[str], list[str]]:
    """The commands of the window and of the command line, over a library."""
    named = ("alcove_desktop", "alcove")
    own = [[sys.executable, "-m", module] for module in named]
    shipped = [[str(packaged / name.replace("_", "-"))] for name in named] if packaged else own
    window, search = ([*command, "--library", str(library.root)] for command in shipped)
    return window, [*search, "search", "--mode", "meaning", QUESTION]


def one_search(command: Sequence[str]) -> float:
    """Seconds of a search in the terminal."""
    began = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=_AT_MOST)
    return time.monotonic() - began


def one_run(observer: Observer, window: Sequence[str]) -> tuple[float, float, float]:
    """Seconds until an empty window, ours, and our first hit are seen."""
    empty, _ = seen(observer, [sys.executable, "-c", _EMPTY], hit=False)
    painted, first_hit = seen(observer, [*window, QUESTION], hit=True)
    subprocess.run([*window, "--quit"], check=True, timeout=_AT_MOST)
    observer.wait_for(lambda: not is_painted(observer), _AT_MOST)
    return empty, painted, first_hit


def seen(observer: Observer, command: Sequence[str], *, hit: bool) -> tuple[float, float]:
    """Start a program; seconds until its window, and its first hit, are seen."""
    began = time.monotonic()
    process = subprocess.Popen(command)
    painted = observer.wait_for(lambda: is_painted(observer), _AT_MOST)
    first = observer.wait_for(lambda: has_hit(observer), _AT_MOST) if hit else painted
    if not hit:
        process.kill()
        process.wait()
        observer.wait_for(lambda: not is_painted(observer), _AT_MOST)
    return painted - began, first - began


def is_painted(observer: Observer) -> bool:
    """Whether the edge of the window has its colour."""
    return has_colour(observer.strip(4, 400, 1, 1), LIGHT.background)


def has_hit(observer: Observer) -> bool:
    """Whether a bar of relevance is drawn in the list."""
    return has_colour(observer.strip(71, 150, 2, 400), LIGHT.accent)


def shown(seconds: Sequence[float]) -> str:
    middle = statistics.median(seconds)
    return f"median {middle:.2f} s ({min(seconds):.2f}–{max(seconds):.2f}, {len(seconds)} runs)"


if __name__ == "__main__":
    sys.exit(main())
