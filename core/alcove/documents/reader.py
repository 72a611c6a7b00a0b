"""The parent's side of reading: keeps a child process at hand, and survives its death."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from alcove.documents.answers import receive_answer
from alcove.documents.channel import Channel, PipeChannel, SocketChannel, send_json
from alcove.documents.confinement import ENVIRONMENT
from alcove.documents.formats import Format
from alcove.errors import ReadError, Reason
from alcove.index.records import Document

TIMEOUT = 30.0  # seconds for one file
LONG_TIMEOUT = 300.0  # seconds for a mailbox (2 MB/s), and for OCR (a page takes 3)
FILES_PER_PROCESS = 500  # then a fresh one: parsers leak
_CHILD = (sys.executable, "-P", "-m", "alcove.documents.reader_process")


class Reader:
    """Reads files in a process of its own; owns that process. One thread at a time may call it.

    A context manager: leaving it ends the process.
    """

    def __init__(
        self,
        *,
        timeout: float | None = None,
        ocr: Sequence[str] = (),
        child: Sequence[str] = _CHILD,
    ) -> None:
        """Prepare a reader; its process starts with the first file.

        Args:
            timeout: seconds for one file; `TIMEOUT` or `LONG_TIMEOUT` where it is left out.
            ocr: languages to recognise text in pictures with, of those in `ocr_languages()`.
            child: the command that runs the process.
        """
        self._timeout = timeout
        self._slow = {Format.MBOX, *((Format.PDF, Format.IMAGE) if ocr else ())}
        self._command = [*child, json.dumps(list(ocr))]
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process; a later `read` starts another."""
        if self._process:
            self._process.end()
        self._process = None

    def read(self, descriptor: int, format_: Format) -> list[Document]:
        """Read the documents in a file: one, or one for each message of a mailbox.

        Args:
            descriptor: of the file, open for reading; it stays open, its offset may move.
            format_: what `format_of` says of it.

        Raises:
            ReadError: there is no text to be had from it; only this file is concerned.
        """
        for _ in range(2):  # the process may have been at its end before it saw this file
            try:
                return self._read_once(descriptor, format_)
            except (EOFError, ConnectionError):
                self.close()
            except ValueError:
                break
        self.close()
        raise ReadError(Reason.READER_DIED, "The process that reads files died of it.")

    def _read_once(self, descriptor: int, format_: Format) -> list[Document]:
        if self._process is None or self._process.files >= FILES_PER_PROCESS:
            self.close()
            self._process = _Process(self._command)
        process = self._process
        process.files += 1
        timeout = self._timeout or (LONG_TIMEOUT if format_ in self._slow else TIMEOUT)
        with process.killed_after(timeout) as overdue:
            try:
                send_json(process.channel, {"format": format_, "timeout": timeout})
                process.channel.send_file(descriptor)
                return receive_answer(process.channel)
            except (EOFError, ConnectionError):
                if not overdue.is_set():
                    raise
        self.close()
        raise ReadError(Reason.TIMED_OUT, f"Reading it took more than {timeout:g} seconds.")


class _Process:
    """A running child and the way to it."""

    def __init__(self, command: list[str]) -> None:
        self.files = 0
        self._child, self.channel = _start(command)

    def end(self) -> None:
        """Kill it, wait for it, hang up: it holds nothing that could be lost."""
        self._child.kill()
        self._child.wait()
        self.channel.close()

    @contextmanager
    def killed_after(self, seconds: float) -> Iterator[threading.Event]:
        """Kill it if the block takes longer; the event tells that this happened."""
        overdue = threading.Event()

        def kill() -> None:
            overdue.set()
            self._child.kill()

        timer = threading.Timer(seconds, kill)
        timer.start()
        try:
            yield overdue
        finally:
            timer.cancel()
            timer.join()


def _start(command: list[str]) -> tuple[subprocess.Popen[bytes], Channel]:
    environment = os.environ | ENVIRONMENT
    quiet = subprocess.DEVNULL  # parsers print documents there
    if sys.platform == "win32":
        pipe = subprocess.PIPE
        child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=quiet, env=environment)
        assert child.stdin is not None
        assert child.stdout is not None
        return child, PipeChannel(child.stdout, child.stdin)
    ours, theirs = socket.socketpair()
    with theirs:
        child = subprocess.Popen(
            command, stdin=theirs.fileno(), stdout=quiet, stderr=quiet, cwd="/", env=environment
        )
    return child, SocketChannel(ours)
