"""What is written is on the disk before anybody is told so."""

import os
import sys
from pathlib import Path


def sync_tree(folder: Path) -> None:
    """Brings the files right below `folder`, and then its list of names, safely to the disk."""
    for file in folder.iterdir():
        if file.is_file():
            _sync(file, os.O_RDWR)  # Windows flushes only what may be written
    sync_names(folder)


def sync_names(folder: Path) -> None:
    """Brings a folder's list of names to the disk, so that a rename in it outlives a power cut.

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
