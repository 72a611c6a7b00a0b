"""Measure the disk usage of a library by part; every file in its folder belongs to one part."""

import os
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from alcove.personal import LibraryFolder


class PartKind(StrEnum):
    """The kinds of parts of a library."""

    INDEX = "index"
    """The documents' text, their paths and their vectors. Derived."""
    WORDS = "words"
    """The inverted index: word → documents that contain it. Derived."""
    MODELS = "models"
    """The encoders; nothing of the user's."""
    PERSONAL = "personal"
    """Settings, judgments, history, saved searches."""
    COPIES = "copies"
    """Backups of the personal data from before an update of Alcove."""
    DAMAGED = "damaged"
    """A damaged index that was set aside."""
    OTHER = "other"
    """Locks, sockets and the like."""


@dataclass(frozen=True, slots=True)
class LibraryPart:
    """One part of a library.

    Attributes:
        kind: the kind of part.
        paths: its files and folders at the top of the library's folder.
        bytes: their total size on disk.
    """

    kind: PartKind
    paths: tuple[Path, ...]
    bytes: int


def parts_of(library: LibraryFolder) -> list[LibraryPart]:
    """Return the parts that exist, in the order of `PartKind`; together, the whole folder."""
    found: dict[PartKind, list[Path]] = defaultdict(list)
    if library.root.is_dir():
        for path in sorted(library.root.iterdir()):
            found[_kind(library, path.name)].append(path)
    return [
        LibraryPart(kind, tuple(found[kind]), sum(map(_bytes_at, found[kind])))
        for kind in PartKind
        if kind in found
    ]


def _kind(library: LibraryFolder, name: str) -> PartKind:
    folders = {
        library.words.name: PartKind.WORDS,
        library.models.name: PartKind.MODELS,
        library.damaged.name: PartKind.DAMAGED,
    }
    if name in folders:
        return folders[name]
    if name.startswith(library.index.name):  # and its log: index.db-wal
        return PartKind.INDEX
    if name.startswith(library.personal.name):
        return PartKind.PERSONAL
    return PartKind.COPIES if name.startswith(f"{library.personal.stem}.") else PartKind.OTHER


def _bytes_at(path: Path) -> int:
    if path.is_dir() and not path.is_symlink():
        below = (Path(top, name) for top, _, names in os.walk(path) for name in names)
        return sum(map(_bytes_of, below))
    return _bytes_of(path)


def _bytes_of(file: Path) -> int:
    """Return a file's size; 0 if it is gone: a running indexer may delete it after the listing."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
