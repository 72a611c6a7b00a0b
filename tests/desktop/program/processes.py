"""The application as a process on a display of its own, and the processes that it leaves."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep

import psutil

COMMAND = (sys.executable, "-m", "alcove_desktop", "--library")
PATIENCE = 60.0  # seconds


def until(condition: Callable[[], object]) -> None:
    give_up = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < give_up
        sleep(0.02)


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return []


class Running:
    """One start of the application for a library."""

    def __init__(self, root: Path, display: Mapping[str, str], *arguments: str) -> None:
        self.root, self._display = root, display
        self.process = self.start(*arguments)
        self.all: set[psutil.Process] = {psutil.Process(self.process.pid)}

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [*COMMAND, str(self.root), *arguments]
        return subprocess.Popen(command, env=dict(self._display))

    def wait_for_window(self) -> None:
        until(lambda: self.windows() or self.process.poll() is not None)
        assert self.process.poll() is None

    def windows(self) -> list[str]:
        """Return the ids of the visible windows."""
        search = ["xdotool", "search", "--onlyvisible", "--name", "^Alcove$"]
        ended = subprocess.run(search, env=dict(self._display), capture_output=True, check=False)
        return ended.stdout.decode().split()

    def wait_for_indexer(self) -> psutil.Process:
        until(lambda: self.indexers() or self.process.poll() is not None)
        return self.indexers()[0]

    def indexers(self) -> list[psutil.Process]:
        """Return its indexer processes, and remember them."""
        now = psutil.Process(self.process.pid).children(recursive=True)
        self.all |= set(now)
        return [one for one in now if "watch" in _command(one)]

    def left(self) -> list[psutil.Process]:
        """Return those of its processes seen so far that still run."""
        return [one for one in self.all if one.is_running() and one.status() != "zombie"]

    def kill(self) -> None:
        """Kill those of its processes that still run."""
        if self.process.poll() is None:
            self.indexers()
        for process in self.left():
            process.kill()
        self.process.wait()

    def wait(self) -> int:
        return self.process.wait(PATIENCE)
