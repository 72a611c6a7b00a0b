"""List the newest files that pass the filters, for a query without words."""

import sqlite3

import numpy as np

from alcove.index.hit_rows import newest_files
from alcove.index.vectors import PassageTable
from alcove.search.filtering.filters import AllowedIds
from alcove.search.ranking.document_ranking import RankedHit
from alcove.search.ranking.fusion import ScoreParts

_UNRANKED = ScoreParts(0.0, 0.0, 0.0)


def newest(
    connection: sqlite3.Connection, table: PassageTable, passing: AllowedIds | None, limit: int
) -> list[RankedHit]:
    """Return the newest files that pass, each with its first passage; none without a filter."""
    if passing is None:
        return []
    rows = newest_files(connection, passing.files.tolist(), limit)
    return [_ranked(table, file, document) for file, document in rows]


def _ranked(table: PassageTable, file: int, document: int | None) -> RankedHit:
    if document is None:
        return RankedHit(None, file, -1, 0.0, None, None, _UNRANKED)
    positions = np.flatnonzero(table.document_ids == document)
    return RankedHit(
        document, None, int(positions[0]) if len(positions) else -1, 0.0, None, None, _UNRANKED
    )
