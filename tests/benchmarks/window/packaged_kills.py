"""SIGKILL to all processes of the packaged application at once, and starting it again.

    python -m tests.benchmarks.window.packaged_kills FOLDER DOCUMENTS [--kills N] [--seed N]

FOLDER is where the packaged programs lie; a copy of DOCUMENTS, without what is hidden, is indexed
into a new library. The window is started under Xvfb and everything is killed after up to --longest
seconds, so that it strikes while it starts, reads, encodes and rests. Demands that nothing is left
running, that the next start comes up by itself, and that in the end the index is what the disk is.
"""

import random
import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import psutil
from tests.benchmarks.equality import faults, integrity
from tests.benchmarks.running import wait_until
from tests.benchmarks.verdicts import Verdicts
from tests.endtoend.window.desk import Desk, screen

from alcove.library import Library
from alcove.library.report.overview import overview_of
from alcove.personal import LibraryFolder
from alcove.personal.window_settings import Theme, change_window

ENDS = 2.0  # seconds until what was killed is gone
_SETTLES = 900.0  # seconds
_QUESTION = "where do new ideas come from"


def main() -> int:
    """Prints figures; 0 if no kill made a difference."""
    options = read_options()
    print(f"seed {options.seed}", flush=True)
    verdicts = Verdicts(timed=True)
    with tempfile.TemporaryDirectory() as top, session(Path(top), options) as desk:
        library = LibraryFolder(desk.library)
        slowest = strike(desk, library, options)
        verdicts.at_most("all that was killed is gone", slowest, ENDS)
        come_to_rest(desk, library, verdicts)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="SIGKILL to all processes of the packaged application.")
    parser.add_argument("programs", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--longest", type=float, default=12.0, help="seconds until a kill")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


@contextmanager
def session(top: Path, options: Namespace) -> Iterator[Desk]:
    """A desk with the packaged application, whose library wants the documents."""
    for name in ("screen", "programs", "home"):
        (top / name).mkdir()
    shutil.copytree(options.documents, top / "documents", ignore=shutil.ignore_patterns(".*"))
    library = Library(top / "library")
    library.add([bytes((top / "documents").resolve())])
    change_window(library.folder.personal, lambda now: replace(now, theme=Theme.LIGHT))
    program = (str(options.programs / "alcove-desktop"),)
    with screen(top / "screen") as front:
        home = {"HOME": str(top / "home")}
        desk = Desk(front, top / "library", top / "programs", program=program, more=home)
        try:
            yield desk
        finally:
            desk.end()


def strike(desk: Desk, library: LibraryFolder, options: Namespace) -> float:
    """Start and kill it again and again; the most seconds until all of it is gone."""
    chance, slowest = random.Random(options.seed), 0.0
    for number in range(1, options.kills + 1):
        window = desk.start()
        after = chance.uniform(0.2, options.longest)
        with suppress(psutil.TimeoutExpired):
            psutil.Process(window.pid).wait(after)
            raise RuntimeError(f"it ended by itself: {window.communicate()[1]}")
        struck = desk.processes()
        for process in struck:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        window.communicate()
        slowest = max(slowest, wait_until(lambda: not desk.processes(), 30, "all is gone"))
        wrong = integrity(library) if library.index.exists() else []
        said = "; ".join(wrong) or "whole"
        print(f"{number}: {len(struck)} processes killed after {after:.1f} s: {said}", flush=True)
    return slowest


def come_to_rest(desk: Desk, library: LibraryFolder, verdicts: Verdicts) -> None:
    """Start it once more: it has to finish, find, and quit cleanly."""
    window = desk.start(_QUESTION)
    desk.wait_until_typed_into()
    wait_until(lambda: is_done(desk, library), _SETTLES, "all is indexed")
    desk.wait_for(desk.sees_hit)
    counts = overview_of(library).counts
    desk.leave(window)  # demands that nothing is complained of, and nothing left
    verdicts.figure("documents, passages", f"{counts.documents:,}, {counts.encoded:,}")
    wrong = faults(library, (desk.library.parent / "documents").resolve())
    verdicts.demand("the index is what the disk is", met=not wrong, seen="; ".join(wrong))


def is_done(desk: Desk, library: LibraryFolder) -> bool:
    """Whether the foot says so, and everything has its vector."""
    if not desk.sees_rest() or not library.index.exists():
        return False
    counts = overview_of(library).counts
    return 0 < counts.passages == counts.encoded


if __name__ == "__main__":
    sys.exit(main())
