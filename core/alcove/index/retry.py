"""What gave no text waits to be read again: somebody put it right, or has what it takes now."""

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from alcove.errors import Reason

_SEEN_BY_SCANS = (Reason.SYMBOLIC_LINK, Reason.NOT_A_REGULAR_FILE, Reason.PLACEHOLDER)
"""Nothing opens these; whether they are something else now, a scan says."""

_FAILED = (
    "SELECT f.id, f.content_id FROM files f LEFT JOIN contents c ON c.id = f.content_id"
    " WHERE coalesce(f.reason, c.reason) NOT IN (SELECT value FROM json_each(?))"
)


def retry(db: Database, *, paths: Sequence[bytes] = (), reason: Reason | None = None) -> int:
    """Let files that gave no text wait to be read, although they did not change.

    What is known of their bytes is forgotten, so that other files with the same bytes wait too.

    Args:
        db: the writer's connection.
        paths: of these files alone; none: of all.
        reason: that failed for this reason alone; None: for any.

    Returns:
        How many files of those asked about wait now.
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
