"""Whether an index is whole, and is what the disk is."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from alcove.index.words.fields import NAMES, PASSAGES, open_index
from alcove.index.words.state import read_state
from alcove.personal import LibraryFolder

_SHOWN = 3  # paths of a kind; they are of files that a run made

Row = tuple[int, int, bytes | None]
"""Size, mtime_ns, and the sha256 of what was read; None where a reason stands instead."""


def faults(library: LibraryFolder, folder: Path) -> list[str]:
    """All in which an index that has settled is damaged, or is not what `folder` holds."""
    with closing(reader(library)) as connection:
        stored = dict(_rows(connection))
        return [
            *_integrity(connection),
            *_words(connection, library),
            *_differences(stored, dict(_on_disk(folder)), _without_text(connection)),
        ]


def integrity(library: LibraryFolder) -> list[str]:
    """All in which the database is damaged."""
    with closing(reader(library)) as connection:
        return list(_integrity(connection))


def reader(library: LibraryFolder) -> sqlite3.Connection:
    """A connection to the index that does not write."""
    return sqlite3.connect(f"{library.index.as_uri()}?mode=ro", uri=True, isolation_level=None)


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[bytes, Row]]:
    rows = connection.execute(
        "SELECT f.path, f.size, f.mtime_ns, c.sha256 FROM files f"
        " LEFT JOIN contents c ON c.id = f.content_id"
    )
    for path, *row in rows:
        yield path, (row[0], row[1], row[2])


def _without_text(connection: sqlite3.Connection) -> set[bytes]:
    rows = connection.execute("SELECT path FROM files WHERE reason IS NOT NULL")
    return {path for (path,) in rows}


def _on_disk(folder: Path) -> Iterator[tuple[bytes, Row]]:
    for path in files_below(folder):
        stat = path.lstat()
        digest = hashlib.sha256(path.read_bytes()).digest()
        yield bytes(path), (stat.st_size, stat.st_mtime_ns, digest)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder."""
    return (Path(top, name) for top, _, names in os.walk(folder) for name in names)


def _integrity(connection: sqlite3.Connection) -> Iterator[str]:
    verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        yield f"integrity check: {verdict}"
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        yield "broken references"


def _words(connection: sqlite3.Connection, library: LibraryFolder) -> Iterator[str]:
    """The words index holds an entry for each name and each passage."""
    state = read_state(library.words)
    if state is None:
        yield "no words index"
        return
    for kind, table in ((NAMES, "files"), (PASSAGES, "passages")):
        entries = open_index(library.words / state.generation, kind).searcher().num_docs
        rows = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if entries != rows:
            yield f"{entries} {kind} in the words index, {rows} in the database"


def _differences(
    stored: dict[bytes, Row], there: dict[bytes, Row], without_text: set[bytes]
) -> Iterator[str]:
    yield from _said("missing", there.keys() - stored.keys())
    yield from _said("too many", stored.keys() - there.keys())
    both = there.keys() & stored.keys()
    yield from _said("of other size or time", {p for p in both if stored[p][:2] != there[p][:2]})
    others = {p for p in both - without_text if stored[p][2] != there[p][2]}
    yield from _said("of other content", others)


def _said(what: str, paths: set[bytes]) -> Iterator[str]:
    if paths:
        shown = ", ".join(Path(os.fsdecode(path)).name for path in sorted(paths)[:_SHOWN])
        yield f"{len(paths)} files {what} ({shown})"
