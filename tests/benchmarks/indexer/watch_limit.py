"""No more watches are to be had: the system refuses them, and sweeps have to do.

    python -m tests.benchmarks.indexer.watch_limit [--folders N] [--rescan]

strace lets inotify_add_watch fail with ENOSPC from the third on. Demands that `alcove status` says
that the folder is only swept, and that what is edited is in the index after the next sweep, which
comes by itself (within two minutes), or is asked for with --rescan.
"""

import json
import shutil
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tests.benchmarks.running import Bench, add_options, fresh
from tests.benchmarks.verdicts import Verdicts

BAR = 150.0  # seconds: a swept folder is looked at every 120, and tracing makes all of it slow
PATIENCE = 300.0  # seconds
REASON = "watch limit reached"
_REFUSED = "inject=inotify_add_watch:error=ENOSPC:when=3+"


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    with fresh(options) as bench:
        make_folders(bench.documents, options.folders)
        bench.run("index", bench.documents)
        traced = ("strace", "-D", "-f", "-o", str(bench.top / "trace"), "-e", _REFUSED)
        with bench.watching(*traced, "-e", "trace=inotify_add_watch") as indexer:
            bench.rest()
            verdicts.demand("the system refuses watches", met="ENOSPC" in trace(bench))
            check_status(bench, verdicts)
            edit(bench.documents)
            started = time.monotonic()
            if options.rescan:
                bench.settle()
            bench.wait_for_equality(indexer, PATIENCE)
            took = time.monotonic() - started
            verdicts.at_most("until the edits are in the index", took, BAR)
            check_status(bench, verdicts)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="Watches are refused with ENOSPC.")
    add_options(parser)
    parser.add_argument("--folders", type=int, default=50)
    parser.add_argument("--rescan", action="store_true", help="ask for the sweep")
    return parser.parse_args()


def make_folders(folder: Path, number: int) -> None:
    for index in range(number):
        inside = folder / f"{index:03}"
        inside.mkdir()
        (inside / "note.txt").write_text(f"Note number {index}.")


def edit(folder: Path) -> None:
    """Change, add, move and delete files in several folders."""
    inside = sorted(folder.iterdir())
    (inside[1] / "note.txt").write_text("Another text.")
    (inside[2] / "new.txt").write_text("A new file.")
    (inside[3] / "note.txt").rename(inside[4] / "moved.txt")
    (inside[5] / "note.txt").unlink()
    shutil.rmtree(inside[6])
    (folder / "later").mkdir()
    (folder / "later" / "deep.txt").write_text("A file in a new folder.")


def trace(bench: Bench) -> str:
    return (bench.top / "trace").read_text()


def check_status(bench: Bench, verdicts: Verdicts) -> None:
    indexer = json.loads(bench.run("status", "--json")).get("indexer") or {}
    told = [(folder["watched"], folder["reason"]) for folder in indexer.get("folders", [])]
    met = told == [(False, REASON)]
    verdicts.demand("status says that the folder is only swept", met=met, seen=told)


if __name__ == "__main__":
    sys.exit(main())
