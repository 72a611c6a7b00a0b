"""Read a few files at a time in sandboxed processes, while other work goes on."""

from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from alcove.index.files import PendingFile
from alcove.indexer.stages.reading.file_reader import FileReader, ReadRecipe
from alcove.indexer.stages.reading.outcome import ReadOutcome


class ReaderPool(Protocol):
    """Reads files while other work goes on: `ProcessReaderPool`, or a test's."""

    @property
    def in_flight(self) -> Collection[int]:
        """Ids of the files that were submitted and not yet collected."""

    @property
    def room(self) -> int:
        """Number of files that can be submitted now."""

    def submit(self, file: PendingFile) -> None:
        """Start to read a file."""

    def collect(self) -> list[ReadOutcome]:
        """Return the outcomes since the last call."""

    def close(self) -> None:
        """Drop the files that are being read."""


OpenPool = Callable[[Path, ReadRecipe, int, Callable[[], None]], ReaderPool]
"""Creates a pool; takes the arguments of `ProcessReaderPool`."""


class ProcessReaderPool:
    """A few threads with a reader process each; called by the engine's thread alone."""

    def __init__(
        self, index: Path, recipe: ReadRecipe, workers: int, wake: Callable[[], None]
    ) -> None:
        """Prepare the threads; their processes start with the first file.

        Args:
            index: path of the database, for read-only connections.
            recipe: how files are read.
            workers: number of files read at the same time.
            wake: called from any thread when a file was read.
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
        """Number of files that can be submitted now; enough that no worker waits for the engine."""
        return max(0, 4 * len(self._workers) - len(self._running))

    def submit(self, file: PendingFile) -> None:
        """Start to read a file."""
        future = self._pool.submit(self._read, file)
        self._running[file.id] = future
        future.add_done_callback(lambda _: self._wake())

    def collect(self) -> list[ReadOutcome]:
        """Return the outcomes since the last call."""
        done = [id_ for id_, future in self._running.items() if future.done()]
        return [self._running.pop(id_).result() for id_ in done]

    def close(self) -> None:
        """Kill the reader processes at once; their files wait as before."""
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
