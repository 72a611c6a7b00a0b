"""The child that converts a model dies with its parent, however the parent died."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.encoder import bundled_model

LONGEST = 60  # seconds

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

PREPARE = """
import sys
from pathlib import Path
from alcove.encoder import prepare
prepare(Path(sys.argv[1]), Path(sys.argv[2]))
"""

# Its child's standard input stays open in the test, so that a closed pipe cannot be what ends it.
HAND_ON_INPUT = """
import os, subprocess, sys
program = [sys.executable, "-m", "alcove.encoder.conversion.process", *sys.argv[1:]]
child = subprocess.Popen([*program, "orphan", str(os.getpid())], stdin=sys.stdin)
child.wait()
"""


def wait_for(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + LONGEST
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def children(pid: int) -> list[int]:
    """Return the child processes that any thread of a process started."""
    files = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in files for child in file.read_text().split()]


def has_loaded(pid: int, library: str) -> bool:
    return library in Path(f"/proc/{pid}/maps").read_text()


def is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state in "ZX"


def kill_parent_while_it_converts(parent: subprocess.Popen[bytes]) -> int:
    """Wait until the child loads torch, kill the parent, and return the child's id."""
    assert wait_for(lambda: bool(children(parent.pid)))
    (child,) = children(parent.pid)
    assert wait_for(lambda: has_loaded(child, "torch"))
    parent.kill()
    parent.wait()
    return child


def test_it_dies_with_a_killed_parent(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PREPARE, str(bundled_model()), str(tmp_path / "models")]
    with subprocess.Popen(command) as parent:
        child = kill_parent_while_it_converts(parent)
    assert wait_for(lambda: is_gone(child))
    assert not list((tmp_path / "models").glob("[!.]*"))


def test_it_dies_though_its_pipe_stays_open(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HAND_ON_INPUT, str(bundled_model()), str(tmp_path)]
    reading, writing = os.pipe()
    try:
        with subprocess.Popen(command, stdin=reading, stdout=subprocess.DEVNULL) as parent:
            child = kill_parent_while_it_converts(parent)
        assert wait_for(lambda: is_gone(child))
        assert list(tmp_path.iterdir()) == []  # it would have been done by now otherwise
    finally:
        os.close(reading)
        os.close(writing)


def test_it_exits_at_once_if_its_parent_is_another_process(tmp_path: Path) -> None:
    program = [
        sys.executable,
        "-m",
        "alcove.encoder.conversion.process",
        str(bundled_model()),
        str(tmp_path),
    ]
    orphan = subprocess.run([*program, "orphan", "1"], stdin=subprocess.PIPE, check=False)
    assert orphan.returncode == 1
    assert orphan.returncode != -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []
