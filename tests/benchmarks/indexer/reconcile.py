"""Nothing changed among 100,000 files: how long a look at all of them takes, and what idling costs.

    python -m tests.benchmarks.indexer.reconcile [--files N] [--folders N] [--rounds N]
        [--idle SECONDS]

Times a sweep, from asking the running indexer to its answer, in turns with
`find -printf '%s %T@ %i\\n'`, which asks the same of the disk; then the processor time of the
indexer and its children while nothing happens.
"""

import statistics
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass, field

from tests.benchmarks.equality import faults
from tests.benchmarks.running import Bench, add_options, cpu_seconds, fresh
from tests.benchmarks.texts import make_tree
from tests.benchmarks.verdicts import Verdicts

BAR = 3.0  # seconds
IDLE_BAR = 1.0  # percent of one core
CONTENTS, SEED = 20, 7


@dataclass(frozen=True)
class Rounds:
    """Seconds of each round: of find, of a sweep, and of the processor in that sweep."""

    find: list[float] = field(default_factory=list)
    sweep: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    print(f"{options.files} files in {options.folders} folders")
    with fresh(options) as bench:
        make_tree(bench.documents, options.files, options.folders, CONTENTS, SEED)
        bench.run("index", bench.documents)
        with bench.watching() as indexer:
            bench.rest()
            judge(measure(bench, indexer.pid, options.rounds), verdicts)
            share = idle_share(indexer.pid, options.idle)
            verdicts.at_most(f"idle for {options.idle:g} s", share, IDLE_BAR, "% of a core")
        wrong = faults(bench.library, bench.documents)
        verdicts.demand("the index is what the disk is", met=not wrong, seen="; ".join(wrong))
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="A sweep of files that did not change.")
    add_options(parser)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--folders", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--idle", type=float, default=60.0, help="seconds")
    return parser.parse_args()


def measure(bench: Bench, indexer: int, rounds: int) -> Rounds:
    """Let find and the indexer look in turns."""
    taken = Rounds()
    bench.settle()  # both find everything in the system's cache
    for _ in range(rounds):
        started = time.monotonic()
        command = ["find", str(bench.documents), "-printf", r"%s %T@ %i\n"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        taken.find.append(time.monotonic() - started)
        before, started = cpu_seconds(indexer), time.monotonic()
        bench.settle()
        taken.sweep.append(time.monotonic() - started)
        taken.processor.append(cpu_seconds(indexer) - before)
    return taken


def judge(taken: Rounds, verdicts: Verdicts) -> None:
    """Medians, and the median of the rounds' ratios."""
    ratio = statistics.median(a / b for a, b in zip(taken.sweep, taken.find, strict=True))
    verdicts.figure("find", f"{statistics.median(taken.find):.2f} s")
    verdicts.figure("of the processor in a sweep", f"{statistics.median(taken.processor):.2f} s")
    verdicts.figure("a sweep takes", f"{ratio:.1f} times as long as find")
    verdicts.at_most("a sweep, median", statistics.median(taken.sweep), BAR)


def idle_share(indexer: int, seconds: float) -> float:
    """Percent of one core that the indexer and its children use while nothing happens."""
    before, started = cpu_seconds(indexer), time.monotonic()
    time.sleep(seconds)
    return 100 * (cpu_seconds(indexer) - before) / (time.monotonic() - started)


if __name__ == "__main__":
    sys.exit(main())
