"""Keep the rows of folders and files equal to scans; queue files to read, record failures."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from alcove.errors import Reason
from alcove.paths import is_within, path_range
from alcove.records import ScannedFile, Signature

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class ScanChanges:
    """Numbers of files that a scan found new, changed and gone."""

    new: int
    changed: int
    gone: int


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that waits to be read.

    Attributes:
        id: of its row.
        path: absolute, bytes.
        signature: as the last scan saw it.
    """

    id: int
    path: bytes
    signature: Signature


UNSETTLED = 0
"""Stored as the ctime of a file that may have changed after it was read, within the same tick of
the clock. No file has this ctime, so the next scan queues the file again."""


def apply_scan(
    db: "Database",
    top: bytes,
    found: Iterable[ScannedFile],
    *,
    keep: Iterable[bytes] = (),
) -> ScanChanges:
    """Make the rows at and below `top` equal to what a scan found, in one transaction.

    A new or changed file waits to be read; a changed one keeps its content until then. The content
    of a deleted file stays until garbage is collected, so that a moved file finds it again.

    Args:
        db: the writer's connection.
        top: the folder that was scanned, or one path below it.
        found: every path there.
        keep: folders whose rows below stay as they are: unreadable ones, and other folders.
    """
    gone = _stored_rows(db, top, tuple(keep))  # those that the scan finds are taken out below
    new: list[ScannedFile] = []
    changed: list[tuple[int, ScannedFile]] = []
    moved: list[tuple[int, int]] = []
    unsettled = 0
    for file in found:
        row = gone.pop(file.path, None)
        if row is None:
            new.append(file)
        elif _stamp(row[1]) != _stamp(file.signature):
            changed.append((row[0], file))
            unsettled += _is_unsettled(row[1], file.signature)
        elif row[1].device != file.signature.device:
            moved.append((file.signature.device, row[0]))
    with db.atomic():
        db.conn.executemany(_INSERT, (_values(file) for file in new))
        db.conn.executemany(_UPDATE, ((*_values(file)[1:], id_) for id_, file in changed))
        db.conn.executemany("UPDATE files SET device = ? WHERE id = ?", moved)
        db.conn.executemany("DELETE FROM files WHERE id = ?", ((row[0],) for row in gone.values()))
    return ScanChanges(len(new), len(changed) - unsettled, len(gone))


# A changed file that can still be read keeps its content until it is read.
_INSERT = """INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns, reason, waiting)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7 IS NULL)
             ON CONFLICT (path) DO UPDATE SET device = ?2, inode = ?3, size = ?4, mtime_ns = ?5,
                 ctime_ns = ?6, reason = ?7, detail = '', content_id = NULL, waiting = ?7 IS NULL"""
_UPDATE = """UPDATE files SET device = ?1, inode = ?2, size = ?3, mtime_ns = ?4, ctime_ns = ?5,
                 content_id = iif(?6 IS NULL, content_id, NULL),
                 reason = coalesce(?6, reason), detail = iif(?6 IS NULL, detail, ''),
                 waiting = ?6 IS NULL
             WHERE id = ?7"""


def _values(file: ScannedFile) -> tuple[object, ...]:
    s = file.signature
    return (file.path, s.device, s.inode, s.size, s.mtime_ns, s.ctime_ns, file.reason)


def _stamp(signature: Signature) -> tuple[int, int, int, int]:
    """Return what identifies a version of a file: no device, which changes with each mount."""
    return signature.inode, signature.size, signature.mtime_ns, signature.ctime_ns


def _is_unsettled(stored: Signature, scanned: Signature) -> bool:
    """Return whether the two differ only because the stored ctime is `UNSETTLED`."""
    return stored.ctime_ns == UNSETTLED and _stamp(stored)[:3] == _stamp(scanned)[:3]


