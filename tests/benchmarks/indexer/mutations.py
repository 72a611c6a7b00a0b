"""Damaged documents: bytes flipped, cut short, under a wrong name; none may stop the indexer.

    python -m tests.benchmarks.indexer.mutations FOLDER [--every N] [--seed N]

Makes three of each file in FOLDER: with random bytes flipped, truncated at random, and with the
extension of another. `alcove watch` reads them, until no file waits. Demands that it goes on to the
end, that it says nothing but its progress, and that every file has text or a reason; prints how
many gave which.
"""

import random
import sqlite3
import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.equality import files_below, integrity, reader
from tests.benchmarks.running import Bench, add_options, fresh, wait_until
from tests.benchmarks.verdicts import Verdicts

from alcove.errors import Reason
from alcove.personal import settings_store

FLIPPED = 0.001  # of a file's bytes, and at least one
PATIENCE = 3000.0  # seconds
_FAULTS = ("Traceback", "what it says is left out")  # how `alcove watch` prints a bug of ours


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts()
    print(f"seed {options.seed}")
    with fresh(options) as bench:
        sources = sorted(files_below(options.folder))[:: options.every]
        mutate(sources, bench.documents, random.Random(options.seed))
        want(bench)
        read_all(bench, 3 * len(sources), verdicts)
        count_reasons(bench, verdicts)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="Damaged documents are read.")
    add_options(parser)
    parser.add_argument("folder", type=Path, help="documents of many kinds")
    parser.add_argument("--every", type=int, default=1, help="take each Nth of them")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


def mutate(sources: list[Path], to: Path, chance: random.Random) -> None:
    """Make three of each file, in folders named after what was done to them."""
    for kind in ("flipped", "cut", "renamed"):
        (to / kind).mkdir()
    suffixes = [path.suffix for path in sources]
    chance.shuffle(suffixes)
    for number, (path, suffix) in enumerate(zip(sources, suffixes, strict=True)):
        content, name = path.read_bytes(), f"{number:04}"
        (to / "flipped" / f"{name}{path.suffix}").write_bytes(flipped(content, chance))
        truncate = content[: chance.randrange(len(content))] if content else content
        (to / "cut" / f"{name}{path.suffix}").write_bytes(truncate)
        (to / "renamed" / f"{name}{suffix}").write_bytes(content)


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Some bytes become others."""
    damaged = bytearray(content)
    for _ in range(max(1, int(len(content) * FLIPPED)) if content else 0):
        damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
    return bytes(damaged)


def want(bench: Bench) -> None:
    """Want the folder, without waiting for it to be indexed."""
    folders = (bytes(bench.documents),)
    settings_store.change(bench.library.personal, lambda now: replace(now, folders=folders))


def read_all(bench: Bench, files: int, verdicts: Verdicts) -> None:
    started = time.monotonic()
    with bench.watching() as indexer:
        wait_until(
            lambda: indexer.poll() is not None or is_read(bench, files), PATIENCE, "all are read"
        )
        verdicts.demand("the indexer goes on", met=indexer.poll() is None)
        verdicts.figure("files read", f"{files:,} in {time.monotonic() - started:.0f} s")
    printed = (bench.top / "printed.txt").read_text()
    met = not any(mark in printed for mark in _FAULTS)
    verdicts.demand("it reports no fault of its own", met=met)


def is_read(bench: Bench, files: int) -> bool:
    if not bench.library.index.exists():
        return False
    with closing(reader(bench.library)) as connection:
        try:
            known, waiting = connection.execute(
                "SELECT count(*), coalesce(sum(waiting), 0) FROM files"
            ).fetchone()
        except sqlite3.OperationalError:  # its tables are being made
            return False
    return bool(known == files and waiting == 0)


def count_reasons(bench: Bench, verdicts: Verdicts) -> None:
    with closing(reader(bench.library)) as connection:
        rows = connection.execute(
            "SELECT f.path, coalesce(f.reason, c.reason), c.id, d.id FROM files f"
            " LEFT JOIN contents c ON c.id = f.content_id"
            " LEFT JOIN documents d ON d.content_id = c.id GROUP BY f.id"
        ).fetchall()
    reasons = Counter(reason or "text" for _, reason, _, _ in rows)
    for reason, number in reasons.most_common():
        verdicts.figure(reason, number)
    known = {"text", *(str(reason) for reason in Reason)}
    verdicts.demand("each reason is one that we know", met=reasons.keys() <= known)
    silent = [row for row in rows if row[1] is None and row[3] is None]
    verdicts.demand("every file has text or a reason", met=not silent, seen=len(rows))
    wrong = integrity(bench.library)
    verdicts.demand("the index is whole", met=not wrong, seen="; ".join(wrong))


if __name__ == "__main__":
    sys.exit(main())
