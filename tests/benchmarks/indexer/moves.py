"""A whole tree moves: nothing in it is encoded again.

    python -m tests.benchmarks.indexer.moves [--files N] [--folders N] [--contents N] [--seed N]

Moves a tree of 10,000 files inside the watched folder, then renames it, and demands each time that
no passage was encoded and that the index is what the disk is.
"""

import random
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tests.benchmarks.running import Bench, add_options, fresh
from tests.benchmarks.texts import make_tree
from tests.benchmarks.verdicts import Verdicts

PATIENCE = 600.0  # seconds


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    print(f"seed {options.seed}, {options.files} files with {options.contents} contents")
    with fresh(options) as bench:
        tree = bench.documents / "tree"
        make_tree(tree, options.files, options.folders, options.contents, options.seed)
        bench.run("index", bench.documents)
        with bench.watching() as indexer:
            bench.rest()
            inside = bench.documents / "a new place" / "of it"
            move(bench, indexer, "moved inside the folder", tree, inside, verdicts)
            move(bench, indexer, "renamed", inside, inside.with_name("renamed"), verdicts)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="A tree of files is moved.")
    add_options(parser)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--folders", type=int, default=1_000)
    parser.add_argument("--contents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


def move(
    bench: Bench,
    indexer: "subprocess.Popen[bytes]",
    what: str,
    tree: Path,
    to: Path,
    verdicts: Verdicts,
) -> None:
    before, started = bench.state().totals, time.monotonic()
    to.parent.mkdir(exist_ok=True)
    tree.rename(to)
    bench.wait_for_equality(indexer, PATIENCE)
    took = time.monotonic() - started
    done = bench.rest().totals.minus(before)
    verdicts.figure(what, f"{done.new:,} new, {done.gone:,} gone, the same after {took:.1f} s")
    verdicts.demand(f"{what}: no passage is encoded", met=done.encoded == 0, seen=done.encoded)


if __name__ == "__main__":
    sys.exit(main())
