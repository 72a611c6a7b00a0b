"""More files than the kernel can tell of: the indexer is stopped while they are made.

    python -m tests.benchmarks.indexer.overflow [--files N] [--fill] [--seed N]

The watching indexer gets SIGSTOP, 20,000 different files are made in watched folders, and it gets
SIGCONT. Shows that the kernel's queue was full by then, how long it takes until all of them are
found by words, and demands that the index is what the disk is. Fewer files do with --fill, which
fills the queue first, with events of files that only get another time.
"""

import ctypes
import fcntl
import os
import random
import signal
import sys
import termios
import time
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from tests.benchmarks.equality import faults, reader
from tests.benchmarks.running import Bench, add_options, fresh, wait_until
from tests.benchmarks.texts import make_text
from tests.benchmarks.verdicts import Verdicts

from alcove.index.words.fields import PASSAGES, open_index
from alcove.index.words.state import read_state
from alcove.personal import LibraryFolder
from alcove.search.words.keyword_arm import KeywordArm

BAR = 60.0  # seconds
FOLDERS = 50
SMALLEST = 500  # bytes
_QUEUE = Path("/proc/sys/fs/inotify/max_queued_events")
_EVENT = 32  # bytes of an event with a name of up to 15 letters: inotify(7)
_PIDFD_GETFD = 438  # on every architecture: pidfd_getfd(2)


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    print(f"seed {options.seed}, {options.files} files")
    with fresh(options) as bench:
        for number in range(FOLDERS):
            (bench.documents / f"{number:03}").mkdir()
        (bench.documents / "first.txt").write_text("The first document.")
        bench.run("index", bench.documents)
        with bench.watching() as indexer:
            bench.rest()
            words = flood(bench, indexer.pid, options, verdicts)
            took = seconds_until_found(bench.library, options.files)
            verdicts.at_most("until all are found by words", took, BAR)
            found = count_found(bench.library, words)
            verdicts.demand(
                "each is found by its own word", met=found == len(words), seen=f"{found:,}"
            )
        wrong = faults(bench.library, bench.documents)
        verdicts.demand("the index is what the disk is", met=not wrong, seen="; ".join(wrong))
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="The kernel's queue of events runs over.")
    add_options(parser)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--fill", action="store_true", help="fill the queue before")
    return parser.parse_args()


def flood(bench: Bench, indexer: int, options: Namespace, verdicts: Verdicts) -> dict[str, bytes]:
    """Make the files while the indexer stands still; return the word and path of each."""
    chance = random.Random(options.seed)
    os.kill(indexer, signal.SIGSTOP)
    most = int(_QUEUE.read_text())
    try:
        wait_until(lambda: stands_still(indexer), 60, "the indexer stands still")
        if options.fill:
            fill_queue(bench.documents, most)
        words = make_files(bench.documents, options.files, chance)
        waiting = events_waiting(indexer)
    finally:
        os.kill(indexer, signal.SIGCONT)
    seen = f"{waiting:,} events held, of {most:,} at most"
    # More were made than fit; a few that are held have no name, and count for half.
    verdicts.demand("the queue ran over", met=waiting > 0.99 * most, seen=seen)
    return words


def stands_still(process: int) -> bool:
    """Whether each thread is stopped; one that is busy in the kernel stops a moment later."""
    states = [stat.read_text().rpartition(")")[2].split()[0] for stat in _stats(process)]
    return set(states) == {"T"}


def _stats(process: int) -> list[Path]:
    return list(Path(f"/proc/{process}/task").glob("*/stat"))


def fill_queue(folder: Path, events: int) -> None:
    """Touch two files in turns: the kernel would join equal events of one."""
    files = [folder / "000" / name for name in ("touched-1.txt", "touched-2.txt")]
    for file in files:
        file.write_text(file.name)
    for number in range(events):
        os.utime(files[number % 2])


def make_files(folder: Path, number: int, chance: random.Random) -> dict[str, bytes]:
    words = {}
    for index in range(number):
        word = "zq" + "".join(chance.choices("bcdfghjkmnpqrtvwxz", k=12))
        path = folder / f"{index % FOLDERS:03}" / f"{index:05}.txt"
        path.write_text(f"All about {word}.\n{make_text(chance, paragraphs=2)}")
        assert path.stat().st_size >= SMALLEST
        words[word] = bytes(path)
    return words


def events_waiting(indexer: int) -> int:
    """How many events the kernel keeps for a process, asked of a copy of its descriptor."""
    descriptors = Path(f"/proc/{indexer}/fd").iterdir()
    inotify = next(d for d in descriptors if str(d.readlink()) == "anon_inode:inotify")
    process = os.pidfd_open(indexer)
    copy = ctypes.CDLL(None, use_errno=True).syscall(_PIDFD_GETFD, process, int(inotify.name), 0)
    if copy < 0:
        raise OSError(ctypes.get_errno(), "pidfd_getfd")
    try:
        size = fcntl.ioctl(copy, termios.FIONREAD, b"\0" * 4)
    finally:
        os.close(copy)
        os.close(process)
    return int.from_bytes(size, sys.byteorder) // _EVENT


def seconds_until_found(library: LibraryFolder, files: int) -> float:
    """Wait until the words index has as many passages as files, which have one at least."""
    started = time.monotonic()

    def has_all() -> bool:
        with closing(reader(library)) as connection:
            left = connection.execute("SELECT count(*) FROM files WHERE waiting").fetchone()[0]
            known = connection.execute("SELECT count(*) FROM files").fetchone()[0]
            wanted = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        return bool(known > files and left == 0 and entries(library) >= wanted)

    wait_until(has_all, 600, "all are found")
    return time.monotonic() - started


def entries(library: LibraryFolder) -> int:
    state = read_state(library.words)
    if state is None:
        return 0
    found: int = open_index(library.words / state.generation, PASSAGES).searcher().num_docs
    return found


def count_found(library: LibraryFolder, words: dict[str, bytes]) -> int:
    """How many words lead to the file that has them, and to it alone."""
    arm = KeywordArm(library.words)
    with closing(reader(library)) as connection:
        found = 0
        for word, path in words.items():
            ids = arm.passages(word, 2, None).ids
            rows = connection.execute(
                "SELECT f.path FROM passages p JOIN documents d ON d.id = p.document_id"
                " JOIN files f ON f.content_id = d.content_id WHERE p.id = ?",
                [int(ids[0]) if len(ids) == 1 else -1],
            )
            found += rows.fetchall() == [(path,)]
    return found


if __name__ == "__main__":
    sys.exit(main())
