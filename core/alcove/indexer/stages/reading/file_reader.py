"""Read one file → its documents, split into passages; or the reason why there are none."""

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from alcove.documents import HEAD_SIZE, RECIPE_VERSION, Format, format_of, size_limit
from alcove.documents.process.reader import Reader
from alcove.errors import ReadError, Reason
from alcove.index import documents
from alcove.index.files import UNSETTLED, PendingFile
from alcove.index.opening import open_reader
from alcove.indexer.stages.reading.outcome import ReadOutcome
from alcove.indexer.stages.reading.splitter import Splitter
from alcove.paths import name_of
from alcove.records import ContentKey, Document, Signature
from alcove.sandbox.open_file import open_regular, signature_of

SETTLE = 3.0
"""Seconds after which every later change gives a file another time: FAT counts in steps of 2."""

# May succeed next time: recorded for the path and its signature, not for the content.
_TRANSIENT = {Reason.READER_DIED, Reason.TIMED_OUT}


@dataclass(frozen=True, slots=True)
class ReadRecipe:
    """Settings for reading files.

    Attributes:
        splitter: splits documents into passages.
        ocr: languages to recognise in pictures; without any, pictures are not read.
        size_limits: format → bytes, instead of the format's own limit.
        without: formats that are not read.
    """

    splitter: Splitter
    ocr: tuple[str, ...]
    size_limits: dict[str, int]
    without: tuple[str, ...] = ()


class DocumentReader(Protocol):
    """Extracts the documents of an open file: `documents.process.reader.Reader`, or a test's."""

    def read(self, descriptor: int, format_: Format) -> list[Document]:
        """Read the documents in a file; ReadError if there are none."""

    def stop(self) -> None:
        """End a running `read`; any thread may call this."""

    def close(self) -> None:
        """Release all resources."""


class FileReader:
    """One reader process and one read-only connection; used by one thread at a time."""

    def __init__(
        self,
        index: Path,
        recipe: ReadRecipe,
        *,
        reader: DocumentReader | None = None,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """Connect to the database; the reader process starts with the first file.

        Args:
            index: path of the database.
            recipe: how files are read.
            reader: extracts documents; None for a new process.
            wall: seconds since the epoch, by the clock that stamps files.
        """
        self._connection = open_reader(index, any_thread=True)
        self._reader = reader or Reader(ocr=recipe.ocr)
        self._recipe = recipe
        self._wall = wall

    def kill(self) -> None:
        """End the process while another thread reads; do not store the result of that read."""
        self._reader.stop()

    def close(self) -> None:
        """End the process and the connection."""
        self._reader.close()
        self._connection.close()

    def read(self, file: PendingFile) -> ReadOutcome:
        """Read a file that waits; every failure is an outcome, not an exception."""
        try:
            with open_regular(file.path) as descriptor:
                return self._read_open(file, descriptor)
        except FileNotFoundError:
            return ReadOutcome(file, file.signature, gone=True)
        except ReadError as error:
            return ReadOutcome(file, file.signature, error=error)
        except OSError as error:
            detail = error.strerror or "the system gave no reason"
            failure = ReadError(Reason.IO_ERROR, f"Reading it failed: {detail}.")
            return ReadOutcome(file, file.signature, error=failure)

    def _read_open(self, file: PendingFile, descriptor: int) -> ReadOutcome:
        started = self._wall()
        signature = signature_of(os.fstat(descriptor))
        try:
            outcome = self._read_content(file, descriptor, signature)
        except ReadError as error:
            outcome = ReadOutcome(file, signature, error=error)
        if signature_of(os.fstat(descriptor)) != signature:
            changed = ReadError(Reason.CHANGED_WHILE_READ, "It will be read again in a moment.")
            return ReadOutcome(file, file.signature, error=changed)
        return replace(outcome, signature=_settled(signature, started))

    def _read_content(
        self, file: PendingFile, descriptor: int, signature: Signature
    ) -> ReadOutcome:
        key = self._content_key(file.path, descriptor, signature.size)
        if documents.find_content(self._connection, key) is not None:
            return ReadOutcome(file, signature, key)
        try:
            read = self._reader.read(descriptor, Format(key.format))
        except ReadError as error:
            return ReadOutcome(
                file, signature, None if error.reason in _TRANSIENT else key, error=error
            )
        return ReadOutcome(file, signature, key, [self._recipe.splitter(part) for part in read])

    def _content_key(self, path: bytes, descriptor: int, size: int) -> ContentKey:
        """Hash a file that is to be read; raise ReadError with the reason if it is not."""
        if size == 0:
            raise ReadError(Reason.EMPTY, "The file has no bytes.")
        head = _head(descriptor)
        format_ = format_of(name_of(path), head)
        if format_ is None:
            raise ReadError(Reason.UNKNOWN_FORMAT, "This kind of file is found by its name only.")
        if format_ in self._recipe.without:  # by its content; rules exclude files by name
            raise ReadError(Reason.SWITCHED_OFF, f"You do not want {format_} files to be read.")
        limit = self._recipe.size_limits.get(format_, size_limit(format_))
        if size > limit:
            raise ReadError(
                Reason.TOO_LARGE,
                f"It has {size / 2**20:,.0f} MiB;"
                f" {format_} files are read up to {limit / 2**20:,.0f}.",
            )
        with os.fdopen(os.dup(descriptor), "rb") as file:
            digest = hashlib.file_digest(file, "sha256").digest()
        os.lseek(descriptor, 0, os.SEEK_SET)
        return ContentKey(digest, str(format_), RECIPE_VERSION)


def _head(descriptor: int) -> bytes:
    head = os.read(descriptor, HEAD_SIZE)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return head


def _settled(signature: Signature, now: float) -> Signature:
    """Return the signature; its ctime is `UNSETTLED` if the file may still change in this tick."""
    stamps = (signature.mtime_ns / 1e9, signature.ctime_ns / 1e9)
    if any(abs(now - stamp) < SETTLE for stamp in stamps):
        return replace(signature, ctime_ns=UNSETTLED)
    return signature
