"""While a worker changes a tree at full speed, following the hints leads to what is on disk."""

import os
import random
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from alcove.files.watching.hints import HintBatch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are inotify's races")

Desk = Any  # the fixture's class lives in conftest, which tests cannot import

_ROUNDS = 25


class Mirror:
    """The tree on disk as rebuilt from hints: path → content, None for a directory."""

    def __init__(self, folder: Path) -> None:
        self.folder = bytes(folder)
        self.known: dict[bytes, bytes | None] = {}

    def follow(self, hints: HintBatch) -> None:
        for folder in hints.lost:
            self._look(folder, recursive=True)
        for path, hint in hints.paths.items():
            self._look(path, recursive=hint.recursive)

    def _look(self, path: bytes, *, recursive: bool) -> None:
        found = read_tree(path) if recursive else read_one(path)
        if recursive or found.get(path) is not None or not found:
            for below in [p for p in self.known if p.startswith(path + b"/")]:
                del self.known[below]
        self.known.pop(path, None)
        self.known.update(found)


def read_one(path: bytes) -> dict[bytes, bytes | None]:
    file = Path(os.fsdecode(path))
    try:
        return {path: None if file.is_dir() else file.read_bytes()}
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return {}  # gone or replaced meanwhile; a hint says so


def read_tree(top: bytes) -> dict[bytes, bytes | None]:
    found = read_one(top)
    for current, folders, files in os.walk(top):
        for name in folders + files:
            found.update(read_one(current + b"/" + name))
    return found


class Worker:
    """Makes, moves and deletes trees; the names are few, so that they collide."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.random = random.Random(seed)
        self.folder: Path = desk.folder
        self.outside: Path = desk.outside

    def work(self) -> None:
        acts = (self.make_tree, self.make_tree, self.write, self.write, self.move, self.delete)
        for _ in range(self.random.randint(5, 25)):
            try:
                self.random.choice((*acts, self.bring_in, self.send_away, self.save))()
            except OSError:
                continue  # its own earlier act is in the way: a file where a directory should be

    def place(self, most: int = 5) -> Path:
        return self.folder.joinpath(*self.random.choices("abc", k=self.random.randint(1, most)))

    def make_tree(self) -> None:
        place = self.place()
        place.mkdir(parents=True, exist_ok=True)
        (place / "leaf.txt").write_bytes(self.random.randbytes(4))

    def write(self) -> None:
        self.place().with_suffix(".txt").write_bytes(self.random.randbytes(4))

    def save(self) -> None:
        place = self.place().with_suffix(".txt")
        place.with_suffix(".new").write_bytes(self.random.randbytes(4))
        place.with_suffix(".new").replace(place)

    def move(self) -> None:
        self.place().rename(self.place())

    def delete(self) -> None:
        shutil.rmtree(self.place(2))

    def send_away(self) -> None:
        self.place(2).rename(self.outside / str(self.random.random()))

    def bring_in(self) -> None:
        away = sorted(self.outside.iterdir())
        if away:
            self.random.choice(away).rename(self.place())


@pytest.mark.parametrize("seed", range(8))
def test_following_the_hints_leads_to_what_is_on_disk(desk: Desk, seed: int) -> None:
    watcher, mirror, worker = desk.watching(), Mirror(desk.folder), Worker(desk, seed)
    for _ in range(_ROUNDS):
        thread = threading.Thread(target=worker.work)
        thread.start()
        while thread.is_alive():
            mirror.follow(watcher.take())
        thread.join()
        desk.take_all(watcher, each=mirror.follow)
        disk = read_tree(bytes(desk.folder))
        del disk[bytes(desk.folder)]
        mirror.known.pop(bytes(desk.folder), None)
        assert mirror.known == disk
