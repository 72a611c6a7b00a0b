"""Queue files that gave no text to be read again, after the user has fixed the cause."""

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from alcove.errors import Reason

_SEEN_BY_SCANS = (Reason.SYMBOLIC_LINK, Reason.NOT_A_REGULAR_FILE, Reason.PLACEHOLDER)
"""Files that are never opened; only a scan finds out whether they are regular files now."""

_FAILED = (
    "SELECT f.id, f.content_id FROM files f LEFT JOIN contents c ON c.id = f.content_id"
    " WHERE coalesce(f.reason, c.reason) NOT IN (SELECT value FROM json_each(?))"
)


def retry(db: Database, *, paths: Sequence[bytes] = (), reason: Reason | None = None) -> int:
    """Queue files that gave no text to be read again, although they did not change.

    Their contents are deleted, so that other files with the same bytes wait too.

    Args:
        db: the writer's connection.
        paths: queue only these files; empty: all files.
        reason: queue only files that failed for this reason; None: for any reason.

    Returns:
        How many of the requested files wait now.
    """
    with db.atomic():
        failed = list(_failed(db, paths, reason))
        db.conn.executemany("UPDATE files SET waiting = 1 WHERE id = ?", ((f,) for f, _ in failed))
        contents = {content for _, content in failed if content is not None}
        for content in contents:
            db.execute(
                "UPDATE files SET content_id = NULL, waiting = 1 WHERE content_id = ?", [content]
            )
            db.execute("DELETE FROM contents WHERE id = ?", [content])
    return len(failed)


def _failed(
    db: Database, paths: Sequence[bytes], reason: Reason | None
) -> Iterable[tuple[int, int | None]]:
    condition, values = _FAILED, [json.dumps(_SEEN_BY_SCANS)]
    if reason is not None:
        condition += " AND coalesce(f.reason, c.reason) = ?"
        values.append(reason)
    if not paths:
        yield from db.execute(condition, values)
    for path in paths:
        yield from db.execute(f"{condition} AND f.path = ?", [*values, path])
