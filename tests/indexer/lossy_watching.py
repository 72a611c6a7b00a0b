"""Simulate a lossy watcher: events come late, twice, in disorder, or not at all."""

# Paths are bytes here, which pathlib does not take:
# ruff: noqa: PTH112, PTH120

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from alcove.files.watching.hints import Hint, HintBatch
from alcove.files.watching.source import EventKind, Prune
from alcove.files.watching.state import FolderWatch, WatchState


class Fate(StrEnum):
    """The way in which the events of one change are delivered."""

    PROMPT = "come at once"
    TWICE = "come at once, and again later"
    LATE = "come later"
    LOST = "are lost, and the watcher knows it"
    UNNOTICED = "are lost, and nobody knows it"


@dataclass
class LossyWatching:
    """Stands in for the watcher; like it, does not watch directories that rules exclude.

    Attributes:
        clock: stamps hints.
        prune: the rules.
        chance: decides the order of the hints.
        unnoticed: whether an event was lost that only a sweep finds.
    """

    clock: Callable[[], float]
    prune: Prune
    chance: Random
    unnoticed: bool = False
    _folders: tuple[bytes, ...] = ()
    _watched: set[bytes] = field(default_factory=set)
    _now: list[tuple[bytes, Hint]] = field(default_factory=list)
    _later: list[tuple[bytes, EventKind]] = field(default_factory=list)
    _lost: set[bytes] = field(default_factory=set)

    def watch(self, folders: Sequence[bytes]) -> None:
        for folder in set(folders).difference(self._folders):
            self._plant(folder)
            self._lost.add(folder)
        self._folders = tuple(folders)
        self._lost.intersection_update(self._folders)

    def take(self) -> HintBatch:
        self.chance.shuffle(self._now)
        hints = HintBatch(dict(self._now), frozenset(self._lost))
        self._now, self._lost = [], set()
        return hints

    def check(self) -> None:
        """Do nothing: no part of it can fail."""

    def states(self) -> Mapping[bytes, FolderWatch]:
        return {folder: FolderWatch(WatchState.WATCHED) for folder in self._folders}

    def rewalk(self, directory: bytes) -> None:
        self._uproot(directory)
        self._plant(directory)
        self._tell(directory, EventKind.APPEARED)

    def happened(self, path: bytes, what: EventKind, fate: Fate) -> None:
        """Deliver or lose the events of a change on the disk that has just happened."""
        is_directory = what is EventKind.APPEARED or path in self._watched
        if os.path.dirname(path) not in self._watched or (is_directory and self.prune(path)):
            return
        if is_directory and what is not EventKind.TOUCHED:
            self._uproot(path)
            self._plant(path)
        if fate in (Fate.PROMPT, Fate.TWICE):
            self._tell(path, what)
        if fate in (Fate.TWICE, Fate.LATE):
            self._later.append((path, what))
        elif fate is Fate.LOST:
            self._lost.update(f for f in self._folders if path.startswith(f + b"/"))
        elif fate is Fate.UNNOTICED:
            self.unnoticed = True

    def deliver(self) -> None:
        """Deliver the late events now."""
        for path, what in self._later:
            self._tell(path, what)
        self._later.clear()

    def _tell(self, path: bytes, what: EventKind) -> None:
        closed, recursive = what is EventKind.FINISHED, what is EventKind.APPEARED
        self._now.append((path, Hint(self.clock(), closed=closed, recursive=recursive)))

    def _plant(self, top: bytes) -> None:
        if not os.path.isdir(top) or (top not in self._folders and self.prune(top)):
            return
        self._watched.add(top)
        with os.scandir(top) as entries:
            below = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        for directory in below:
            self._plant(directory)

    def _uproot(self, top: bytes) -> None:
        self._watched = {d for d in self._watched if d != top and not d.startswith(top + b"/")}
