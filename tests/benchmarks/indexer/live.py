"""Changes real files under a real `alcove watch`, kills it, and demands that index == disk.

    python -m tests.benchmarks.indexer.live [--sequences N] [--seed N] [--models FOLDER]

Each sequence is a random walk in two folders with a library of its own: 5 to 25 changes with up to
0.3 s between them, SIGKILL or SIGTERM now and then, and a new start. When the indexer has been idle
for 4 s, without being asked to look again, paths, texts, words and vectors have to be those of the
disk. Prints the seed and a line for each sequence; ends with 1 where anything differs.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil
from tests.indexer.comparing import differences, is_whole
from tests.indexer.disk import NAMES, Disk

from alcove.indexer import Activity, IndexerClient
from alcove.personal import LibraryFolder, Pace, Settings, settings_store

IDLE = 4.0  # seconds without anything to do, after which the index has to be right
PATIENCE = 120.0  # seconds until it must have come to that
ORPHANS = 2.0  # seconds that a reader may outlive its indexer
FILES = (*NAMES, b"page.html", b"table.csv", b"letter.docx")


@dataclass
class Live:
    """One library, its folders, and the indexer that watches them.

    Attributes:
        ended: sessions of the indexers that are over: nothing may be left of them.
        stops: seconds that each clean stop took.
    """

    library: LibraryFolder
    disk: Disk
    process: "subprocess.Popen[bytes] | None" = None
    ended: list[int] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)

    def start(self) -> None:
        if self.process is None:
            command = (sys.executable, "-m", "alcove", "--library", str(self.library.root), "watch")
            with (self.library.root / "watch.log").open("ab") as log:
                self.process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )

    def end(self, number: signal.Signals) -> None:
        if self.process is None:
            return
        began = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(timeout=30)
        if number is signal.SIGTERM:
            self.stops.append(time.monotonic() - began)
            assert code in (0, -signal.SIGTERM), self.log  # it may not have begun to listen
        self.ended.append(self.process.pid)
        self.process = None

    def wait_until_idle(self, *, rescan: bool = False) -> None:
        """Wait until nothing was done for a while; look at everything first if `rescan`."""
        give_up = time.monotonic() + PATIENCE
        with ExitStack() as stack:
            client = self._connect(stack, give_up)
            ticket = client.ask("rescan") if rescan else 0
            busy = time.monotonic()
            while time.monotonic() - busy < IDLE:
                client.hear(0.2)
                if client.state.activity is not Activity.IDLE or client.state.settled < ticket:
                    busy = time.monotonic()
                assert busy < give_up, f"it is {client.state.activity} for ever\n{self.log}"

    def differences(self) -> list[str]:
        words = [word for word in self.disk.words.values() if word]
        return list(differences(self.library, self.disk.expected(self.disk.folders), words))

    def orphans(self) -> list[psutil.Process]:
        """What is still there of indexers that have ended, a moment later."""
        return psutil.wait_procs(list(_in_sessions(self.ended)), timeout=ORPHANS)[1]

    @property
    def log(self) -> str:
        return (self.library.root / "watch.log").read_text()

    def _connect(self, stack: ExitStack, give_up: float) -> IndexerClient:
        """Wait until the indexer listens."""
        assert self.process is not None
        while True:
            with suppress(OSError):
                return stack.enter_context(IndexerClient(self.library.root))
            assert self.process.poll() is None, self.log
            assert time.monotonic() < give_up, self.log
            time.sleep(0.05)


Change = Callable[[Disk, random.Random], object]


def _any(chance: random.Random) -> int:
    return chance.randrange(1000)


CHANGES: tuple[tuple[int, Change], ...] = (
    (8, lambda disk, chance: disk.create(_any(chance), _any(chance))),
    (3, lambda disk, chance: disk.make_folder(_any(chance), _any(chance))),
    (4, lambda disk, chance: disk.edit(_any(chance), longer=chance.random() < 0.5)),
    (4, lambda disk, chance: disk.edit_unseen(_any(chance))),
    (4, lambda disk, chance: disk.save_atomically(_any(chance))),
    (2, lambda disk, chance: disk.copy(_any(chance), _any(chance))),
    (1, lambda disk, chance: disk.empty(_any(chance))),
    (3, lambda disk, chance: disk.rename(_any(chance), _any(chance), _any(chance))),
    (3, lambda disk, chance: disk.move_tree(_any(chance), _any(chance), _any(chance))),
    (2, lambda disk, chance: disk.delete(_any(chance))),
    (1, lambda disk, chance: disk.delete_tree(_any(chance))),
    (1, lambda disk, chance: disk.chmod(_any(chance), chance.choice((0, 0o644)))),
    (1, lambda disk, chance: disk.replace_by_folder(_any(chance))),
    (1, lambda disk, chance: disk.replace_by_file(_any(chance))),
    (1, lambda disk, chance: disk.link_over(_any(chance))),
    (2, lambda disk, chance: disk.ignore(_any(chance), _any(chance))),
)


def main() -> int:
    """0 if nothing differed."""
    options = read_options()
    print(f"seed {options.seed}", flush=True)
    failed = repaired = 0
    stops: list[float] = []
    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch).resolve()
        models = options.models or prepare_model(top / "first")
        for number in range(options.sequences):
            began = time.monotonic()
            live = new_live(top / str(number), models)
            done = walk(live, random.Random(f"{options.seed}/{number}"))
            found, by_sweep = verdict(live)
            failed += bool(found)
            repaired += by_sweep
            stops += live.stops
            took = time.monotonic() - began
            print(
                f"{number + 1:4} {took:5.1f} s  {done}: {'; '.join(found) or 'equal'}", flush=True
            )
            shutil.rmtree(top / str(number))
    print(f"the slowest of {len(stops)} clean stops took {max(stops):.1f} s")
    print(f"a sweep would have been needed, and enough, {repaired} times")
    print(f"{options.sequences} sequences, {failed} differed: {'FAIL' if failed else 'PASS'}")
    return int(failed > 0)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="index == disk, with real processes.")
    parser.add_argument("--sequences", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--models", type=Path, help="a library's models, to save a conversion")
    return parser.parse_args()


def prepare_model(library: Path) -> Path:
    """Index one file, so that the model is converted; return where it lies."""
    documents = library.with_name("one document")
    documents.mkdir()
    (documents / "one.txt").write_text("one document")
    command = (sys.executable, "-m", "alcove", "--library", str(library), "index", str(documents))
    subprocess.run(command, check=True, capture_output=True)
    return library / "models"


def new_live(top: Path, models: Path) -> Live:
    library = LibraryFolder(top / "library")
    library.root.mkdir(mode=0o700, parents=True)
    shutil.copytree(models, library.models, copy_function=os.link)
    disk = Disk([bytes(top / "documents"), bytes(top / "notes")], FILES)
    wanted = Settings(folders=tuple(disk.folders), when_busy=Pace.FULL)
    settings_store.change(library.personal, lambda old: replace(wanted, revision=old.revision))
    return Live(library, disk)


def walk(live: Live, chance: random.Random) -> str:
    """Change the disk and interrupt the indexer; return what was done, in a few words."""
    changes, kills, stops = chance.randint(5, 25), 0, 0
    for _ in range(3):
        live.disk.create(0, _any(chance))
    live.start()
    weights = [weight for weight, _ in CHANGES]
    for _ in range(changes):
        change = chance.choices(CHANGES, weights)[0][1]
        change(live.disk, chance)
        time.sleep(chance.uniform(0, 0.3))
        what = chance.random()
        if what < 0.08:
            kills += live.process is not None
            live.end(signal.SIGKILL)
        elif what < 0.12:
            stops += live.process is not None
            live.end(signal.SIGTERM)
        elif what < 0.6:
            live.start()
    live.start()
    return f"{changes:2} changes, {kills} kills, {stops} stops"


def verdict(live: Live) -> tuple[list[str], bool]:
    """What differs, and whether a sweep mends it."""
    found: list[str] = []
    by_sweep = False
    try:
        live.wait_until_idle()
        found = live.differences()
        if found:
            live.wait_until_idle(rescan=True)
            by_sweep = not live.differences()
        live.end(signal.SIGTERM)
        if not is_whole(live.library):
            found.append("the database is damaged")
        if orphans := live.orphans():
            found.append(f"{len(orphans)} orphans")
        if "Traceback" in live.log:
            found.append(live.log)
    except (AssertionError, OSError, EOFError) as error:
        found.append(repr(error))
    finally:
        live.end(signal.SIGKILL)
    return found, by_sweep


def _in_sessions(sessions: list[int]) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        with suppress(ProcessLookupError, PermissionError, psutil.NoSuchProcess):
            if os.getsid(process.pid) in sessions:
                yield process


if __name__ == "__main__":
    sys.exit(main())
