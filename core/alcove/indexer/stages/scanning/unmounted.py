"""Drives and shares that are not mounted now: an empty folder proves no deletion."""

import os
import sqlite3

from alcove.index.files import on_other_devices
from alcove.paths import parent_of
from alcove.sandbox.open_file import signature_of


def unmounted_below(connection: sqlite3.Connection, top: bytes) -> set[bytes]:
    """Empty directories at or below `top` on whose place another device was when it was scanned.

    Files that were known there are on that device, not gone. A drive that comes back under
    another number is told from that by having something in it.

    Raises:
        OSError: `top` is not there.
    """
    judged: dict[bytes, int | None] = {}
    found = set()
    for path, device in on_other_devices(connection, top, _device(top)):
        directory = _nearest(parent_of(path))
        if directory not in judged:
            judged[directory] = _device_if_empty(directory)
        if judged[directory] not in (None, device):
            found.add(directory)
    return found


def _nearest(directory: bytes) -> bytes:
    """The directory itself, or the nearest above it that is there."""
    while not os.path.isdir(directory) and directory != parent_of(directory):  # noqa: PTH112
        directory = parent_of(directory)
    return directory


def _device_if_empty(directory: bytes) -> int | None:
    try:
        with os.scandir(directory) as entries:
            if next(entries, None) is not None:
                return None
        return _device(directory)
    except OSError:
        return None  # the scan lists it as unreadable, and keeps what is below it


def _device(directory: bytes) -> int:
    """As rows have it."""
    return signature_of(os.stat(directory)).device  # noqa: PTH116 - bytes