def _stored_rows(
    db: "Database", top: bytes, keep: tuple[bytes, ...]
) -> dict[bytes, tuple[int, Signature]]:
    """Return path → id and signature at and below `top`, without what is below `keep`."""
    rows = db.execute(
        "SELECT id, path, device, inode, size, mtime_ns, ctime_ns FROM files"
        " WHERE path = ? OR path >= ? AND path < ?",
        [top, *path_range(top)],
    )
    return {
        path: (id_, Signature(*signature))
        for id_, path, *signature in rows
        if not any(path != other and is_within(path, other) for other in keep)
    }


def note_folder(
    db: "Database", folder: bytes, *, scanned_at: float, excluded: Mapping[str, int]
) -> None:
    """Record a finished scan of a folder; `scanned_at` is in seconds since the epoch."""
    row = {
        "path": folder,
        "scanned_at": scanned_at,
        "missing_since": None,
        "excluded": json.dumps(excluded),
    }
    db.table("folders").upsert(row, pk="path")


def note_missing(db: "Database", folder: bytes, *, since: float) -> None:
    """Record that a folder is missing; delete nothing below it."""
    with db.atomic():
        db.execute("INSERT OR IGNORE INTO folders (path) VALUES (?)", [folder])
        db.execute(
            "UPDATE folders SET missing_since = coalesce(missing_since, ?) WHERE path = ?",
            [since, folder],
        )


def remove_unwanted(db: "Database", wanted: tuple[bytes, ...]) -> int:
    """Delete the rows of all but the wanted folders and their files; return how many files."""
    stale = [
        (id_,)
        for id_, path in db.execute("SELECT id, path FROM files")
        if not any(is_within(path, folder) for folder in wanted)
    ]
    folders = [row for row in db.execute("SELECT path FROM folders") if row[0] not in wanted]
    with db.atomic():
        db.conn.executemany("DELETE FROM files WHERE id = ?", stale)
        db.conn.executemany("DELETE FROM folders WHERE path = ?", folders)
    return len(stale)


def pending(
    connection: sqlite3.Connection, limit: int, *, besides: Collection[int] = ()
) -> list[PendingFile]:
    """Return at most `limit` files that wait to be read, newest first, none of `besides`."""
    rows = connection.execute(
        "SELECT id, path, device, inode, size, mtime_ns, ctime_ns FROM files"
        " WHERE waiting ORDER BY mtime_ns DESC LIMIT ?",
        (limit + len(besides),),
    )
    waiting = (PendingFile(row[0], row[1], Signature(*row[2:])) for row in rows)
    return list(islice((file for file in waiting if file.id not in besides), limit))


def count_pending(connection: sqlite3.Connection) -> int:
    """Return how many files wait to be read."""
    count: int = connection.execute("SELECT count(*) FROM files WHERE waiting").fetchone()[0]
    return count


def link(db: "Database", file: PendingFile, content_id: int, signature: Signature) -> bool:
    """Record the content of a file, unless a scan found it changed since `pending` returned it.

    Args:
        db: the writer's connection.
        file: as `pending` returned it.
        content_id: of its content.
        signature: of the file while it was read.

    Returns:
        Whether the row was unchanged; if not, the file waits again or is deleted.
    """
    return _conclude(db, file, signature, content_id, None, "")


def fail(
    db: "Database", file: PendingFile, reason: Reason, detail: str, signature: Signature
) -> bool:
    """Record why a file has no text; like `link` otherwise.

    The file is read again when a scan finds it with another signature than `signature`.
    """
    return _conclude(db, file, signature, None, reason, detail)


def _conclude(
    db: "Database",
    file: PendingFile,
    signature: Signature,
    content_id: int | None,
    reason: Reason | None,
    detail: str,
) -> bool:
    s = signature
    concluded = db.execute(
        "UPDATE files SET content_id = ?, reason = ?, detail = ?, waiting = 0,"
        " device = ?, inode = ?, size = ?, mtime_ns = ?, ctime_ns = ?"
        " WHERE id = ? AND inode = ? AND size = ? AND mtime_ns = ? AND ctime_ns = ?",
        [
            *(content_id, reason, detail),
            *(s.device, s.inode, s.size, s.mtime_ns, s.ctime_ns),
            *(file.id, *_stamp(file.signature)),
        ],
    )
    return concluded.rowcount == 1


