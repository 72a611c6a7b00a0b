"""An indexer at work, as another command or a signal meets it."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .conftest import Program


def encoded(told: str) -> int:
    found = re.search(r"([\d,]+) passages? encoded", told)
    assert found, told
    return int(found[1].replace(",", ""))


@contextmanager
def running(program: Program, *folders: Path) -> Iterator[subprocess.Popen[str]]:
    """An indexer at work; killed at the end if it is still there."""
    with subprocess.Popen(
        program.command("index", *folders),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[str], start: str) -> None:
    """Read the progress up to the first line that begins like this."""
    assert process.stderr is not None
    read = []
    for line in process.stderr:
        read.append(line)
        if line.startswith(start):
            return
    pytest.fail(f"no line “{start}” in: {''.join(read)}")
