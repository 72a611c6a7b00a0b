"""What lies in a library's folder: every file of it belongs to one part."""

import os
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from alcove.personal import LibraryFolder


class PartKind(StrEnum):
    """What a part of a library is."""

    INDEX = "index"
    """The text of the documents, their places, and their vectors. Derived."""
    WORDS = "words"
    """Which words stand in which document. Derived."""
    MODELS = "models"
    """What turns text into vectors; nothing of the user's."""
    PERSONAL = "personal"
    """Settings, judgments, history, saved searches."""
    COPIES = "copies"
    """The same as it was before an update of Alcove."""
    DAMAGED = "damaged"
    """An index that was set aside."""
    OTHER = "other"
    """Locks, sockets and the like."""


@dataclass(frozen=True, slots=True)
class LibraryPart:
    """One part of a library.

    Attributes:
        kind: what it is.
        paths: its files and folders, right in the library's folder.
        bytes: on disk, of all of them.
    """

    kind: PartKind
    paths: tuple[Path, ...]
    bytes: int


def parts_of(library: LibraryFolder) -> list[LibraryPart]:
    """The parts that are there, in the order of `PartKind`; together they are the whole folder."""
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
    """0 where it is not there: a running indexer deletes files after they were listed."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
