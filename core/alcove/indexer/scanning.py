"""Disk → rows: scans the wanted folders and makes the files in the index equal to them."""

import time

from sqlite_utils import Database

from alcove.files import scan
from alcove.index import files
from alcove.index.files import is_below


def scan_folder(
    db: Database, folder: bytes, wanted: tuple[bytes, ...], library: bytes
) -> files.ScanChanges | None:
    """Scan one folder and apply what was found; None, and nothing deleted, where it is missing.

    Args:
        db: the writer's connection.
        folder: the one to scan.
        wanted: every folder of the library; those below `folder` have scans of their own.
        library: path of the library, which never indexes itself.
    """
    others = [path for path in (*wanted, library) if path != folder and is_below(path, folder)]
    now = time.time()
    try:
        found = scan(folder, skip=frozenset(others))
    except OSError:
        files.note_missing(db, folder, since=now)
        return None
    changes = files.apply_scan(db, folder, found.files, keep=(*others, *found.unreadable))
    files.note_folder(db, folder, scanned_at=now, excluded=found.excluded)
    return changes
