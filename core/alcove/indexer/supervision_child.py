"""An indexer as a process of its own, which can outlive the program that started it."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from alcove.frozen import module_command

ASKED = 1.4
"""Seconds that an indexer has to end after it was asked to; it takes some tenths normally."""

_TERMINATED = 0.4  # seconds to end after a signal


def watch_command(root: Path) -> tuple[str, ...]:
    """What starts an indexer of the library in a folder."""
    return (*module_command("alcove"), "--library", str(root), "watch", "--quiet")


class Child:
    """Owns a process; for one thread at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it apart from this program's terminal, so that Ctrl-C does not hit both."""
        self._started = time.monotonic()
        nowhere = subprocess.DEVNULL
        if sys.platform == "win32":
            self._process = subprocess.Popen(
                command,
                stdin=nowhere,
                stdout=nowhere,
                stderr=nowhere,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW,
            )
        else:
            self._process = subprocess.Popen(
                command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
            )

    @property
    def code(self) -> int | None:
        """The exit code; None while it runs."""
        return self._process.poll()

    @property
    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._started

    def end(self, *, asked: bool) -> None:
        """Wait until it ends; where it does not, or was not even asked to, end it by force."""
        process = self._process
        for patience, force in ((ASKED, process.terminate), (_TERMINATED, process.kill)):
            try:
                process.wait(patience if asked or force == process.kill else 0)
            except subprocess.TimeoutExpired:
                force()
        process.wait()

    def leave(self) -> None:
        """Let it go on when this program has ended."""
        self._process.poll()
        if self._process.returncode is None:
            self._process.returncode = 0  # else Popen would complain that nobody waits for it

    def kill(self) -> None:
        """End it at once; any thread may call this."""
        self._process.kill()
