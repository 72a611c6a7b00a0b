"""`alcove watch` under real changes, kills and stops: when it is idle, index == disk."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "sequences", [1, pytest.param(8, marks=[pytest.mark.slow, pytest.mark.timeout(900)])]
)
@pytest.mark.skipif(sys.platform == "win32", reason="its paths and signals are those of POSIX")
def test_after_changes_and_kills_the_index_equals_the_disk_without_being_asked(
    models: Path, sequences: int
) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    options = {"--sequences": sequences, "--seed": seed, "--models": models}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.benchmarks.indexer.live"),
            *(str(part) for option in options.items() for part in option),
        ],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{sequences} sequences, 0 differed" in done.stdout
