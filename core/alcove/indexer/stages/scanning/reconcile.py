"""One place on the disk and its rows: scanned, compared, made equal."""

import os
import sqlite3

from alcove.files import scan
from alcove.index import files
from alcove.index.files import ScanChanges
from alcove.indexer.context import StageContext
from alcove.indexer.stages.scanning.unmounted import unmounted_below


def reconcile(context: StageContext, folder: bytes, top: bytes) -> ScanChanges | None:
    """Scan `top`, which is a wanted folder or a path in it, and make its rows equal to it.

    Returns:
        What changed; None, and nothing deleted, where the folder itself is not there: it is gone,
        or nothing is mounted on it now.
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
    """Whether there is anything to compare at a path of which only the path itself is in question.

    A folder that can be read, and could be before, has no rows of its own: events about what lies
    in it name that.
    """
    try:
        with os.scandir(path):
            return files.has_row(connection, path)
    except OSError:
        return True  # a file, or gone, or a folder that may no longer be read


def _note(context: StageContext, changes: ScanChanges) -> None:
    context.count(new=changes.new, changed=changes.changed, gone=changes.gone)
    if changes.new or changes.gone:
        context.unfollowed = True
    if changes.gone or changes.changed:  # to a link, perhaps, which is not read
        context.has_garbage = True
