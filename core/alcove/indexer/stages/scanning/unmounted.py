"""Detect drives and shares that are not mounted now: an empty folder proves no deletion."""

import os
import sqlite3

from alcove.index.files import on_other_devices
from alcove.paths import parent_of
from alcove.sandbox.open_file import signature_of


def unmounted_below(connection: sqlite3.Connection, top: bytes) -> set[bytes]:
    """Return the empty directories at or below `top` that were on another device when scanned.

    Files with rows there are on that device, not deleted. A drive that comes back under another
    number is not taken for unmounted, since it is not empty.

    Raises:
        OSError: `top` does not exist.
    """
    device_if_empty: dict[bytes, int | None] = {}
    unmounted = set()
    for path, device in on_other_devices(connection, top, _device(top)):
        directory = _nearest(parent_of(path))
        if directory not in device_if_empty:
            device_if_empty[directory] = _device_if_empty(directory)
        if device_if_empty[directory] not in (None, device):
            unmounted.add(directory)
    return unmounted


def _nearest(directory: bytes) -> bytes:
    """Return the directory itself, or its nearest parent that exists."""
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
    """Return the device number as rows store it."""
    return signature_of(os.stat(directory)).device  # noqa: PTH116 - bytes
