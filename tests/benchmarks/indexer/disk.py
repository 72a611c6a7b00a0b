"""The disk is full, or fails: indexing pauses with a message, goes on by itself, loses nothing.

    python -m tests.benchmarks.indexer.disk [--files N] [--seed N]

strace lets writes and syncs of a running `alcove watch` fail with ENOSPC and EIO until the indexer
says why it pauses; where a tmpfs may be mounted (by root), a library on one is truly filled and
emptied. Demands that it goes on by itself, that the index is whole and is what the disk is; and
that `alcove index` ends with 3 and the message.
"""

import os
import random
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.equality import faults
from tests.benchmarks.running import Bench, add_options, fresh, wait_until
from tests.benchmarks.texts import make_tree
from tests.benchmarks.verdicts import Verdicts

from alcove.indexer import Pause

SEED = 7
ROOM = 150 << 20  # bytes of the tmpfs: a model has 45 MB
FAILURE = 3  # exit code
FULL = "the disk that holds the library is full"


@dataclass(frozen=True)
class Injected:
    """What strace lets go wrong, and what the indexer has to say.

    Attributes:
        call: whose calls fail.
        error: with what.
        after: how many of a thread's calls go well.
        parts: files of the library that are concerned; all files, for none.
        pause: what is said.
    """

    call: str
    error: str
    after: int
    parts: tuple[str, ...]
    pause: Pause

    @contextmanager
    def into(self, indexer: int, bench: Bench) -> Iterator[None]:
        """Let it go wrong in a running indexer, for as long as the block lasts."""
        inject = f"inject={self.call}:error={self.error}:when={self.after + 1}+"
        paths = [f"-P{bench.library.root / part}" for part in self.parts]
        command = ["strace", "-f", *paths, "-e", f"trace={self.call}", "-e", inject]
        with (bench.top / "trace").open("wb") as output:
            strace = subprocess.Popen([*command, "-p", str(indexer)], stderr=output)
        try:
            wait_until(lambda: is_traced(indexer), 30, "strace holds the indexer")
            yield
        finally:
            strace.terminate()  # it lets go
            strace.wait()


def is_traced(process: int) -> bool:
    """Whether a tracer has all threads of a process."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return all("TracerPid:\t0\n" not in (thread / "status").read_text() for thread in threads)


DATABASE = ("index.db", "index.db-wal")
INJECTED = (
    Injected("pwrite64", "ENOSPC", 10, DATABASE, Pause.DISK_FULL),
    Injected("pwrite64", "EIO", 10, DATABASE, Pause.DISK_FAILS),
    Injected("fdatasync", "EIO", 3, (), Pause.DISK_FAILS),
    Injected("fsync", "EIO", 2, (), Pause.DISK_FAILS),
    Injected("fsync", "ENOSPC", 2, (), Pause.DISK_FULL),
)


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts()
    for injected in INJECTED:
        with fresh(options) as bench:
            watch_with(injected, bench, options, verdicts)
    if may_mount():
        with fresh(options) as bench, small_disk(bench) as ballast:
            fill_and_empty(bench, ballast, options, verdicts)
    else:
        verdicts.figure("a truly full disk", "only root can mount one")
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="Writes fail, and work again.")
    add_options(parser)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


def watch_with(injected: Injected, bench: Bench, options: Namespace, verdicts: Verdicts) -> None:
    what = f"{injected.call} fails with {injected.error}"
    make_tree(bench.documents / "first", 5, 1, 5, SEED)
    bench.run("index", bench.documents)
    with bench.watching() as indexer:
        bench.rest()
        with injected.into(indexer.pid, bench):
            make_tree(bench.documents / "second", options.files, 5, options.files, SEED + 1)
            hear_pause(injected.pause, what, bench, verdicts)
        bench.rest()
        bench.settle()
    check(what, bench, verdicts)


def hear_pause(pause: Pause, what: str, bench: Bench, verdicts: Verdicts) -> None:
    said = bench.hear(lambda state: state.pause is not None)
    verdicts.demand(f"{what}: the indexer says so", met=said.pause is pause, seen=said.pause)


def check(what: str, bench: Bench, verdicts: Verdicts) -> None:
    wrong = faults(bench.library, bench.documents)
    whole = f"{what}: afterwards the index is whole, and is what the disk is"
    verdicts.demand(whole, met=not wrong, seen="; ".join(wrong))


def may_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


@contextmanager
def small_disk(bench: Bench) -> Iterator[Path]:
    """Move the library to a small disk of its own; yields a file to fill it with."""
    root = bench.library.root
    moved = root.rename(root.with_name("moved"))
    root.mkdir(mode=0o700)
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM},mode=700", "tmpfs", str(root)]
    subprocess.run(command, check=True)
    try:
        subprocess.run(["cp", "-a", f"{moved}/.", str(root)], check=True)
        yield root / "ballast"
    finally:
        subprocess.run(["umount", str(root)], check=True)


def fill_and_empty(bench: Bench, ballast: Path, options: Namespace, verdicts: Verdicts) -> None:
    what = "a full disk"
    make_tree(bench.documents / "first", 5, 1, 5, SEED)
    bench.run("index", bench.documents)
    with bench.watching():
        bench.rest()
        fill(ballast)
        make_tree(bench.documents / "second", options.files, 5, options.files, SEED + 1)
        hear_pause(Pause.DISK_FULL, what, bench, verdicts)
        ballast.unlink()
        bench.rest()
        bench.settle()
        check(what, bench, verdicts)
    fill(ballast)
    make_tree(bench.documents / "third", options.files, 5, options.files, SEED + 2)
    done = subprocess.run(bench.command("index"), capture_output=True, text=True, check=False)
    met = done.returncode == FAILURE and FULL in done.stderr
    verdicts.demand(f"{what}: alcove index ends with {FAILURE} and says so", met=met)
    ballast.unlink()
    bench.run("index")
    check(f"{what}, alcove index", bench, verdicts)


def fill(ballast: Path) -> None:
    """Leave no byte of room."""
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            write_all(file.write, bytes(size))


def write_all(write: Callable[[bytes], int | None], block: bytes) -> None:
    try:
        while write(block):
            pass
    except OSError:
        return  # there is no room for another block


if __name__ == "__main__":
    sys.exit(main())
