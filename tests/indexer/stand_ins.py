"""Stand-ins that let a whole indexer run in one thread, on a clock that tests advance."""

# A stand-in takes the arguments of the original:
# ruff: noqa: ARG002

import hashlib
import os
import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from alcove.documents import Format
from alcove.encoder import Encoder, PassageWindow, bundled_model, passage_window
from alcove.errors import ReadError, Reason
from alcove.index import vectors
from alcove.index.files import PendingFile
from alcove.index.vectors import ModelRow
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.control.requests import RequestQueue
from alcove.indexer.stages.reading.file_reader import FileReader, ReadRecipe
from alcove.indexer.stages.reading.outcome import ReadOutcome
from alcove.records import Document, Signature
from alcove.sandbox.open_file import signature_of

DIMENSION = 4
_TICK = 2.0  # seconds


@dataclass
class Clock:
    """Seconds that pass when a test or the indexer waits; the disk's own clock runs by itself.

    `wall` is such that each change of the disk, by its file's stamps, seems as old as it is on this
    clock, or older.
    """

    now: float = 1000.0
    _written: float = 1000.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds

    def wall(self) -> float:
        return time.time() + self.now - self._written

    def before_write(self, probe: Path) -> None:
        """Wait until the disk's clock ticks, unless no time has passed since the last change."""
        if self.now == self._written:
            return
        self._written = self.now
        before = self._tick(probe)
        while self._tick(probe) == before:
            pass

    @staticmethod
    def _tick(probe: Path) -> int:
        probe.touch()
        return probe.stat().st_ctime_ns


@dataclass
class CoarseClock(Clock):
    """A clock for a disk that ticks every 2 s, like FAT, in the test's time.

    A file can change twice within a tick, and its signature does not show the second change.
    """

    _ticks: list[tuple[int, int]] = field(default_factory=lambda: [(0, 10**12)])

    def wall(self) -> float:
        return self.now

    def before_write(self, probe: Path) -> None:
        super().before_write(probe)
        if probe.exists():
            tick = int(self.now // _TICK * _TICK * 1e9)
            self._ticks.append((probe.stat().st_ctime_ns, tick))

    def signature_of(self, status: os.stat_result) -> Signature:
        """Stand in for `files.signature_of`."""
        real = signature_of(status)
        mtime, ctime = self._coarse(real.mtime_ns), self._coarse(real.ctime_ns)
        return replace(real, mtime_ns=mtime, ctime_ns=ctime)

    def _coarse(self, stamp: int) -> int:
        return self._ticks[bisect_right(self._ticks, (stamp, 10**18)) - 1][1]


class ClockedRequestQueue(RequestQueue):
    """A request queue whose `wait` advances the test's clock and takes no real time."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def wait(self, timeout: float | None) -> None:
        self._clock.advance(timeout or 0.0)


@dataclass
class Gate:
    """Controls the reading of files and the encoding of passages.

    Attributes:
        is_shut: whether outcomes are held back for now.
        meanwhile: called once, in the middle of the next read.
        encoding: called once, before passages are encoded.
    """

    is_shut: bool = False
    meanwhile: list[Callable[[], object]] = field(default_factory=list)
    encoding: list[Callable[[], object]] = field(default_factory=list)


def _call_all(calls: list[Callable[[], object]]) -> None:
    while calls:
        calls.pop()()


class TextReader:
    """Reads UTF-8 in this process: one process for each test sequence would be too slow."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def read(self, descriptor: int, format_: Format) -> list[Document]:
        content = os.read(descriptor, 1 << 20)
        _call_all(self._gate.meanwhile)
        content += os.read(descriptor, 1 << 20)
        try:
            return [Document(content.decode())]
        except UnicodeDecodeError as error:
            raise ReadError(Reason.DAMAGED, "not UTF-8") from error

    def stop(self) -> None:
        """Do nothing: no process runs."""

    def close(self) -> None:
        """Do nothing: nothing is open."""


class HeldPool:
    """Reads a file when it is submitted, and returns its outcome once the gate is open."""

    def __init__(
        self, index: Path, recipe: ReadRecipe, *, gate: Gate, wall: Callable[[], float]
    ) -> None:
        self._reader = FileReader(index, recipe, reader=TextReader(gate), wall=wall)
        self._gate = gate
        self._outcomes: dict[int, ReadOutcome] = {}

    @property
    def in_flight(self) -> Collection[int]:
        return self._outcomes.keys()

    @property
    def room(self) -> int:
        return 8 - len(self._outcomes)

    def submit(self, file: PendingFile) -> None:
        self._outcomes[file.id] = self._reader.read(file)

    def collect(self) -> list[ReadOutcome]:
        if self._gate.is_shut:
            return []
        outcomes = list(self._outcomes.values())
        self._outcomes.clear()
        return outcomes

    def close(self) -> None:
        self._reader.close()


class HashEncoder:
    """Encodes a text to a vector made of its hash."""

    dimension = DIMENSION
    max_tokens = 256

    def encode_passages(
        self,
        texts: Sequence[str],
        *,
        progress: Callable[[int], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> NDArray[np.float32]:
        return np.array([_vector(text) for text in texts], np.float32).reshape(-1, DIMENSION)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        return _vector(text)

    def use_threads(self, threads: int | None) -> None:
        """Do nothing: it uses no threads."""


def _vector(text: str) -> NDArray[np.float32]:
    raw = hashlib.sha256(text.encode()).digest()[:DIMENSION]
    vector = np.frombuffer(raw, np.uint8).astype(np.float32) + 1
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


@cache
def window() -> PassageWindow:
    """Return the bundled model's window, read once."""
    return passage_window(bundled_model())


class InstantServing(ActiveModel):
    """Serves a model that is ready at once."""

    def __init__(self, models: Path, db: Database, requests: RequestQueue, gate: Gate) -> None:
        super().__init__(models, db, requests.stop, requests.ring)
        self._gate = gate

    def want(self, manifest: str | None) -> None:
        row = vectors.add_model(self._db, "f" * 64, "stand-in", DIMENSION, window().key)
        vectors.activate(self._db, row.manifest)
        self.active = row

    def window(self) -> PassageWindow:
        return window()

    def encoder(self, model: ModelRow, threads: int) -> Encoder:
        _call_all(self._gate.encoding)
        return HashEncoder()
