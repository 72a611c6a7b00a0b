"""Files → documents, passages and words: reads what waits, several files at a time."""

import hashlib
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from alcove.documents import HEAD_SIZE, RECIPE_VERSION, Format, Reader, format_of, size_limit
from alcove.errors import ReadError, Reason
from alcove.files import open_regular, signature_of
from alcove.index import documents, files
from alcove.index.documents import SplitDocument
from alcove.index.files import PendingFile
from alcove.index.records import ContentKey, Signature
from alcove.index.schema import open_reader
from alcove.indexer.splitter import Splitter


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one file: its content's key with the parts or an error, or an error alone."""

    file: PendingFile
    signature: Signature | None = None
    key: ContentKey | None = None
    parts: Sequence[SplitDocument] | None = None
    error: ReadError | None = None


def read_pending(
    db: Database,
    index: Path,
    splitter: Splitter,
    *,
    ocr: Sequence[str],
    workers: int,
    done: Callable[[int, int], None],
    cancel: threading.Event,
) -> int:
    """Read every waiting file, the newest first, and store what came of it; return how many.

    Args:
        db: the writer's connection, used by the calling thread alone.
        index: path of the database, for the workers' read-only connections.
        splitter: how documents are cut into passages.
        ocr: languages to recognise in pictures; none: pictures are not read.
        workers: files that are read at the same time, each by a child process of its own.
        done: called with (files done, files in all) after each file.
        cancel: stops before the next file.
    """
    waiting = files.pending(db.conn)
    finished = 0
    make = partial(_Worker, index, splitter, ocr)
    for outcome in _outcomes(waiting, make, workers, cancel):
        _store(db, outcome)
        finished += 1
        done(finished, len(waiting))
    return finished


def _outcomes(
    waiting: Sequence[PendingFile],
    make: Callable[[], "_Worker"],
    workers: int,
    cancel: threading.Event,
) -> Iterator[_Outcome]:
    """Read with a few threads, only a few files ahead of the one who stores."""
    local = threading.local()
    opened: list[_Worker] = []

    def read(file: PendingFile) -> _Outcome:
        if not hasattr(local, "worker"):
            local.worker = make()
            opened.append(local.worker)
        worker: _Worker = local.worker
        return worker.read(file)

    ahead: deque[Future[_Outcome]] = deque()
    pool = ThreadPoolExecutor(max(1, min(workers, len(waiting))))
    try:
        for file in waiting:
            if cancel.is_set():
                break
            ahead.append(pool.submit(read, file))
            if len(ahead) > 2 * workers:
                yield ahead.popleft().result()
        while ahead and not cancel.is_set():
            yield ahead.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
        for worker in opened:
            worker.close()


class _Worker:
    """One reader process and one read-only connection; used by one thread."""

    def __init__(self, index: Path, splitter: Splitter, ocr: Sequence[str]) -> None:
        self._connection = open_reader(index, any_thread=True)
        self._reader = Reader(ocr=ocr)
        self._splitter = splitter

    def close(self) -> None:
        self._reader.close()
        self._connection.close()

    def read(self, file: PendingFile) -> _Outcome:
        try:
            with open_regular(file.path) as descriptor:
                return self._read_open(file, descriptor)
        except FileNotFoundError:
            return _Outcome(file)
        except ReadError as error:
            return _Outcome(file, error=error)
        except OSError as error:
            detail = error.strerror or "the system gave no reason"
            return _Outcome(file, error=ReadError(Reason.IO_ERROR, f"Reading it failed: {detail}."))

    def _read_open(self, file: PendingFile, descriptor: int) -> _Outcome:
        before = signature_of(os.fstat(descriptor))
        key = _content_key(file.path, descriptor, before.size)
        parts: Sequence[SplitDocument] | None = None
        error: ReadError | None = None
        if documents.find_content(self._connection, key) is None:
            try:
                read = self._reader.read(descriptor, Format(key.format))
                parts = [self._splitter(document) for document in read]
            except ReadError as failed:
                error = failed
        if signature_of(os.fstat(descriptor)) != before:
            raise ReadError(Reason.CHANGED_WHILE_READ, "It is read again at the next scan.")
        return _Outcome(file, before, key, parts, error)


def _content_key(path: bytes, descriptor: int, size: int) -> ContentKey:
    """Hash a file that is worth reading; raises ReadError for one that is not."""
    if size == 0:
        raise ReadError(Reason.EMPTY, "The file has no bytes.")
    head = _head(descriptor)
    format_ = format_of(path.rsplit(os.fsencode(os.sep), 1)[-1], head)
    if format_ is None:
        raise ReadError(Reason.UNKNOWN_FORMAT, "This kind of file is found by its name only.")
    limit = size_limit(format_)
    if size > limit:
        raise ReadError(
            Reason.TOO_LARGE,
            f"It has {size / 2**20:,.0f} MiB; {format_} files are read up to {limit / 2**20:,.0f}.",
        )
    with os.fdopen(os.dup(descriptor), "rb") as file:
        digest = hashlib.file_digest(file, "sha256").digest()
    os.lseek(descriptor, 0, os.SEEK_SET)
    return ContentKey(digest, str(format_), RECIPE_VERSION)


def _head(descriptor: int) -> bytes:
    head = os.read(descriptor, HEAD_SIZE)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return head


def _store(db: Database, outcome: _Outcome) -> None:
    """Write one file's outcome in one transaction."""
    file, error = outcome.file, outcome.error
    if outcome.key is None or outcome.signature is None:
        if error is None:
            files.remove(db, file.id)
        else:
            files.fail(db, file.id, error.reason, error.detail)
        return
    with db.atomic():
        content = documents.find_content(db.conn, outcome.key)
        if content is None:
            if error is not None:
                content = documents.add_failed_content(db, outcome.key, error)
            elif outcome.parts is not None:
                content = documents.add_content(db, outcome.key, outcome.parts)
        if content is not None:
            files.link(db, file.id, content, outcome.signature)
