"""kill -9 while indexing: the next run makes a library as if nothing had happened."""

import random
import subprocess
import sys
from pathlib import Path

KILLS = Path(__file__).parents[1] / "benchmarks" / "kills.py"
TIMES = 3
FILES = 60


def test_an_indexer_that_is_killed_leaves_nothing_that_the_next_run_does_not_make_good(
    models: Path,
) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    options = {"--kills": TIMES, "--files": FILES, "--seed": seed, "--models": models}
    done = subprocess.run(
        [sys.executable, KILLS, *(str(part) for option in options.items() for part in option)],
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"0 of {TIMES} kills made a difference" in done.stdout
