"""Describe the state of an indexer as one value, replaced as a whole and shared by threads."""

import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Self


class Activity(StrEnum):
    """What an indexer is doing."""

    STARTING = "starting"
    SCANNING = "scanning"
    READING = "reading"
    PREPARING = "preparing the model"
    ENCODING = "encoding"
    SPLITTING = "cutting for another model"
    CHANGING = "encoding for another model"
    CLEANING_UP = "tidying up"
    PAUSED = "paused"
    IDLE = "idle"
    STOPPING = "stopping"


class Pause(StrEnum):
    """Reason why an indexer pauses although work is left."""

    ASKED = "asked to"
    BATTERY = "on battery"
    BUSY = "the computer is busy"
    DISK_FULL = "the disk that holds the library is full"
    DISK_FAILS = "the disk with the library fails"
    NO_READER = "documents cannot be read"


@dataclass(frozen=True, slots=True)
class IndexingTotals:
    """Numbers of what an indexer has done since it started.

    Attributes:
        new: files that scans found for the first time.
        changed: files with another signature than before.
        gone: files deleted from the disk, or no longer wanted.
        read: files that were read, or whose content was stored already.
        encoded: passages that got a vector; those with the same input count once.
    """

    new: int = 0
    changed: int = 0
    gone: int = 0
    read: int = 0
    encoded: int = 0

    def plus(self, **more: int) -> Self:
        """Return these totals with some numbers added."""
        return replace(self, **{name: getattr(self, name) + by for name, by in more.items()})

    def minus(self, other: "IndexingTotals") -> "IndexingTotals":
        """Return what was done since `other`."""
        before = asdict(other)
        return IndexingTotals(
            **{name: number - before[name] for name, number in asdict(self).items()}
        )


@dataclass(frozen=True, slots=True)
class FolderHealth:
    """How the indexer follows one folder.

    Attributes:
        watched: whether changes are seen as they happen.
        reason: why it is only swept (polled), in plain words; empty if it is watched.
        missing: whether the folder is missing.
    """

    watched: bool
    reason: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class IndexerState:
    """The state of an indexer, as clients see it.

    Attributes:
        activity: what it is doing.
        pause: why it pauses; None while it does not.
        done: of `total` files or passages, in this activity.
        total: 0 if there is nothing to count.
        waiting: files to be read.
        missing_vectors: passages to be encoded under the model that serves.
        failed: files read since the start that gave no text.
        generation: rises whenever searches may have other results.
        totals: what was done since the start.
        folders: health of the library's folders, by path (as `os.fsdecode` returns it).
        notices: for the user, in plain words.
        fresh_at: seconds since the epoch when nothing was left to do; for folders that are only
            swept, the index has the time of the last sweep. None before the first time.
        settled: the highest rescan ticket after which the index was brought up to date.
        revision: number of the settings that the index is being brought to.
        error: what prevents progress, in plain words: a model that cannot be used, a disk that
            fails; None normally.
        pid: id of its process; 0 if unknown.
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
    """Return the state as JSON can hold it."""
    return asdict(state)


def from_json(content: Mapping[str, Any]) -> IndexerState:
    """Return the state from `to_json`'s result; ignore fields that only another version has.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: the content is invalid.
    """
    return IndexerState(
        **{
            **_known_fields(IndexerState, content),
            "activity": Activity(content["activity"]),
            "pause": Pause(content["pause"]) if content["pause"] else None,
            "totals": IndexingTotals(**_known_fields(IndexingTotals, content["totals"])),
            "folders": {
                path: FolderHealth(**_known_fields(FolderHealth, health))
                for path, health in content["folders"].items()
            },
            "notices": tuple(content["notices"]),
        }
    )


def _known_fields(kind: type, content: Mapping[str, Any]) -> dict[str, Any]:
    names = {f.name for f in fields(kind)}
    return {name: value for name, value in content.items() if name in names}


class SharedState:
    """Holder of the state: one thread writes it, any thread may read it and wait for changes."""

    def __init__(self) -> None:
        """Start with the state of an indexer that starts."""
        self._state = IndexerState(pid=os.getpid())
        self._changed = threading.Condition()
        self._number = 0

    @property
    def state(self) -> IndexerState:
        """The current state."""
        return self._state

    def post(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the state
        """Replace some fields of the state, and wake waiting threads if it changed."""
        with self._changed:
            state = replace(self._state, **changes)
            if state != self._state:
                self._state = state
                self._number += 1
                self._changed.notify_all()

    def wait(self, seen: int, timeout: float) -> tuple[int, IndexerState]:
        """Wait for a state whose number is not `seen`, `timeout` seconds at most.

        Returns:
            The number of the current state, and the state.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen, timeout)
            return self._number, self._state
