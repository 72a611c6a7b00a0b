"""Compare an index with what it should hold, and describe every difference in a few words."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from alcove.personal import LibraryFolder
from alcove.search.words.keyword_arm import KeywordArm

Expected = Mapping[bytes, str | None]
"""Path → the word in its text, or None if it has no text."""

_WORD = re.compile(r"\bq[a-z]{6}q\b")
_SOME = 60  # retired words that are searched


def differences(
    library: LibraryFolder, expected: Expected, retired: Iterable[str] = ()
) -> Iterator[str]:
    """Yield a description of each difference.

    Args:
        library: its indexer is idle.
        expected: the files on the disk.
        retired: words of deleted texts, which must not be found.
    """
    with closing(_opened(library)) as connection:
        yield from _of_files(connection, expected)
        yield from _left_over(connection)
        owners = dict(connection.execute("SELECT id, content_id FROM documents").fetchall())
        contents = dict(
            connection.execute(
                "SELECT path, content_id FROM files WHERE content_id IS NOT NULL"
            ).fetchall()
        )
        passages = dict(connection.execute("SELECT id, document_id FROM passages").fetchall())
    arm = KeywordArm(library.words)
    for path, word in expected.items():
        if word is not None:
            found = {owners.get(passages.get(int(i), -1)) for i in arm.passages(word, 10, None).ids}
            if found != {contents.get(path)}:
                yield f"words: {path!r} is not the one that is found by its word"
    gone = sorted(set(retired).difference(filter(None, expected.values())))[-_SOME:]
    # Exact words only: a search would also find words spelt like a retired one.
    if any(len(arm.documents_with(word)) for word in gone):
        yield "words: a text that is gone is found"


def is_whole(library: LibraryFolder) -> bool:
    """Return whether SQLite finds the database intact."""
    with closing(_opened(library)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchall()
        return (
            verdict == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()
        )


def _opened(library: LibraryFolder) -> sqlite3.Connection:
    return sqlite3.connect(f"{library.index.as_uri()}?mode=ro", uri=True)


def _of_files(connection: sqlite3.Connection, expected: Expected) -> Iterator[str]:
    rows = connection.execute(
        "SELECT f.path, f.waiting, d.text, coalesce(f.reason, c.reason) FROM files f"
        " LEFT JOIN contents c ON c.id = f.content_id LEFT JOIN documents d ON d.content_id = c.id"
    ).fetchall()
    found = {row[0]: row[1:] for row in rows}
    for path in sorted(found.keys() | expected.keys()):
        if path not in found:
            yield f"{path!r} is missing"
        elif path not in expected:
            yield f"{path!r} should not be there"
        else:
            yield from _of_file(path, *found[path], word=expected[path])


def _of_file(
    path: bytes, waiting: int, text: str | None, reason: str | None, *, word: str | None
) -> Iterator[str]:
    words = _WORD.findall(text or "")
    if waiting:
        yield f"{path!r} still waits"
    elif set(words) != ({word} if word else set()):
        yield f"{path!r} has the words {words} and not {word}; {reason}"
    elif word is None and reason is None:
        yield f"{path!r} has no text, and no reason why"


_NOTHING_OF = {
    "contents without a file": "SELECT 1 FROM contents c WHERE NOT EXISTS"
    " (SELECT 1 FROM files f WHERE f.content_id = c.id)",
    "inputs without a passage": "SELECT 1 FROM inputs i WHERE NOT EXISTS"
    " (SELECT 1 FROM passages p WHERE p.input_id = i.id)",
    "passages without a vector": "SELECT 1 FROM passages p WHERE NOT EXISTS"
    " (SELECT 1 FROM vectors v WHERE v.input_id = p.input_id)",
    "documents without a passage": "SELECT 1 FROM documents d WHERE NOT EXISTS"
    " (SELECT 1 FROM passages p WHERE p.document_id = d.id)",
    "changes that the words did not follow": "SELECT 1 FROM changes",
}


def _left_over(connection: sqlite3.Connection) -> Iterator[str]:
    for name, query in _NOTHING_OF.items():
        count = connection.execute(f"SELECT count(*) FROM ({query})").fetchone()[0]
        if count:
            yield f"{count} {name}"
