"""Flush files and folders to the disk (fsync), so that they survive a power cut."""

import os
import sys
from pathlib import Path


def sync_file(file: Path) -> None:
    """Flush a file's content to the disk."""
    _sync(file, os.O_RDWR)  # Windows flushes only files that are open for writing


def sync_tree(folder: Path) -> None:
    """Flush the files directly in a folder, then the folder's entries, to the disk."""
    for file in folder.iterdir():
        if file.is_file():
            sync_file(file)
    sync_names(folder)


def sync_names(folder: Path) -> None:
    """Flush a folder's entries to the disk, so that a rename in it survives a power cut.

    Windows cannot do this and need not: NTFS and ReFS record renames in a journal of their own.
    """
    if sys.platform != "win32":
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
