"""Let a words index follow a database, and search it."""

import json
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from alcove.index.words.change_log import RebuildCause
from alcove.index.words.fields import NAMES, PASSAGES, open_index
from alcove.index.words.state import read_state
from alcove.index.words.writer import WordsWriter


def follow(folder: Path, db: Database) -> RebuildCause | None:
    """Let a new writer bring the index up to date; return the cause if it rebuilt the index."""
    with closing(WordsWriter(folder)) as writer:
        follow_to_the_end(writer, db)
        return writer.cause


def follow_to_the_end(writer: WordsWriter, db: Database) -> int:
    """Call `follow` until the index is up to date; return the total size of all pieces."""
    done = 0
    while piece := writer.follow(db):
        done += piece
    return done


def generation(folder: Path) -> Path:
    """Return the folder of the valid generation."""
    state = read_state(folder)
    assert state is not None
    return folder / state.generation


def found(folder: Path, kind: str, query: str = "*") -> list[int]:
    """Return the ids of the entries that match, ascending, as a new reader sees them."""
    index = open_index(generation(folder), kind)
    searcher = index.searcher()
    hits = searcher.search(index.parse_query(query, ["surface"]), limit=100).hits
    ids = searcher.fast_field_values("id", [address for _, address in hits]) if hits else []
    return sorted(int(id_) for id_ in ids if id_ is not None)


def ids(db: Database, table: str) -> list[int]:
    return [row[0] for row in db.execute(f"SELECT id FROM {table} ORDER BY id")]


def assert_equal(folder: Path, db: Database) -> None:
    assert found(folder, PASSAGES) == ids(db, "passages")
    assert found(folder, NAMES) == ids(db, "files")
    assert db.execute("SELECT count(*) FROM changes").fetchone() == (0,)
    assert [path.name for path in folder.glob("*/")] == [generation(folder).name]


def edit_state(folder: Path, **values: object) -> None:
    path = folder / "applied.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **values}))
