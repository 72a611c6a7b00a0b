"""What an indexer tells of itself: one value that says everything, replaced as a whole."""

import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Self


class Activity(StrEnum):
    """What an indexer is at."""

    STARTING = "starting"
    SCANNING = "scanning"
    READING = "reading"
    PREPARING = "preparing the model"
    ENCODING = "encoding"
    CUTTING = "cutting for another model"
    CHANGING = "encoding for another model"
    TIDYING = "tidying up"
    PAUSED = "paused"
    IDLE = "idle"
    STOPPING = "stopping"


class Pause(StrEnum):
    """Why an indexer does nothing although there is something to do."""

    ASKED = "asked to"
    BATTERY = "on battery"
    BUSY = "the computer is busy"
    DISK_FULL = "the disk that holds the library is full"
    DISK_FAILS = "the disk with the library fails"
    NO_READER = "documents cannot be read"


@dataclass(frozen=True, slots=True)
class IndexingTotals:
    """What an indexer has done since it started.

    Attributes:
        new: files that scans found for the first time.
        changed: files with another signature than before.
        gone: files that are no longer there, or no longer wanted.
        read: files that were read, or whose document was already known.
        encoded: passages that got a vector; passages with the same text count once.
    """

    new: int = 0
    changed: int = 0
    gone: int = 0
    read: int = 0
    encoded: int = 0

    def plus(self, **more: int) -> Self:
        """These totals with some numbers added."""
        return replace(self, **{name: getattr(self, name) + by for name, by in more.items()})

    def minus(self, other: "IndexingTotals") -> "IndexingTotals":
        """What was done since `other`."""
        before = asdict(other)
        return IndexingTotals(
            **{name: number - before[name] for name, number in asdict(self).items()}
        )


@dataclass(frozen=True, slots=True)
class FolderHealth:
    """How one wanted folder is followed.

    Attributes:
        watched: whether changes are seen as they happen.
        reason: why it is only swept, in plain words; empty where it is watched.
        missing: whether it is not there.
    """

    watched: bool
    reason: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class IndexerState:
    """Everything that an indexer tells.

    Attributes:
        activity: what it is at.
        pause: why it pauses; None while it does not.
        done: of `total` files or passages, in this activity.
        total: 0 where there is nothing to count.
        waiting: files to be read.
        missing_vectors: passages to be encoded under the model that serves.
        failed: files read since the start that gave no text.
        generation: goes up whenever something can be found anew, or no more.
        totals: what was done since the start.
        folders: the wanted ones, by path (as `os.fsdecode` gives it).
        notices: what the user should know, in plain words.
        fresh_at: seconds since the epoch when nothing was left to do; of folders that are only
            swept, the index tells when that was. None before the first time.
        settled: the highest ticket after which the index was brought up to date.
        revision: number of the settings that are being fulfilled.
        error: what stands in the way, in plain words: a model that cannot be used, a disk that
            fails; None normally.
        pid: number of its process; 0 where that is not known.
    """

    activity: Activity = Activity.STARTING
    pause: Pause | None = None
    done: int = 0
    total: int = 0
    waiting: int = 0
    missing_vectors: int = 0
    failed: int = 0
    generation: int = 0
    totals: IndexingTotals = IndexingTotals()
    folders: Mapping[str, FolderHealth] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    fresh_at: float | None = None
    settled: int = 0
    revision: int = -1
    error: str | None = None
    pid: int = 0


def to_json(state: IndexerState) -> dict[str, Any]:
    """The state as JSON can hold it."""
    return asdict(state)


def from_json(content: Mapping[str, Any]) -> IndexerState:
    """The inverse of `to_json`, without fields that only another version knows.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: it makes no sense.
    """
    return IndexerState(
        **{
            **_known(IndexerState, content),
            "activity": Activity(content["activity"]),
            "pause": Pause(content["pause"]) if content["pause"] else None,
            "totals": IndexingTotals(**_known(IndexingTotals, content["totals"])),
            "folders": {
                path: FolderHealth(**_known(FolderHealth, of))
                for path, of in content["folders"].items()
            },
            "notices": tuple(content["notices"]),
        }
    )


def _known(kind: type, content: Mapping[str, Any]) -> dict[str, Any]:
    names = {of.name for of in fields(kind)}
    return {name: value for name, value in content.items() if name in names}


class SharedState:
    """Where the state is written by one thread and read by any."""

    def __init__(self) -> None:
        """Begin with an indexer that starts."""
        self._state = IndexerState(pid=os.getpid())
        self._changed = threading.Condition()
        self._number = 0

    @property
    def state(self) -> IndexerState:
        """The state now."""
        return self._state

    def post(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the state
        """Replace some of the state's parts."""
        with self._changed:
            state = replace(self._state, **changes)
            if state != self._state:
                self._state = state
                self._number += 1
                self._changed.notify_all()

    def wait(self, seen: int, timeout: float) -> tuple[int, IndexerState]:
        """Wait for a state with another number than `seen`, `timeout` seconds at most."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen, timeout)
            return self._number, self._state
