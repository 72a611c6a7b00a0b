"""Check single paths against the rules, without a walk over their folder."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field

from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.folder_level import FolderLevel
from alcove.files.rules.patterns import PatternProblem
from alcove.files.rules.rule_set import RuleSet
from alcove.paths import entry_in, is_within, name_of, parent_of


class FolderListing:
    """The names of the entries in a folder, each looked up on disk on demand."""

    def __init__(self, folder: bytes) -> None:
        """Wrap a folder, which need not exist."""
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        return isinstance(name, bytes) and os.path.lexists(entry_in(self._folder, name))


@dataclass(frozen=True, slots=True)
class PathCheck:
    """Rule checks for paths in one folder, with a cache of the rules read on the way to them.

    Meant for paths that are checked together: later changes on the disk are not noticed.

    Attributes:
        folder: absolute path of the folder that the user chose.
        rules: rules of that folder.
    """

    folder: bytes
    rules: RuleSet
    _levels: dict[bytes, FolderLevel | Exclusion] = field(
        default_factory=dict, init=False, repr=False
    )

    def exclusion_of(self, path: bytes) -> Exclusion | None:
        """Return why a path below the folder is left out, or None.

        All folders above it are considered. A path that does not exist is treated as a file.
        """
        if path == self.folder:
            return None
        level, name = self.level_of(parent_of(path)), name_of(path)
        if isinstance(level, Exclusion):
            return level
        if _is_folder(path):
            entered = self._entered(level, name, path)
            return entered if isinstance(entered, Exclusion) else None
        return self.rules.judge(level, name, is_folder=False)

    def level_of(self, directory: bytes) -> FolderLevel | Exclusion:
        """Return the rules in force in a directory, or why it is left out.

        Args:
            directory: the folder itself or a directory below it.

        Raises:
            ValueError: it lies elsewhere.
        """
        if not is_within(directory, self.folder):
            raise ValueError("a check is for paths below its folder")
        if directory not in self._levels:
            if directory == self.folder:
                self._levels[directory] = self.rules.top(directory, FolderListing(directory))
            else:
                level = self.level_of(parent_of(directory))
                if isinstance(level, FolderLevel):
                    level = self._entered(level, name_of(directory), directory)
                self._levels[directory] = level
        return self._levels[directory]

    def problems_above(self, path: bytes) -> Iterator[tuple[str, PatternProblem]]:
        """Yield every invalid line in the pattern lists that apply to a path, with its source."""
        level = self.level_of(parent_of(path))
        if isinstance(level, FolderLevel):
            for source in reversed(level.lists):
                for problem in source.patterns.problems:
                    yield source.source, problem

    def _entered(self, level: FolderLevel, name: bytes, path: bytes) -> FolderLevel | Exclusion:
        left_out = self.rules.judge(level, name, is_folder=True)
        return left_out or self.rules.enter(level, name, FolderListing(path))


def _is_folder(path: bytes) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False
