"""What passes the filters where nothing is looked for: the newest files first."""

import json
import sqlite3

import numpy as np

from alcove.index.vectors import PassageTable
from alcove.search.filtering.filters import AllowedIds
from alcove.search.ranking.document_ranking import RankedHit
from alcove.search.ranking.fusion import ScoreParts

_UNRANKED = ScoreParts(0.0, 0.0, 0.0)


def newest(
    connection: sqlite3.Connection, table: PassageTable, passing: AllowedIds | None, limit: int
) -> list[RankedHit]:
    """The newest files that pass, each with its first passage; none where nothing is filtered."""
    if passing is None:
        return []
    rows = connection.execute(
        "SELECT f.id, min(d.id) FROM json_each(?) wanted JOIN files f ON f.id = wanted.value"
        " LEFT JOIN documents d ON d.content_id = f.content_id"
        " GROUP BY coalesce(-f.content_id, f.id) ORDER BY max(f.mtime_ns) DESC, f.id LIMIT ?",
        (json.dumps(passing.files.tolist()), limit),
    ).fetchall()
    return [_ranked(table, file, document) for file, document in rows]


def _ranked(table: PassageTable, file: int, document: int | None) -> RankedHit:
    if document is None:
        return RankedHit(None, file, -1, 0.0, None, None, _UNRANKED)
    own = np.flatnonzero(table.document_ids == document)
    return RankedHit(document, None, int(own[0]) if len(own) else -1, 0.0, None, None, _UNRANKED)
