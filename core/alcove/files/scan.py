"""One walk over a folder: every file with its signature, and what was left out and why."""

import os
import stat
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path

from alcove.errors import Reason
from alcove.files.opening import signature_of
from alcove.files.rules import excluded_by_content, excluded_by_name
from alcove.index.records import ScannedFile


@dataclass(slots=True)
class Scan:
    """What one walk found below a folder.

    Attributes:
        files: every path that is not left out; also what can never be read, with the reason.
        excluded: files and folders left out by each rule; what lies in a folder is not counted.
        unreadable: folders that could not be entered; what was known below them must be kept.
    """

    files: list[ScannedFile] = field(default_factory=list)
    excluded: Counter[str] = field(default_factory=Counter)
    unreadable: list[bytes] = field(default_factory=list)


def scan(folder: bytes, *, skip: Container[bytes] = ()) -> Scan:
    """Walk `folder` without following links.

    Args:
        folder: absolute path, without a trailing separator.
        skip: folders below it that are not entered: the library, and folders with a scan of
            their own.

    Raises:
        OSError: the folder itself is not there, or went away during the walk.
    """
    before = Path(os.fsdecode(folder)).stat()
    result = Scan()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as entries:
                found = list(entries)
        except FileNotFoundError:
            continue  # deleted meanwhile; if it was the whole folder, the check below sees it
        except OSError:
            if current == folder:
                raise
            _note_unreadable(current, result)
            continue
        waiting.extend(_sort_entries(current, found, skip, result, is_top=current == folder))
    after = Path(os.fsdecode(folder)).stat()
    if (before.st_dev, before.st_ino) != (after.st_dev, after.st_ino):
        raise FileNotFoundError("the folder was replaced while it was scanned")
    return result


def _sort_entries(
    current: bytes,
    entries: list[os.DirEntry[bytes]],
    skip: Container[bytes],
    result: Scan,
    *,
    is_top: bool,
) -> list[bytes]:
    """Add the files among `entries` to `result`; return the folders to enter."""
    rule = None if is_top else excluded_by_content(current, {entry.name for entry in entries})
    if rule is not None:
        result.excluded[rule] += 1
        return []
    folders = []
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and entry.path in skip:
            continue
        rule = excluded_by_name(entry.name, is_folder=is_folder)
        if rule is not None:
            result.excluded[rule] += 1
        elif is_folder:
            folders.append(entry.path)
        else:
            _add_file(entry, result)
    return folders


def _add_file(entry: os.DirEntry[bytes], result: Scan) -> None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return  # gone between the listing and now
    result.files.append(ScannedFile(entry.path, signature_of(status), _kind_reason(status)))


def _kind_reason(status: os.stat_result) -> Reason | None:
    if stat.S_ISREG(status.st_mode):
        return None
    return Reason.SYMBOLIC_LINK if stat.S_ISLNK(status.st_mode) else Reason.NOT_A_REGULAR_FILE


def _note_unreadable(folder: bytes, result: Scan) -> None:
    result.unreadable.append(folder)
    try:
        status = Path(os.fsdecode(folder)).lstat()
    except OSError:
        return
    result.files.append(ScannedFile(folder, signature_of(status), Reason.NO_PERMISSION))
