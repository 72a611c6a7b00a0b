"""Reconcile one folder or path with its rows: scan it, compare, make the rows equal."""

import os
import sqlite3

from alcove.files import scan
from alcove.index import files
from alcove.index.files import ScanChanges
from alcove.indexer.context import StageContext
from alcove.indexer.stages.scanning.unmounted import unmounted_below


def reconcile(context: StageContext, folder: bytes, top: bytes) -> ScanChanges | None:
    """Scan `top`, which is `folder` or a path in it, and make its rows equal to the disk.

    Returns:
        The changes; None, with nothing deleted, if the folder itself is missing or not mounted.
    """
    db, began = context.store.db, context.wall()
    others = context.rules.others_in(folder)
    try:
        unmounted = unmounted_below(db.conn, top) if os.path.isdir(top) else set()  # noqa: PTH112
        found = scan(folder, context.rules.of(folder), skip=frozenset(others), start=top)
    except OSError:
        return None
    if folder in unmounted:
        return None
    keep = (*others, *found.unreadable, *unmounted)
    changes = files.apply_scan(db, top, found.files, keep=keep)
    if top == folder:
        files.note_folder(db, folder, scanned_at=began, excluded=found.excluded)
    _note(context, changes)
    return changes


def needs_look(connection: sqlite3.Connection, path: bytes) -> bool:
    """Return whether a look at a path itself, not below it, has anything to compare.

    A folder that is and was readable has no row: events about its contents name their paths.
    """
    try:
        with os.scandir(path):
            return files.has_row(connection, path)
    except OSError:
        return True  # a file, or deleted, or a folder that cannot be read any more


def _note(context: StageContext, changes: ScanChanges) -> None:
    context.count(new=changes.new, changed=changes.changed, gone=changes.gone)
    if changes.new or changes.gone:
        context.unfollowed = True
    if changes.gone or changes.changed:  # a changed file may be a link now, which is not read
        context.has_garbage = True
