"""A few files are read at a time, each by a process of its own, while other work goes on."""

from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from alcove.index.files import PendingFile
from alcove.indexer.stages.reading.file_reader import FileReader, ReadRecipe
from alcove.indexer.stages.reading.outcome import ReadOutcome


class ReaderPool(Protocol):
    """What reads files while other work goes on: `ProcessReaderPool`, or a test."""

    @property
    def in_flight(self) -> Collection[int]:
        """Ids of the files that were submitted and not yet collected."""

    @property
    def room(self) -> int:
        """How many more files to submit."""

    def submit(self, file: PendingFile) -> None:
        """Have a file read."""

    def collect(self) -> list[ReadOutcome]:
        """What was read since the last call."""

    def close(self) -> None:
        """Drop what is being read."""


OpenPool = Callable[[Path, ReadRecipe, int, Callable[[], None]], ReaderPool]
"""Makes a pool of the arguments that `ProcessReaderPool` takes."""


class ProcessReaderPool:
    """A few threads with a reader process each; called by the engine's thread alone."""

    def __init__(
        self, index: Path, recipe: ReadRecipe, workers: int, wake: Callable[[], None]
    ) -> None:
        """Prepare the threads; their processes start with the first file.

        Args:
            index: path of the database, for read-only connections.
            recipe: how files are read.
            workers: files that are read at the same time.
            wake: called from any thread when a file is done.
        """
        self._idle: SimpleQueue[FileReader] = SimpleQueue()
        self._workers = [FileReader(index, recipe) for _ in range(workers)]
        for worker in self._workers:
            self._idle.put(worker)
        self._pool = ThreadPoolExecutor(workers)
        self._wake = wake
        self._running: dict[int, Future[ReadOutcome]] = {}

    @property
    def in_flight(self) -> Collection[int]:
        """Ids of the files that were submitted and not yet collected."""
        return self._running.keys()

    @property
    def room(self) -> int:
        """How many more files to submit, so that no thread ever waits for the one who stores."""
        return max(0, 4 * len(self._workers) - len(self._running))

    def submit(self, file: PendingFile) -> None:
        """Have a file read."""
        future = self._pool.submit(self._read, file)
        self._running[file.id] = future
        future.add_done_callback(lambda _: self._wake())

    def collect(self) -> list[ReadOutcome]:
        """What was read since the last call."""
        done = [id_ for id_, future in self._running.items() if future.done()]
        return [self._running.pop(id_).result() for id_ in done]

    def close(self) -> None:
        """Kill the reader processes at once; what they were at waits as before."""
        for future in self._running.values():
            future.cancel()
        for worker in self._workers:
            worker.kill()
        self._pool.shutdown()
        for worker in self._workers:
            worker.close()

    def _read(self, file: PendingFile) -> ReadOutcome:
        worker = self._idle.get()
        try:
            return worker.read(file)
        finally:
            self._idle.put(worker)
