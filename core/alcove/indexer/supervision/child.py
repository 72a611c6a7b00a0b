"""Run an indexer as a child process, which ends with the program that started it."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from alcove.system.frozen import module_command

_ASKED = 1.4  # seconds to end after a request; it normally takes some tenths
_TERMINATED = 0.4  # seconds to end after a signal to terminate


def watch_command(root: Path) -> tuple[str, ...]:
    """Return the command of an indexer for the library in `root`; it ends when its input does."""
    return (*module_command("alcove"), "--library", str(root), "watch", "--quiet", "--until-eof")


class IndexerChild:
    """Owns an indexer's process; used by one thread at a time.

    Nothing is written to its standard input, a pipe: closing it requests a clean end, and the
    system closes it however this program ends.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start the process apart from this program's terminal, so Ctrl-C does not reach it."""
        self._started = time.monotonic()
        devnull = subprocess.DEVNULL
        if sys.platform == "win32":
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=devnull,
                stderr=devnull,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW,
            )
        else:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=devnull,
                stderr=devnull,
                start_new_session=True,
            )

    @property
    def code(self) -> int | None:
        """Exit code; None while it runs."""
        return self._process.poll()

    @property
    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._started

    def end(self, *, gently: bool) -> None:
        """Request an end and wait; use force if it does not end, or at once without `gently`."""
        process = self._process
        assert process.stdin is not None
        process.stdin.close()
        for patience, force in ((_ASKED, process.terminate), (_TERMINATED, process.kill)):
            try:
                process.wait(patience if gently or force == process.kill else 0)
            except subprocess.TimeoutExpired:
                force()
        process.wait()

    def kill(self) -> None:
        """Kill the process at once; any thread may call this."""
        self._process.kill()
