"""An indexer as a process of its own, which ends with the program that started it."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from alcove.system.frozen import module_command

_ASKED = 1.4  # seconds to end after it was asked to; it takes some tenths normally
_TERMINATED = 0.4  # seconds to end after a signal


def watch_command(root: Path) -> tuple[str, ...]:
    """What starts an indexer of the library in a folder, which ends when its input does."""
    return (*module_command("alcove"), "--library", str(root), "watch", "--quiet", "--until-eof")


class IndexerChild:
    """Owns a process; for one thread at a time.

    Its standard input is a pipe that nothing is written to: closing it asks for a clean end, and
    the system closes it however this program ends.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start it apart from this program's terminal, so that Ctrl-C does not hit both."""
        self._started = time.monotonic()
        nowhere = subprocess.DEVNULL
        if sys.platform == "win32":
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=nowhere,
                stderr=nowhere,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW,
            )
        else:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=nowhere,
                stderr=nowhere,
                start_new_session=True,
            )

    @property
    def code(self) -> int | None:
        """The exit code; None while it runs."""
        return self._process.poll()

    @property
    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._started

    def end(self, *, gently: bool) -> None:
        """Ask it to end, and wait; where it does not, or `gently` is false, end it by force."""
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
        """End it at once; any thread may call this."""
        self._process.kill()
