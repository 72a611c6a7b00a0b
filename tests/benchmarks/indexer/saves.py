"""A file is saved: how long until it is found by words, and by meaning.

    python -m tests.benchmarks.indexer.saves [--saves N] [--seed N]

Each save writes a word that was never there; the words index and the database are asked until they
have it. Nothing else runs meanwhile, and each save waits until the indexer rests.
"""

import random
import sqlite3
import statistics
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import closing

from tests.benchmarks.equality import reader
from tests.benchmarks.running import Bench, add_options, fresh, wait_until
from tests.benchmarks.texts import make_text
from tests.benchmarks.verdicts import Verdicts

from alcove.search.words.keyword_arm import KeywordArm

BY_WORDS, BY_MEANING = 2.0, 5.0  # seconds, the median
FILES = 5  # that are saved in turn
_AT_MOST = 60.0  # seconds until a save counts as lost


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    print(f"seed {options.seed}, {options.saves} saves")
    with fresh(options) as bench:
        (bench.documents / "first.txt").write_text("The first document.")
        bench.run("index", bench.documents)
        with bench.watching(), closing(reader(bench.library)) as connection:
            bench.rest()
            words, meaning = measure(bench, connection, options)
    verdicts.figure("by words", shown(words))
    verdicts.figure("by meaning", shown(meaning))
    verdicts.at_most("found by words, median", statistics.median(words), BY_WORDS)
    verdicts.at_most("found by meaning, median", statistics.median(meaning), BY_MEANING)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="From saving a file to finding it.")
    add_options(parser)
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


def measure(
    bench: Bench, connection: sqlite3.Connection, options: Namespace
) -> tuple[list[float], list[float]]:
    """Seconds of each save until it is found by words, and by meaning."""
    chance, arm = random.Random(options.seed), KeywordArm(bench.library.words)
    words, meaning = [], []
    for number in range(options.saves):
        word = "zq" + "".join(chance.choices("bcdfghjkmnpqrtvwxz", k=12))
        text = f"All about {word}.\n{make_text(chance, paragraphs=1)}"
        started = time.monotonic()
        (bench.documents / f"save {number % FILES}.txt").write_text(text)
        words.append(seconds_until(by_words(arm, word), started))
        meaning.append(seconds_until(by_meaning(arm, word, connection), started))
        bench.rest()
    return words, meaning


def seconds_until(holds: Callable[[], bool], started: float) -> float:
    wait_until(holds, _AT_MOST, "a save is found")
    return time.monotonic() - started


def by_words(arm: KeywordArm, word: str) -> Callable[[], bool]:
    return lambda: len(arm.passages(word, 1, None).ids) > 0


def by_meaning(arm: KeywordArm, word: str, connection: sqlite3.Connection) -> Callable[[], bool]:
    def holds() -> bool:
        ids = arm.passages(word, 1, None).ids
        rows = connection.execute(
            "SELECT 1 FROM passages p JOIN vectors v ON v.input_id = p.input_id WHERE p.id = ?",
            [int(ids[0]) if len(ids) else -1],
        )
        return rows.fetchone() is not None

    return holds


def shown(seconds: list[float]) -> str:
    return f"median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s"


if __name__ == "__main__":
    sys.exit(main())
