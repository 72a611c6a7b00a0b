"""What holds among the entries of one folder: the patterns that speak there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from alcove.files.rules.rule_sources import PatternSource, ScopedPatterns, voices
from alcove.paths import entry_in


@dataclass(frozen=True, slots=True)
class FolderLevel:
    """One folder on the way down.

    Attributes:
        path: of the folder, absolute.
        names: of the folders from the top to this one; none at the top.
        lists: all patterns that hold here, the last to speak first.
        default: leaves out everything here that the user's own rules do not bring back.
        inside: its path from the top, with a slash after each name; empty at the top.
        files: what speaks about its files, the last first.
        folders: what speaks about its folders, the last first.
    """

    path: bytes
    names: tuple[bytes, ...]
    lists: Sequence[PatternSource]
    default: str | None = None
    inside: bytes = field(init=False)
    files: tuple[ScopedPatterns, ...] = field(init=False)
    folders: tuple[ScopedPatterns, ...] = field(init=False)

    def __post_init__(self) -> None:
        inside = b"".join(name + b"/" for name in self.names)
        files, folders = voices(self.lists, self.names)
        object.__setattr__(self, "inside", inside)
        object.__setattr__(self, "files", files)
        object.__setattr__(self, "folders", folders)

    def entry(self, name: bytes) -> bytes:
        """Return the absolute path of an entry."""
        return entry_in(self.path, name)
