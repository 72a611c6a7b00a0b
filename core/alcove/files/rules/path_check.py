"""One path against the rules: is it left out, and by what, without a walk over its folder."""

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
    """The names of the entries in a folder, each looked up when it is asked for."""

    def __init__(self, folder: bytes) -> None:
        """Name the folder; it need not be there."""
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        return isinstance(name, bytes) and os.path.lexists(entry_in(self._folder, name))


@dataclass(frozen=True, slots=True)
class PathCheck:
    """Answers for paths in one folder, and remembers what it read on the way to them.

    Meant for paths that are asked about together: what changes on the disk afterwards is not
    seen.

    Attributes:
        folder: absolute path of the one that the user chose.
        rules: what holds there.
    """

    folder: bytes
    rules: RuleSet
    _seen: dict[bytes, FolderLevel | Exclusion] = field(
        default_factory=dict, init=False, repr=False
    )

    def exclusion_of(self, path: bytes) -> Exclusion | None:
        """Return why a path below the folder is left out, or None.

        All folders above it are considered. A path that is not there is taken for a file's.
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
        """Return what holds in the folder itself or in one below it, or why that is left out.

        Raises:
            ValueError: it lies elsewhere.
        """
        if not is_within(directory, self.folder):
            raise ValueError("a check is for paths below its folder")
        if directory not in self._seen:
            if directory == self.folder:
                self._seen[directory] = self.rules.top(directory, FolderListing(directory))
            else:
                level = self.level_of(parent_of(directory))
                if isinstance(level, FolderLevel):
                    level = self._entered(level, name_of(directory), directory)
                self._seen[directory] = level
        return self._seen[directory]

    def problems_above(self, path: bytes) -> Iterator[tuple[str, PatternProblem]]:
        """Yield every line that means nothing in what speaks about a path, with its source."""
        level = self.level_of(parent_of(path))
        if isinstance(level, FolderLevel):
            for written in reversed(level.lists):
                for problem in written.patterns.problems:
                    yield written.source, problem

    def _entered(self, level: FolderLevel, name: bytes, path: bytes) -> FolderLevel | Exclusion:
        left_out = self.rules.judge(level, name, is_folder=True)
        return left_out or self.rules.enter(level, name, FolderListing(path))


def _is_folder(path: bytes) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False