def postpone(db: "Database", file_id: int) -> None:
    """Take a file off the queue until the next scan of it; it keeps its content."""
    db.execute("UPDATE files SET waiting = 0, ctime_ns = ? WHERE id = ?", [UNSETTLED, file_id])


def has_row(connection: sqlite3.Connection, path: bytes) -> bool:
    """Return whether a path has a row: as a file, or as a folder that cannot be read."""
    return connection.execute("SELECT 1 FROM files WHERE path = ?", (path,)).fetchone() is not None


def paths_below(connection: sqlite3.Connection, folder: bytes) -> Iterator[bytes]:
    """Yield the paths below a folder, sorted."""
    rows = connection.execute(
        "SELECT path FROM files WHERE path >= ? AND path < ? ORDER BY path", path_range(folder)
    )
    for (path,) in rows:
        yield path


def on_other_devices(
    connection: sqlite3.Connection, folder: bytes, device: int
) -> Iterator[tuple[bytes, int]]:
    """Yield path and device of the files below a folder whose device is not `device`."""
    yield from connection.execute(
        "SELECT path, device FROM files WHERE path >= ? AND path < ? AND device != ?",
        (*path_range(folder), device),
    )


def apply_size_limits(db: "Database", limits: Mapping[str, int]) -> bool:
    """Queue every file that changed size limits may concern.

    Args:
        db: the writer's connection.
        limits: format → bytes, where the user has replaced the format's own limit.

    Returns:
        Whether the limits changed since they were last applied.
    """
    key, now = "size limits", json.dumps(dict(limits), sort_keys=True)
    row = db.execute("SELECT value FROM facts WHERE key = ?", [key]).fetchone()
    before = row[0] if row else "{}"
    if now == before:
        return False
    smallest = min((*json.loads(before).values(), *limits.values()), default=None)
    with db.atomic():
        db.execute(
            "UPDATE files SET waiting = 1 WHERE reason = ? OR size > ? AND content_id IS NOT NULL",
            [Reason.TOO_LARGE, smallest],
        )
        db.table("facts").upsert({"key": key, "value": now}, pk="key")
    return True


def apply_types(db: "Database", without: Collection[str]) -> bool:
    """Queue every file that a change of the switched-off formats may concern.

    Args:
        db: the writer's connection.
        without: formats that are not read.

    Returns:
        Whether the formats changed since they were last applied.
    """
    key, now = "without types", json.dumps(sorted(without))
    row = db.execute("SELECT value FROM facts WHERE key = ?", [key]).fetchone()
    if now == (row[0] if row else "[]"):
        return False
    with db.atomic():
        db.execute(
            "UPDATE files SET waiting = 1 WHERE reason = ? OR content_id IN"
            " (SELECT id FROM contents WHERE format IN (SELECT value FROM json_each(?)))",
            [Reason.SWITCHED_OFF, now],
        )
        db.table("facts").upsert({"key": key, "value": now}, pk="key")
    return True


def requeue_refused(db: "Database", top: bytes) -> int:
    """Queue the files at and below `top` that could not be opened; return how many.

    A folder's permissions or a failing share leave no trace in the signatures of its files.
    """
    low, high = path_range(top)
    return db.execute(
        "UPDATE files SET waiting = 1 WHERE (path = ? OR path >= ? AND path < ?)"
        " AND reason IN (?, ?) AND NOT waiting",
        [top, low, high, Reason.NO_PERMISSION, Reason.IO_ERROR],
    ).rowcount


def failures(connection: sqlite3.Connection) -> Iterator[tuple[bytes, str, str]]:
    """Yield `(path, reason, detail)` of every file without text, sorted by path."""
    yield from connection.execute(
        "SELECT f.path, coalesce(f.reason, c.reason), iif(f.reason IS NULL, c.detail, f.detail)"
        " FROM files f LEFT JOIN contents c ON c.id = f.content_id"
        " WHERE f.reason IS NOT NULL OR c.reason IS NOT NULL ORDER BY f.path"
    )
