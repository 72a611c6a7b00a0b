"""The rows of folders and files: what a scan found, what waits to be read, what failed."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from alcove.errors import Reason
from alcove.index.records import ScannedFile, Signature

SEPARATOR = b"/"


@dataclass(frozen=True, slots=True)
class ScanChanges:
    """How many files a scan found new, changed and gone."""

    new: int
    changed: int
    gone: int


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that waits to be read."""

    id: int
    path: bytes
    signature: Signature


def is_below(path: bytes, folder: bytes) -> bool:
    """Whether `path` is `folder` or lies somewhere below it."""
    return path == folder or path.startswith(folder.rstrip(SEPARATOR) + SEPARATOR)


def apply_scan(
    db: Database,
    folder: bytes,
    found: Iterable[ScannedFile],
    *,
    keep: Iterable[bytes] = (),
) -> ScanChanges:
    """Make the rows below `folder` equal to what a scan found, in one transaction.

    A new or changed file loses its content and waits to be read; the content itself stays until
    garbage is collected, so that a moved file finds it again.

    Args:
        db: the writer's connection.
        folder: the folder that was scanned.
        found: every path below it.
        keep: folders below which the rows stay as they are: unreadable ones, and other folders.
    """
    known = _known(db, folder, tuple(keep))
    new: list[ScannedFile] = []
    changed: list[tuple[int, ScannedFile]] = []
    for file in found:
        row = known.pop(file.path, None)
        if row is None:
            new.append(file)
        elif row[1] != file.signature:
            changed.append((row[0], file))
    with db.atomic():
        db.conn.executemany(_INSERT, (_values(file) for file in new))
        db.conn.executemany(_UPDATE, ((*_values(file)[1:], id_) for id_, file in changed))
        db.conn.executemany("DELETE FROM files WHERE id = ?", ((row[0],) for row in known.values()))
    return ScanChanges(len(new), len(changed), len(known))


_INSERT = """INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns, reason)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (path) DO UPDATE SET device = excluded.device, inode = excluded.inode,
                 size = excluded.size, mtime_ns = excluded.mtime_ns, ctime_ns = excluded.ctime_ns,
                 reason = excluded.reason, detail = '', content_id = NULL"""
_UPDATE = """UPDATE files SET device = ?, inode = ?, size = ?, mtime_ns = ?, ctime_ns = ?,
                 reason = ?, detail = '', content_id = NULL
             WHERE id = ?"""


def _values(file: ScannedFile) -> tuple[object, ...]:
    s = file.signature
    return (file.path, s.device, s.inode, s.size, s.mtime_ns, s.ctime_ns, file.reason)


def _known(
    db: Database, folder: bytes, keep: tuple[bytes, ...]
) -> dict[bytes, tuple[int, Signature]]:
    rows = db.execute(
        "SELECT id, path, device, inode, size, mtime_ns, ctime_ns FROM files"
        " WHERE path >= ? AND path < ?",
        path_range(folder),
    )
    return {
        path: (id_, Signature(*signature))
        for id_, path, *signature in rows
        if not any(path != other and is_below(path, other) for other in keep)
    }


def path_range(folder: bytes) -> tuple[bytes, bytes]:
    """Bounds `low <= path < high` of everything below `folder`, in the order of SQLite's blobs."""
    base = folder.rstrip(SEPARATOR)
    return base + SEPARATOR, base + bytes([SEPARATOR[0] + 1])


def note_folder(
    db: Database, folder: bytes, *, scanned_at: float, excluded: Mapping[str, int]
) -> None:
    """Record a finished scan; `scanned_at` is in seconds since the epoch."""
    row = {
        "path": folder,
        "scanned_at": scanned_at,
        "missing_since": None,
        "excluded": json.dumps(excluded),
    }
    db.table("folders").upsert(row, pk="path")


def note_missing(db: Database, folder: bytes, *, since: float) -> None:
    """Record that a folder is not there; nothing below it is deleted."""
    with db.atomic():
        db.execute("INSERT OR IGNORE INTO folders (path) VALUES (?)", [folder])
        db.execute(
            "UPDATE folders SET missing_since = coalesce(missing_since, ?) WHERE path = ?",
            [since, folder],
        )


def remove_unwanted(db: Database, wanted: tuple[bytes, ...]) -> int:
    """Delete the rows of folders that are no longer wanted and of all files below none; count."""
    stale = [
        (id_,)
        for id_, path in db.execute("SELECT id, path FROM files")
        if not any(is_below(path, folder) for folder in wanted)
    ]
    folders = [row for row in db.execute("SELECT path FROM folders") if row[0] not in wanted]
    with db.atomic():
        db.conn.executemany("DELETE FROM files WHERE id = ?", stale)
        db.conn.executemany("DELETE FROM folders WHERE path = ?", folders)
    return len(stale)


def pending(connection: sqlite3.Connection) -> list[PendingFile]:
    """The files that wait to be read, the newest first."""
    rows = connection.execute(
        "SELECT id, path, device, inode, size, mtime_ns, ctime_ns FROM files"
        " WHERE content_id IS NULL AND reason IS NULL ORDER BY mtime_ns DESC"
    )
    return [PendingFile(row[0], row[1], Signature(*row[2:])) for row in rows]


def link(db: Database, file_id: int, content_id: int, signature: Signature) -> None:
    """Say which content a file has; `signature` is what was true when its bytes were read."""
    s = signature
    db.execute(
        "UPDATE files SET content_id = ?, reason = NULL, detail = '',"
        " device = ?, inode = ?, size = ?, mtime_ns = ?, ctime_ns = ? WHERE id = ?",
        [content_id, s.device, s.inode, s.size, s.mtime_ns, s.ctime_ns, file_id],
    )


def fail(db: Database, file_id: int, reason: Reason, detail: str) -> None:
    """Record why a path could not be read; it is tried again when its signature changes."""
    db.execute("UPDATE files SET reason = ?, detail = ? WHERE id = ?", [reason, detail, file_id])


def remove(db: Database, file_id: int) -> None:
    """Forget a file that went away after the scan."""
    db.execute("DELETE FROM files WHERE id = ?", [file_id])


def failures(connection: sqlite3.Connection) -> Iterator[tuple[bytes, str, str]]:
    """Yield `(path, reason, detail)` of every file that has no text, sorted by path."""
    yield from connection.execute(
        "SELECT f.path, coalesce(f.reason, c.reason), iif(f.reason IS NULL, c.detail, f.detail)"
        " FROM files f LEFT JOIN contents c ON c.id = f.content_id"
        " WHERE f.reason IS NOT NULL OR c.reason IS NOT NULL ORDER BY f.path"
    )
