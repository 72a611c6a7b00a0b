"""From ranked ids to hits: paths, dates, and the passage to show."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

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
    """Yield the hits in the order of `groups`; what was deleted meanwhile is left out."""
    for group in groups:
        files = _files(connection, group.shown, filters)
        if files:
            versions = [
                path for one in group.others for path, _ in _files(connection, one, filters)
            ]
            yield _hit(connection, table, group.shown, files, tuple(versions))


def _files(
    connection: sqlite3.Connection, one: RankedHit, filters: Filters
) -> list[tuple[bytes, int]]:
    """Paths and dates of the files that hold a hit and pass the filters, the newest first."""
    condition, parameters = filters.where(languages=False)
    own = (
        "f.id = ?"
        if one.document is None
        else "f.content_id = (SELECT content_id FROM documents WHERE id = ?)"
    )
    return connection.execute(
        "SELECT f.path, f.mtime_ns"  # noqa: S608 - the conditions are ours; values are bound
        " FROM files f LEFT JOIN contents c ON c.id = f.content_id"
        f" WHERE {own} AND {condition} ORDER BY f.mtime_ns DESC, f.path",
        [one.file if one.document is None else one.document, *parameters],
    ).fetchall()


def _hit(
    connection: sqlite3.Connection,
    table: PassageTable,
    one: RankedHit,
    files: list[tuple[bytes, int]],
    versions: tuple[bytes, ...],
) -> Hit:
    title, format_, language, part = _about(connection, one.document)
    page, line, passage = read_passage(connection, table, one.position)
    return Hit(
        path=files[0][0],
        copies=tuple(path for path, _ in files[1:]),
        versions=versions,
        title=title,
        format=format_,
        language=language,
        modified=datetime.fromtimestamp(files[0][1] / 1e9, UTC).astimezone(),
        score=one.score,
        page=page,
        line=line,
        passage=passage,
        matched=ArmMatches(meaning=one.cosine, words=one.bm25),
        why=one.why,
        document=one.document,
        part=part if format_ in _MAILBOXES else None,
        more=one.more,
    )


def _about(
    connection: sqlite3.Connection, document: int | None
) -> tuple[str | None, str | None, str | None, int | None]:
    row = connection.execute(
        "SELECT d.title, c.format, d.language, d.part FROM documents d"
        " JOIN contents c ON c.id = d.content_id WHERE d.id = ?",
        (document,),
    ).fetchone()
    return (row[0], row[1], row[2], row[3]) if row else (None, None, None, None)


def read_passage(
    connection: sqlite3.Connection, table: PassageTable, position: int
) -> tuple[int | None, int | None, PassageText | None]:
    """Page, line and text of the passage at a position of the table; Nones where it is gone."""
    if position < 0:
        return None, None, None
    row = connection.execute(
        'SELECT p.page, p.line, p.start, p."end", substr(d.text, p.start + 1, p."end" - p.start)'
        " FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id = ?",
        (int(table.passage_ids[position]),),
    ).fetchone()
    if row is None:
        return None, None, None
    page, line, start, end, text = row
    return page, line, PassageText(text, start, end)


def on_its_page(connection: sqlite3.Connection, hit: Hit) -> Hit:
    """The hit with the page on which its evidence begins: a passage may go over to the next."""
    sentence = hit.evidence.sentence if hit.evidence else None
    if hit.page is None or sentence is None:
        return hit
    row = connection.execute(
        "SELECT (SELECT count(*) FROM json_each(page_starts) WHERE value <= ?)"
        " FROM documents WHERE id = ?",
        (sentence[0], hit.document),
    ).fetchone()
    return replace(hit, page=row[0]) if row and row[0] else hit
