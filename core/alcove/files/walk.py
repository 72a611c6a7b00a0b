"""Walk a folder tree, applying the exclusion rules and never following a link."""

import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from alcove.errors import Reason
from alcove.files.placeholders import MARKED, is_placeholder
from alcove.files.rules.exclusion import Exclusion
from alcove.files.rules.folder_level import FolderLevel
from alcove.files.rules.path_check import PathCheck
from alcove.files.rules.rule_set import RuleSet
from alcove.paths import entry_in, name_of, names_below, parent_of
from alcove.records import ScannedFile
from alcove.sandbox.open_file import signature_of

_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)  # Windows' links between folders


@dataclass(slots=True)
class Scan:
    """Result of one walk below a folder.

    Attributes:
        files: every path that is not left out, with a reason where it can never be read.
        excluded: number of files and folders left out, by rule; the content of a folder that is
            left out is not counted.
        by_line: the same by line of the user's rules or of an ignore file (`Exclusion.source`).
        unreadable: folders that could not be entered, or with an entry that could not be examined.
            `files` has nothing below them, so rows already in the index must be kept.
    """

    files: list[ScannedFile] = field(default_factory=list)
    excluded: Counter[str] = field(default_factory=Counter)
    by_line: Counter[str] = field(default_factory=Counter)
    unreadable: list[bytes] = field(default_factory=list)

    def leave_out(self, exclusion: Exclusion) -> None:
        """Count one exclusion."""
        self.excluded[exclusion.rule] += 1
        if exclusion.pattern is not None:
            self.by_line[exclusion.source] += 1


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk in progress.

    Attributes:
        folder: absolute path of the folder that the user chose.
        rules: exclusion rules.
        skip: folders that are not entered.
        tell: called after each folder with the result so far; an exception from it ends the walk.
        result: the result so far.
    """

    folder: bytes
    rules: RuleSet
    skip: Container[bytes]
    tell: Callable[[Scan], object] | None = None
    result: Scan = field(default_factory=Scan)
    _queue: list[tuple[bytes, FolderLevel | None]] = field(default_factory=list)

    def run(self, start: bytes) -> None:
        """Find everything at and below `start`: the folder, or a path below it.

        Raises:
            OSError: the folder is missing, or the path to `start` cannot be examined now.
        """
        if start == self.folder:
            self._queue.append((start, None))
        else:
            self._begin_below(start)
        while self._queue:
            self._visit(*self._queue.pop())
            if self.tell is not None:
                self.tell(self.result)

    def _begin_below(self, start: bytes) -> None:
        status = self._reach(start)
        if status is None:
            return
        level = PathCheck(self.folder, self.rules).level_of(parent_of(start))
        if isinstance(level, Exclusion):
            self.result.leave_out(level)
            return
        is_folder = stat.S_ISDIR(status.st_mode)
        left_out = self.rules.judge(level, name_of(start), is_folder=is_folder)
        if left_out is not None:
            self.result.leave_out(left_out)
        elif not is_folder:
            self._add_file(start, status)
        elif _may_enter(status):
            self._queue.append((start, level))
        else:
            self._add_closed(start, status)

    def _reach(self, start: bytes) -> os.stat_result | None:
        """Return the status of `start`, or None if a walk from the folder cannot reach it."""
        path = self.folder
        names = names_below(start, self.folder)
        try:
            for name in names[:-1]:
                path = entry_in(path, name)
                if path in self.skip or not stat.S_ISDIR(os.lstat(path).st_mode):
                    return None
            return None if start in self.skip else os.lstat(start)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _visit(self, current: bytes, above: FolderLevel | None) -> None:
        """List one folder: add its files to the result and queue its subfolders."""
        try:
            with os.scandir(current) as entries:
                listed = list(entries)
        except FileNotFoundError:
            return  # deleted meanwhile; if it was the top folder, `scan` notices
        except OSError:
            if current == self.folder:
                raise
            self._add_unreadable(current)
            return
        names = {entry.name for entry in listed}
        if above is None:
            self._sort(current, listed, self.rules.top(current, names))
            return
        level = self.rules.enter(above, name_of(current), names)
        if isinstance(level, Exclusion):
            self.result.leave_out(level)
        else:
            self._sort(current, listed, level)

    def _sort(self, current: bytes, entries: list[os.DirEntry[bytes]], level: FolderLevel) -> None:
        files, queued = len(self.result.files), len(self._queue)
        try:
            self._sort_readable(entries, level)
        except OSError:  # listed but not entered; a partial result would look like deletions
            del self.result.files[files:], self._queue[queued:]
            self._add_unreadable(current)

    def _sort_readable(self, entries: list[os.DirEntry[bytes]], level: FolderLevel) -> None:
        judge, skip = self.rules.judge, self.skip
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and entry.path in skip:
                continue
            left_out = judge(level, entry.name, is_folder=is_folder)
            if left_out is not None:
                self.result.leave_out(left_out)
            elif is_folder and not MARKED:
                self._queue.append((entry.path, level))
            else:
                self._add_entry(entry, level)

    def _add_entry(self, entry: os.DirEntry[bytes], level: FolderLevel) -> None:
        try:
            # A listing on Windows has neither inode nor device, which the signature needs.
            on_windows = sys.platform == "win32"
            status = os.lstat(entry.path) if on_windows else entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return  # deleted after it was listed
        if not stat.S_ISDIR(status.st_mode):
            self._add_file(entry.path, status)
        elif _may_enter(status):
            self._queue.append((entry.path, level))
        else:
            self._add_closed(entry.path, status)

    def _add_file(self, path: bytes, status: os.stat_result) -> None:
        self.result.files.append(ScannedFile(path, signature_of(status), _reason(status)))

    def _add_closed(self, folder: bytes, status: os.stat_result) -> None:
        """Record a folder that is a link, or a placeholder, as a file with that reason."""
        reason = Reason.PLACEHOLDER if is_placeholder(status) else Reason.SYMBOLIC_LINK
        self.result.files.append(ScannedFile(folder, signature_of(status), reason))
        if reason is Reason.PLACEHOLDER:
            self.result.unreadable.append(folder)

    def _add_unreadable(self, folder: bytes) -> None:
        self.result.unreadable.append(folder)
        try:
            status = os.lstat(folder)
        except OSError:
            return
        file = ScannedFile(folder, signature_of(status), Reason.NO_PERMISSION)
        self.result.files.append(file)


def _may_enter(status: os.stat_result) -> bool:
    """Return whether a folder is neither a placeholder nor a junction; Linux has neither."""
    is_junction = _JUNCTION is not None and getattr(status, "st_reparse_tag", 0) == _JUNCTION
    return not (is_junction or is_placeholder(status))


def _reason(status: os.stat_result) -> Reason | None:
    if stat.S_ISREG(status.st_mode):
        return Reason.PLACEHOLDER if is_placeholder(status) else None
    return Reason.SYMBOLIC_LINK if stat.S_ISLNK(status.st_mode) else Reason.NOT_A_REGULAR_FILE
