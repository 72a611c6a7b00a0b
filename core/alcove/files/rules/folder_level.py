"""Collect the patterns that apply to the entries of one folder."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from alcove.files.rules.rule_sources import PatternSource, ScopedPatterns, voices
from alcove.paths import entry_in


@dataclass(frozen=True, slots=True)
class FolderLevel:
    """Rules in force in one folder of a walk.

    Attributes:
        path: absolute path of the folder.
        names: names of the folders from the top to this one; empty at the top.
        lists: all pattern lists in force here, by descending precedence.
        default: default rule that leaves out everything here, unless a rule of the user's own
            brings it back; None for none.
        inside: path from the top, with a slash after each name; empty at the top.
        files: patterns that apply to files here, by descending precedence.
        folders: patterns that apply to folders here, by descending precedence.
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
