"""Reads strangers' files in a process of its own, and survives that process's death."""

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
FILES_PER_PROCESS = 500  # then a fresh one: parsers leak
# What a fresh process needs for a file that only a worn one hangs at, as a share of the timeout;
# the slowest of our 373 documents takes 3.4 s.
_SECOND_TRY = 1 / 3
_CHILD = module_command("alcove.documents.process.reader_process")


class Reader:
    """Reads files in a process of its own; owns that process. One thread at a time may call it.

    A context manager: leaving it ends the process. On Linux the process also ends with the thread
    that made it start, the one whose `read` needed it: read from threads that last.
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
        """End the process; a later `read` starts another."""
        if self._child:
            self._child.end()
        self._child = None

    def stop(self) -> None:
        """Kill the process, from any thread: a `read` that is under way ends as cancelled."""
        self._stopped.set()
        if child := self._child:
            child.kill()

    def read(self, descriptor: int, format_: Format) -> list[Document]:
        """Read the documents in a file: one, or one for each message of a mailbox.

        A process that dies or hangs may have been worn out by the files before, or killed from
        outside: the file gets one more try in a fresh one. One that hung gets less time for it.

        Args:
            descriptor: of the file, open for reading; it stays open, its offset may move.
            format_: what `format_of` says of it.

        Raises:
            ReadError: there is no text to be had from it; only this file is concerned.
            ReaderError: no process can be started, so that no file can be read.
            Cancelled: `stop` was called.
        """
        patience = self._timeout or (LONG_TIMEOUT if format_ in self._slow else TIMEOUT)
        try:
            return self._read_once(descriptor, format_, patience)
        except LostError as error:
            lost = error
        if lost.reason is Reason.TIMED_OUT:
            patience *= _SECOND_TRY
        try:
            return self._read_once(descriptor, format_, patience)
        except LostError:
            raise ReadError(lost.reason, lost.detail) from None

    def _read_once(self, descriptor: int, format_: Format, patience: float) -> list[Document]:
        child = self._child = self._child or ReaderChild(self._command)
        try:
            if self._stopped.is_set():
                raise Cancelled
            return child.read(descriptor, format_, patience)
        except LostError:
            if self._stopped.is_set():
                raise Cancelled from None
            raise
        finally:
            if not child.fit or child.files >= FILES_PER_PROCESS:
                self.close()


class ReaderChild(ConfinedChild):
    """A running process that reads files, one after the other. One thread at a time may call it."""

    def __init__(self, command: list[str]) -> None:
        """Start it; see `ConfinedChild`."""
        super().__init__(command, "reads documents")

    def read(self, descriptor: int, format_: Format, timeout: float) -> list[Document]:
        """Have it read one file; see `Reader.read`.

        Raises:
            ReadError: there is no text to be had from it; `LostError` where that may be due to
                the process.
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
