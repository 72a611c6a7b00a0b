"""Turn ranked ids into hits: look up paths, dates and the passage to show."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from alcove.index.filtering.conditions import all_of, has_document, is_file
from alcove.index.hit_rows import document_row, newest_paths, page_at, passage_row
from alcove.index.vectors import PassageTable
from alcove.search.answer.near_duplicates import DuplicateGroup
from alcove.search.answer.result import ArmMatches, Hit
from alcove.search.filtering.filters import Filters
from alcove.search.passage_text import PassageText
from alcove.search.ranking.document_ranking import RankedHit

_MAILBOXES = frozenset(("mbox",))
"""Formats whose files hold several documents."""


def hits_of(
    connection: sqlite3.Connection,
    table: PassageTable,
    groups: Iterable[DuplicateGroup],
    filters: Filters,
) -> Iterator[Hit]:
    """Yield the hits in the order of `groups`; skip those deleted meanwhile."""
    for group in groups:
        files = _files(connection, group.shown, filters)
        if files:
            versions = [
                path for other in group.others for path, _ in _files(connection, other, filters)
            ]
            yield _hit(connection, table, group.shown, files, tuple(versions))


def _files(
    connection: sqlite3.Connection, ranked: RankedHit, filters: Filters
) -> list[tuple[bytes, int]]:
    """Return (path, mtime in ns) of a hit's files that pass the filters, newest first."""
    condition = (
        has_document(ranked.document) if ranked.document is not None else is_file(ranked.file)
    )
    return newest_paths(connection, all_of((condition, filters.where(languages=False))))


def _hit(
    connection: sqlite3.Connection,
    table: PassageTable,
    ranked: RankedHit,
    files: list[tuple[bytes, int]],
    versions: tuple[bytes, ...],
) -> Hit:
    document = document_row(connection, ranked.document)
    page, line, passage = read_passage(connection, table, ranked.position)
    return Hit(
        path=files[0][0],
        copies=tuple(path for path, _ in files[1:]),
        versions=versions,
        title=document.title if document else None,
        format=document.format if document else None,
        language=document.language if document else None,
        modified=datetime.fromtimestamp(files[0][1] / 1e9, UTC).astimezone(),
        score=ranked.score,
        page=page,
        line=line,
        passage=passage,
        matched=ArmMatches(meaning=ranked.cosine, words=ranked.bm25),
        why=ranked.why,
        document=ranked.document,
        part=document.part if document and document.format in _MAILBOXES else None,
        more=ranked.more,
    )


def read_passage(
    connection: sqlite3.Connection, table: PassageTable, position: int
) -> tuple[int | None, int | None, PassageText | None]:
    """Return page, line and text of the passage at a table position; all None if it is gone."""
    if position < 0:
        return None, None, None
    row = passage_row(connection, int(table.passage_ids[position]))
    if row is None:
        return None, None, None
    return row.page, row.line, PassageText(row.text, row.start, row.end)


def on_its_page(connection: sqlite3.Connection, hit: Hit) -> Hit:
    """Return the hit with the page where its evidence begins: a passage may span pages."""
    sentence = hit.evidence.sentence if hit.evidence else None
    if hit.page is None or sentence is None:
        return hit
    return replace(hit, page=page_at(connection, hit.document, sentence[0]) or hit.page)
