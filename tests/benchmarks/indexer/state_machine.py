"""Proves on thousands of random sequences that the index ends up equal to the disk.

    python -m tests.benchmarks.indexer.state_machine [--sequences N] [--seed N] [--coarse]

Runs the state machine of tests/indexer in this process, on a clock and with events of its own.
Prints the seed, how many sequences and steps there were, and PASS or FAIL; ends with 1 for a
failure, after the smallest sequence of steps that shows it. TMPDIR says where the files lie.
"""

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from typing import Any

from tests.indexer.test_state_machine import CoarseLibrary, LiveLibrary, prove


def main() -> int:
    """0 if nothing differed."""
    options = read_options()
    counts: Counter[str] = Counter()

    class Counted(CoarseLibrary if options.coarse else LiveLibrary):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            counts["sequences"] += 1

        def check_invariants(self, settings: Any, output: Any, runtimes: Any) -> None:
            counts["steps"] += 1
            super().check_invariants(settings, output, runtimes)

    print(f"seed {options.seed}", flush=True)
    started = time.monotonic()
    try:
        prove(Counted, options.sequences, options.seed)
        verdict = "PASS"
    except Exception:  # noqa: BLE001 - whatever it is, it is the result
        traceback.print_exc()
        verdict = "FAIL"
    took = time.monotonic() - started
    print(f"{counts['sequences']} sequences, {counts['steps']} steps, {took:.0f} s: {verdict}")
    return int(verdict != "PASS")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="index == disk, in one process.")
    parser.add_argument("--sequences", type=int, default=2_000)
    parser.add_argument("--coarse", action="store_true", help="the disk's clock ticks every 2 s")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
