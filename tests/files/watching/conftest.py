"""A watcher over real folders, with a fence: an event of our own that comes after all others."""

import itertools
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from alcove.files.watching.hints import Hint, HintBatch
from alcove.files.watching.volumes import Mount
from alcove.files.watching.watcher import Watcher

_PATIENCE_S = 30


@dataclass
class Clock:
    """A clock that a test sets."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Prune:
    """Leaves out some names; can be made to block, or to fail, on a name."""

    names: set[str] = field(default_factory=lambda: {"node_modules", ".git"})
    on: dict[str, Callable[[], None]] = field(default_factory=dict)

    def __call__(self, directory: bytes) -> bool:
        name = Path(os.fsdecode(directory)).name
        self.on.get(name, lambda: None)()
        return name in self.names


class Desk:
    """A watcher and everything that it is given; takes hints until that of a fence arrives."""

    def __init__(self, base: Path) -> None:
        self.folder = base / "documents"
        self.folder.mkdir()
        self.outside = base / "outside"
        self.outside.mkdir()
        self.library = base / "library"
        self.clock = Clock()
        self.slept = Clock(0.0)
        self.prune = Prune()
        self.mounts: list[Mount] = []
        self.woken = threading.Event()
        self.watchers: list[Watcher] = []
        self._fences = itertools.count()

    def watcher(self, **options: Any) -> Watcher:
        watcher = Watcher(
            self.woken.set,
            canary=self.library / "canary",
            prune=self.prune,
            clock=self.clock,
            asleep=self.slept,
            mounts=lambda: list(self.mounts),
            **options,
        )
        self.watchers.append(watcher)
        return watcher

    def watching(self, *folders: Path, **options: Any) -> Watcher:
        """Return a watcher of these folders (default: the one folder), its first hints taken."""
        watcher = self.watcher(**options)
        watcher.watch([bytes(folder) for folder in folders or (self.folder,)])
        watcher.take()
        return watcher

    def wait_for(self, is_true: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE_S
        while not is_true():
            assert time.monotonic() < end, "waited in vain"
            self.woken.wait(0.01)
            self.woken.clear()

    def take_all(
        self,
        watcher: Watcher,
        *,
        into: Path | None = None,
        each: Callable[[HintBatch], None] | None = None,
    ) -> HintBatch:
        """Return all hints so far: inotify keeps the order, so the event of a fence ends them."""
        fence = (into or self.folder) / f"fence-{next(self._fences)}"
        fence.mkdir()
        seen = HintBatch({}, frozenset())

        def has_come() -> bool:
            nonlocal seen
            new = watcher.take()
            if each is not None:
                each(new)
            seen = _joined(seen, new)
            return bytes(fence) in seen.paths or bytes(into or self.folder) in seen.lost

        self.wait_for(has_come)
        return HintBatch({p: h for p, h in seen.paths.items() if p != bytes(fence)}, seen.lost)


def _joined(first: HintBatch, second: HintBatch) -> HintBatch:
    paths = dict(first.paths)
    for path, hint in second.paths.items():
        recursive = hint.recursive or (path in paths and paths[path].recursive)
        paths[path] = Hint(hint.at, hint.closed, recursive)
    return HintBatch(paths, first.lost | second.lost)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    before = set(threading.enumerate())
    yield desk
    for watcher in desk.watchers:
        watcher.close()
    desk.wait_for(lambda: set(threading.enumerate()) <= before)
