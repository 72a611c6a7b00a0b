"""A library with its folder of documents and its processes, as the recorded runs need them."""

import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from tests.benchmarks.equality import faults

from alcove.indexer import Activity, IndexerClient, IndexerState
from alcove.personal import LibraryFolder, Pace, settings_store

_POLL = 0.02  # seconds
_STARTS = 60.0  # seconds until an indexer listens, at most
_SETTLES = 1200.0  # seconds until it is up to date, at most


@dataclass(frozen=True)
class Bench:
    """A library in `top`, beside its one folder of documents."""

    top: Path

    @property
    def library(self) -> LibraryFolder:
        """Where the library's parts lie."""
        return LibraryFolder(self.top / "library")

    @property
    def documents(self) -> Path:
        """The folder that is indexed."""
        return self.top / "documents"

    def command(self, *arguments: str | Path) -> list[str]:
        """How a command of the program is called."""
        program = (sys.executable, "-m", "alcove", "--library", str(self.library.root))
        return [*program, *map(str, arguments)]

    def run(self, *arguments: str | Path, codes: Sequence[int] = (0,)) -> str:
        """Run a command to its end; return what it printed."""
        command = self.command(*arguments)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in codes:
            raise RuntimeError(f"alcove {arguments[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    @contextmanager
    def watching(self, *wrapper: str) -> Iterator[subprocess.Popen[bytes]]:
        """Let `alcove watch` run, and demand a clean end.

        Args:
            wrapper: a command that runs it and stays the parent of nothing, as `strace -D` does.
        """
        process = self.start("watch", wrapper=wrapper)
        try:
            yield process
        finally:
            process.terminate()
            process.wait()
        if process.returncode:
            raise RuntimeError(f"alcove watch ended with {process.returncode}")

    def start(self, *arguments: str | Path, wrapper: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        """Start a command; what it prints is kept in a file in `top`."""
        with (self.top / "printed.txt").open("ab") as printed:
            return subprocess.Popen(
                [*wrapper, *self.command(*arguments)],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=printed,
            )

    @contextmanager
    def client(self) -> Iterator[IndexerClient]:
        """A connection to the running indexer, which may just be starting."""
        with ExitStack() as stack:
            clients: list[IndexerClient] = []

            def connect() -> bool:
                try:
                    clients.append(stack.enter_context(IndexerClient(self.library.root)))
                except (EOFError, OSError):
                    return False
                return True

            wait_until(connect, _STARTS, "an indexer listens")
            yield clients[0]

    def wait_for_equality(self, indexer: "subprocess.Popen[bytes]", seconds: float) -> None:
        """Wait until the index is what the disk is, without asking for it.

        Raises:
            RuntimeError: the indexer ended.
            TimeoutError: it is not.
        """

        def holds() -> bool:
            if indexer.poll() is not None:
                raise RuntimeError(f"the indexer ended with {indexer.returncode}")
            return not faults(self.library, self.documents)

        wait_until(holds, seconds, "the index is what the disk is")

    def settle(self) -> IndexerState:
        """Have everything looked at, and wait until it is up to date."""
        with self.client() as client:
            ticket = client.ask("rescan")
            return _hear(client, lambda state: state.settled >= ticket)

    def rest(self) -> IndexerState:
        """Wait until the indexer has nothing to do, without asking it for anything."""
        with self.client() as client:
            return _hear(client, lambda state: state.activity is Activity.IDLE)

    def hear(self, wanted: Callable[[IndexerState], bool]) -> IndexerState:
        """Wait for a state of the indexer."""
        with self.client() as client:
            return _hear(client, wanted)

    def state(self) -> IndexerState:
        """How the indexer stands."""
        with self.client() as client:
            return client.state


def _hear(client: IndexerClient, wanted: Callable[[IndexerState], bool]) -> IndexerState:
    end = time.monotonic() + _SETTLES
    while not wanted(client.state):
        client.hear(1.0)
        if time.monotonic() > end:
            raise TimeoutError("the indexer does not come to an end")
    return client.state


def wait_until(holds: Callable[[], bool], seconds: float, what: str) -> float:
    """Ask again and again until something holds; return after how many seconds it did.

    Raises:
        TimeoutError: it does not.
    """
    started = time.monotonic()
    while not holds():
        if time.monotonic() - started > seconds:
            raise TimeoutError(f"waited {seconds:g} s in vain until {what}")
        time.sleep(_POLL)
    return time.monotonic() - started


def cpu_seconds(process: int) -> float:
    """Seconds of the processor that a process and its children used so far."""
    top = psutil.Process(process)
    times = [each.cpu_times() for each in (top, *top.children(recursive=True))]
    return sum(each.user + each.system for each in times) + times[0].children_user


def add_options(parser: ArgumentParser) -> None:
    """Add what every recorded run of a running library can be told."""
    parser.add_argument("--models", type=Path, help="a library's models, to save a conversion")
    parser.add_argument("--scratch", type=Path, help="folder to work in")
    parser.add_argument("--untimed", action="store_true", help="show times without judging them")


@contextmanager
def fresh(options: Namespace) -> Iterator[Bench]:
    """An empty library with the model, and an empty folder of documents; removed afterwards."""
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        bench = Bench(Path(scratch).resolve())
        bench.documents.mkdir()
        bench.library.root.mkdir(mode=0o700)
        shutil.copytree(options.models or prepare_model(bench.top), bench.library.models)
        if options.untimed:  # other work on the machine is no reason to rest
            personal = bench.library.personal
            settings_store.change(personal, lambda now: replace(now, when_busy=Pace.FULL))
        yield bench


def prepare_model(top: Path) -> Path:
    """Index one file, so that the bundled model is converted; return where it lies."""
    first = Bench(top / "first")
    first.documents.mkdir(parents=True)
    (first.documents / "one.txt").write_text("one document")
    first.run("index", first.documents)
    return first.library.models
