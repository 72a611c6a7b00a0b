"""Run a confined child process from its parent: start it, and kill it on a timeout."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from alcove.errors import ReaderError, ReadError, Reason
from alcove.sandbox.channel import READY, Channel, PipeChannel, SocketChannel, receive_json
from alcove.sandbox.confinement import ENVIRONMENT

_START_TIMEOUT = 60.0  # seconds until it is confined; 0.2 on an idle machine
_STARTS = 3  # attempts: something outside may kill a child while it starts
_MAX_GREETING = 100  # bytes


class LostError(ReadError):
    """The process died or was killed on a file, which is not necessarily that file's fault."""


class ConfinedChild:
    """A running process that parses untrusted files, one after the other.

    Owns the process and the channel to it. One thread at a time may call it; any may kill it.
    Subclasses define the requests and the answers.

    Attributes:
        files: number of files passed to it so far.
        fit: whether it can take another file.
    """

    def __init__(self, command: list[str], task: str) -> None:
        """Start the process and wait until it is confined.

        Args:
            command: command line of the process.
            task: what it does, for error messages: "reads documents".

        Raises:
            ReaderError: it cannot be started.
        """
        self.files = 0
        self.fit = False
        for _ in range(_STARTS):
            self._process, self._channel = _start(command, task)
            if self._is_ready():
                break
            self.end()
        else:
            raise ReaderError(
                f"The process that {task} ended before it was ready.",
                advice=(
                    "Check that there is enough memory, and that the temporary folder "
                    "has 10 MB of free space and may hold programs. If so, reinstall "
                    "Alcove."
                ),
            )

    def kill(self) -> None:
        """Kill the process, from any thread; a thread that reads from it gets a LostError."""
        self._process.kill()

    def end(self) -> None:
        """Kill the process, wait for it, and close the channel; it holds no data to save."""
        self._process.kill()
        self._process.wait()
        self._channel.close()

    @contextmanager
    def _asked(self, patience: float) -> Iterator[None]:
        """Guard the exchange of a request and its answer in the block.

        The child is fit again afterwards, also where its answer is the reason of a `ReadError`.

        Args:
            patience: seconds after which the child is killed.

        Raises:
            LostError: it died, or took too long.
            ReadError: its answer is invalid.
        """
        self.fit = False
        with self._killed_after(patience) as overdue:
            try:
                yield
            except (EOFError, ConnectionError):
                raise _lost(patience if overdue.is_set() else None) from None
            except ValueError:
                raise ReadError(
                    Reason.READER_DIED, "The process that reads files stopped working."
                ) from None
            except ReadError:
                self.fit = True
                raise
        self.fit = True

    def _is_ready(self) -> bool:
        with self._killed_after(_START_TIMEOUT):
            try:
                self.fit = receive_json(self._channel, _MAX_GREETING) == READY
            except (EOFError, ConnectionError, ValueError):
                return False
        return self.fit

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[threading.Event]:
        """Kill the process if the block takes longer; yield an event that is set if it was."""
        overdue = threading.Event()

        def kill() -> None:
            overdue.set()
            self._process.kill()

        timer = threading.Timer(seconds, kill)
        timer.start()
        try:
            yield overdue
        finally:
            timer.cancel()
            timer.join()


def _lost(overdue_after: float | None) -> LostError:
    if overdue_after is None:
        return LostError(Reason.READER_DIED, "The process that reads files crashed on it.")
    return LostError(Reason.TIMED_OUT, f"Reading it took more than {overdue_after:g} seconds.")


def _start(command: list[str], task: str) -> tuple[subprocess.Popen[bytes], Channel]:
    """Start the process and open a channel to it.

    Raises:
        ReaderError: the system refuses.
    """
    try:
        return _start_with_pipes(command) if sys.platform == "win32" else _start_on_socket(command)
    except OSError as error:
        raise ReaderError(
            f"The process that {task} cannot be started: {error.strerror}: {command[0]}",
            advice="Check that you may run this program. If you may, reinstall Alcove.",
        ) from error


def _start_with_pipes(command: list[str]) -> tuple[subprocess.Popen[bytes], Channel]:
    pipe = subprocess.PIPE
    child = subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=os.environ | ENVIRONMENT
    )
    assert child.stdin is not None
    assert child.stdout is not None
    return child, PipeChannel(child.stdout, child.stdin)


def _start_on_socket(command: list[str]) -> tuple[subprocess.Popen[bytes], Channel]:
    ours, theirs = socket.socketpair()
    quiet = subprocess.DEVNULL  # parsers print text of documents
    environment = os.environ | ENVIRONMENT
    with theirs:
        try:
            child = subprocess.Popen(
                command, stdin=theirs.fileno(), stdout=quiet, stderr=quiet, cwd="/", env=environment
            )
        except OSError:
            ours.close()
            raise
    return child, SocketChannel(ours)
