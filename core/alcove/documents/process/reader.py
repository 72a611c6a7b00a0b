"""Read untrusted files in a sandboxed child process, and survive its death."""

import json
import os
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from alcove.documents.formats import Format
from alcove.documents.process.answers import LastAnswer, receive_answer
from alcove.errors import Cancelled, ReadError, Reason
from alcove.records import Document
from alcove.sandbox.channel import send_json
from alcove.sandbox.child import ConfinedChild, LostError
from alcove.system.frozen import module_command

TIMEOUT = 30.0  # seconds for one file
LONG_TIMEOUT = 300.0  # seconds for a mailbox (2 MB/s), and for OCR (a page takes 3)
FILES_PER_PROCESS = 500  # then a new one starts: parsers leak memory
# Share of the timeout for a second try after a hang. It is enough for a file at which only a
# worn-out process hangs: the slowest of our 373 documents takes 3.4 s.
_SECOND_TRY = 1 / 3
_CHILD = module_command("alcove.documents.process.reader_process")


class Reader:
    """The parent's side of the reader process, which it owns. One thread at a time may call it.

    A context manager: leaving it ends the process. On Linux the process also ends with the thread
    whose `read` started it, so call `read` from long-lived threads.
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
            timeout: seconds for one file; None for `TIMEOUT` or `LONG_TIMEOUT`, by format.
            ocr: Tesseract's languages for text in pictures, from `ocr_languages()`.
            child: the command that runs the process.
        """
        self._timeout = timeout
        self._slow = {Format.MBOX, *((Format.PDF, Format.IMAGE) if ocr else ())}
        self._command = [*child, json.dumps(list(ocr)), str(os.getpid())]
        self._child: ReaderChild | None = None
        self._stopped = threading.Event()

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
        """End the process; a later `read` starts a new one."""
        if self._child:
            self._child.end()
        self._child = None

    def stop(self) -> None:
        """Kill the process; a `read` in progress raises `Cancelled`. Any thread may call it."""
        self._stopped.set()
        if child := self._child:
            child.kill()

    def read(self, descriptor: int, format_: Format) -> list[Document]:
        """Read the documents in a file: one, or one for each message of a mailbox.

        A process that dies or hangs may have been worn out by earlier files, or killed from
        outside, so the file is tried once more in a new process. After a hang it gets less time.

        Args:
            descriptor: the file's descriptor, open for reading; it stays open, its offset may move.
            format_: the result of `format_of`.

        Raises:
            ReadError: no text can be extracted; only this file is affected.
            ReaderError: no process can be started, so no file can be read.
            Cancelled: `stop` was called.
        """
        timeout = self._timeout or (LONG_TIMEOUT if format_ in self._slow else TIMEOUT)
        try:
            return self._read_once(descriptor, format_, timeout)
        except LostError as error:
            lost = error
        if lost.reason is Reason.TIMED_OUT:
            timeout *= _SECOND_TRY
        try:
            return self._read_once(descriptor, format_, timeout)
        except LostError:
            raise ReadError(lost.reason, lost.detail) from None

    def _read_once(self, descriptor: int, format_: Format, timeout: float) -> list[Document]:
        child = self._child = self._child or ReaderChild(self._command)
        try:
            if self._stopped.is_set():
                raise Cancelled
            return child.read(descriptor, format_, timeout)
        except LostError:
            if self._stopped.is_set():
                raise Cancelled from None
            raise
        finally:
            if not child.fit or child.files >= FILES_PER_PROCESS:
                self.close()


class ReaderChild(ConfinedChild):
    """A running process that reads one file after another. One thread at a time may call it."""

    def __init__(self, command: list[str]) -> None:
        """Start the process; see `ConfinedChild`."""
        super().__init__(command, "reads documents")

    def read(self, descriptor: int, format_: Format, timeout: float) -> list[Document]:
        """Read one file in the process, within `timeout` seconds; see `Reader.read`.

        Raises:
            ReadError: no text can be extracted; `LostError` if the process may be the cause.
        """
        self.files += 1
        try:
            with self._asked(timeout):
                send_json(self._channel, {"format": format_, "timeout": timeout})
                self._channel.send_file(descriptor)
                return receive_answer(self._channel)
        except LastAnswer:
            self.fit = False
            raise
