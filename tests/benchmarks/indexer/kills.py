"""kill -9 at pseudo-random moments while files change: nothing is lost, damaged, or left running.

    python -m tests.benchmarks.indexer.kills [--kills N] [--readers N] [--fresh N] [--files N]
        [--seed N]

Each kill strikes `alcove watch` or `alcove index` after up to --longest seconds, while files are
written, replaced, moved and deleted; every --fresh kills the index begins anew, so that its making
is struck too. Demands that no process of the killed one lives two seconds later, that the database
is whole, and, every few kills and at the end, that a run to the end makes the index what the disk
is. Then the same for the processes that read documents, whose indexer goes on. At the end, all
that the library holds is compared with one that nobody disturbed.
"""

import random
import shutil
import signal
import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import psutil
from tests.benchmarks.equality import faults, integrity
from tests.benchmarks.indexer.churn import Churn
from tests.benchmarks.indexer.contents import content_of, differences
from tests.benchmarks.running import Bench, add_options, fresh, wait_until
from tests.benchmarks.verdicts import Verdicts

ORPHANS_END = 2.0  # seconds
SETTLE_EVERY = 10  # kills


@dataclass
class Run:
    """What is killed and what changes meanwhile."""

    bench: Bench
    churn: Churn
    chance: random.Random
    options: Namespace


def main() -> int:
    """Prints a table; 0 if no kill made a difference."""
    options = read_options()
    print(f"seed {options.seed}, {options.files} files", flush=True)
    verdicts = Verdicts(timed=not options.untimed)
    with fresh(options) as bench:
        chance = random.Random(options.seed)
        run = Run(bench, Churn(bench.documents, options.files, chance), chance, options)
        bench.run("index", bench.documents)
        kill_indexers(run, verdicts)
        kill_readers(run, verdicts)
        compare_with_undisturbed(bench, verdicts)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="kill -9 while files change.")
    add_options(parser)
    parser.add_argument("--kills", type=int, default=100, help="of the indexer")
    parser.add_argument("--readers", type=int, default=100, help="kills of reading processes")
    parser.add_argument(
        "--fresh", type=int, default=10, help="kills from one new index to the next"
    )
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--longest", type=float, default=4.0, help="seconds until a kill")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


def kill_indexers(run: Run, verdicts: Verdicts) -> None:
    slowest, wrong, at = 0.0, [], Counter[str]()
    for number in range(1, run.options.kills + 1):
        if number % run.options.fresh == 0:
            drop_index(run.bench)
        slowest = max(slowest, kill_indexer(run, at))
        if run.bench.library.index.exists():
            wrong += readable(lambda: integrity(run.bench.library))
        if number % SETTLE_EVERY == 0 or number == run.options.kills:
            run.bench.run("index", run.bench.documents)
            wrong += faults(run.bench.library, run.bench.documents)
            print(f"      {number} kills: {'; '.join(wrong) or 'as it should be'}", flush=True)
    verdicts.figure("the indexer was at", dict(at))
    verdicts.at_most("processes of a killed indexer end", slowest, ORPHANS_END)
    what = f"{run.options.kills} kills of the indexer make no difference"
    verdicts.demand(what, met=not wrong, seen="; ".join(wrong))


def drop_index(bench: Bench) -> None:
    for file in bench.library.root.glob("index.db*"):
        file.unlink()
    shutil.rmtree(bench.library.words, ignore_errors=True)


def readable(check: Callable[[], list[str]]) -> list[str]:
    """What a check says of a database that its next writer may yet have to recover."""
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - it is what the check found
        return [f"{type(error).__name__}: {error}"]


def kill_indexer(run: Run, at: Counter[str]) -> float:
    """Start an indexer, change files, kill it; return the seconds until its children are gone."""
    program = run.chance.choice((("watch", "--quiet"), ("index",)))
    process = run.bench.start(*program)
    run.churn.go_on(run.chance.uniform(0.3, run.options.longest))
    children = psutil.Process(process.pid).children(recursive=True) if alive(process.pid) else []
    at[f"{program[0]}, {len(children)} children"] += 1
    process.send_signal(signal.SIGKILL)
    process.wait()
    return wait_until(lambda: not any(map(is_alive, children)), 30, "all children are gone")


def alive(pid: int) -> bool:
    return psutil.pid_exists(pid) and is_alive(psutil.Process(pid))


def is_alive(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def kill_readers(run: Run, verdicts: Verdicts) -> None:
    """Kill processes that read documents, under an indexer that goes on."""
    done = 0
    with run.bench.watching() as indexer:
        run.bench.rest()
        while done < run.options.readers:
            run.churn.step()
            for child in psutil.Process(indexer.pid).children(recursive=True):
                if run.chance.random() < 0.5 and is_alive(child):
                    child.send_signal(signal.SIGKILL)
                    done += 1
            time.sleep(run.chance.uniform(0, 0.2))
        verdicts.demand("the indexer goes on", met=indexer.poll() is None)
        run.bench.settle()
    run.bench.run("index", run.bench.documents)
    wrong = faults(run.bench.library, run.bench.documents)
    what = f"{done} kills of reading processes make no difference"
    verdicts.demand(what, met=not wrong, seen="; ".join(wrong))


def compare_with_undisturbed(bench: Bench, verdicts: Verdicts) -> None:
    """Index the same documents into a second library, and compare all that the two hold."""
    other = Bench(bench.top / "undisturbed")
    other.library.root.mkdir(parents=True)
    shutil.copytree(bench.library.models, other.library.models)
    other.run("index", bench.documents)
    wrong = differences(content_of(other), content_of(bench))
    what = "the library holds what an undisturbed one holds"
    verdicts.demand(what, met=not wrong, seen="; ".join(wrong))


if __name__ == "__main__":
    sys.exit(main())
