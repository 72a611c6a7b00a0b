"""What is said to be done is on the disk: it outlives a power cut."""

import os
import sys
from pathlib import Path


def sync_file(file: Path) -> None:
    """Bring a file's content to the disk."""
    _sync(file, os.O_RDWR)  # Windows flushes only what may be written


def sync_tree(folder: Path) -> None:
    """Bring the files right below a folder, and then its list of names, to the disk."""
    for file in folder.iterdir():
        if file.is_file():
            sync_file(file)
    sync_names(folder)


def sync_names(folder: Path) -> None:
    """Bring a folder's list of names to the disk, so that a rename in it outlives a power cut.

    Windows cannot do this and need not: NTFS and ReFS keep renames in a log of their own.
    """
    if sys.platform != "win32":
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
