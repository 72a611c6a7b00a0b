"""Make files as a scan finds them, and read their rows."""

from sqlite_utils import Database

from alcove.index import files
from alcove.records import ScannedFile, Signature


def signature(mtime: int = 1) -> Signature:
    return Signature(1, 2, 3, mtime, mtime)


def found(*paths: bytes, mtime: int = 1) -> list[ScannedFile]:
    return [ScannedFile(path, signature(mtime)) for path in paths]


def waiting(db: Database) -> list[bytes]:
    return sorted(file.path for file in files.pending(db.conn, 99))


def rows(db: Database) -> dict[bytes, tuple[int, int | None]]:
    """Return path → id and content."""
    return {row[0]: row[1:] for row in db.execute("SELECT path, id, content_id FROM files")}
