"""The runs that are recorded at full size, here at a size for every day."""

import subprocess
import sys
from pathlib import Path

import pytest

_TOP = Path(__file__).parents[3]

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="uses inotify, /proc and strace as Linux has them"
)


def record(name: str, *options: str | Path) -> str:
    """Run one of tests/benchmarks, without judging times; demand that nothing is missed.

    Args:
        name: such as "indexer.kills".
        options: its own.
    """
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}", "--untimed", *map(str, options)],
        cwd=_TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "PASS" in done.stdout
    return done.stdout
