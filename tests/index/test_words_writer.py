"""The words index follows the database, and is built again where it cannot."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.index import files
from alcove.index.documents import collect_garbage
from alcove.index.words import NAMES, PASSAGES, name_words, open_index
from alcove.index.words_writer import WordsWriter

Store = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "words"


def follow(folder: Path, db: Database) -> int:
    with closing(WordsWriter(folder)) as writer:
        return writer.follow(db)


def found(folder: Path, kind: str, query: str = "*") -> list[int]:
    """Ids of the entries that match, ascending, as a new reader sees them."""
    index = open_index(folder, kind)
    searcher = index.searcher()
    hits = searcher.search(index.parse_query(query, ["text"]), limit=100).hits
    ids = searcher.fast_field_values("id", [address for _, address in hits]) if hits else []
    return sorted(int(id_) for id_ in ids if id_ is not None)


def ids(db: Database, table: str) -> list[int]:
    return [row[0] for row in db.execute(f"SELECT id FROM {table} ORDER BY id")]


def assert_equal(folder: Path, db: Database) -> None:
    assert found(folder, PASSAGES) == ids(db, "passages")
    assert found(folder, NAMES) == ids(db, "files")
    assert db.execute("SELECT count(*) FROM changes").fetchone() == (0,)


def edit_state(folder: Path, **values: object) -> None:
    path = folder / "applied.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **values}))


def test_added_documents_and_names_are_found(db: Database, store: Store, folder: Path) -> None:
    first = store(b"/x/tax return.txt", "the quick fox\njumps", title="Of animals")
    store(b"/x/other.txt", "a lazy dog")
    follow(folder, db)
    assert_equal(folder, db)
    assert found(folder, PASSAGES, "fox") == ids(db, "passages")[:1]
    assert found(folder, PASSAGES, "animal") == ids(db, "passages")[:2]
    assert len(found(folder, PASSAGES, "top")) == 3  # the heading that all stand under
    assert found(folder, NAMES, "tax") == [first]


def test_deleted_documents_and_names_are_no_longer_found(
    db: Database, store: Store, folder: Path
) -> None:
    gone = store(b"/gone.txt", "fox one\nfox two")
    store(b"/kept.txt", "fox three")
    with closing(WordsWriter(folder)) as writer:
        writer.follow(db)
        files.remove(db, gone)
        collect_garbage(db)
        assert writer.follow(db) == 2
        assert_equal(folder, db)
        assert len(found(folder, PASSAGES, "fox")) == 1
        assert found(folder, NAMES, "gone") == []
        assert writer.follow(db) == 0


def test_the_next_writer_goes_on_where_the_last_one_stopped(
    db: Database, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(b"/a", "one")
    follow(folder, db)
    store(b"/b", "two")
    forbid_rebuilding(monkeypatch)
    assert follow(folder, db) == 2
    assert_equal(folder, db)
    assert follow(folder, db) == 0


def forbid_rebuilding(monkeypatch: pytest.MonkeyPatch) -> None:
    def rebuild(*_: object) -> None:
        raise AssertionError("the index was built again")

    monkeypatch.setattr(WordsWriter, "_rebuild", rebuild)


def count_rebuilds(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    rebuilds: list[None] = []
    original = WordsWriter._rebuild

    def rebuild(self: WordsWriter, db: Database) -> None:
        rebuilds.append(None)
        original(self, db)

    monkeypatch.setattr(WordsWriter, "_rebuild", rebuild)
    return rebuilds


def test_replaying_changes_that_were_applied_is_harmless(
    db: Database, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = store(b"/a", "one\nuno")
    follow(folder, db)
    number = json.loads((folder / "applied.json").read_bytes())["number"]
    files.remove(db, gone)
    store(b"/b", "two\ndue")
    collect_garbage(db)
    log = db.execute("SELECT number, document_id, file_id FROM changes").fetchall()
    follow(folder, db)
    # a crash after the commit of the words, before the number was written and the log cut
    db.conn.executemany("INSERT INTO changes VALUES (?, ?, ?)", log)
    edit_state(folder, number=number)
    forbid_rebuilding(monkeypatch)
    assert follow(folder, db) == len(log) > 0
    assert_equal(folder, db)


def test_a_log_that_was_applied_but_not_cut_is_not_applied_again(
    db: Database, store: Store, folder: Path
) -> None:
    store(b"/a", "one")
    log = db.execute("SELECT number, document_id, file_id FROM changes").fetchall()
    follow(folder, db)
    db.conn.executemany("INSERT INTO changes VALUES (?, ?, ?)", log)
    assert follow(folder, db) == 0
    assert found(folder, PASSAGES) == ids(db, "passages")


@pytest.mark.parametrize(
    "values",
    [
        {"identity": "another database"},
        {"version": 0},
        {"number": 0},
        {"number": 10_000},
    ],
    ids=["identity", "version", "behind the log", "beyond the log"],
)
def test_a_state_that_does_not_fit_means_building_again(
    db: Database,
    store: Store,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    values: dict[str, object],
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    before = (folder / "applied.json").read_bytes()
    edit_state(folder, **values)
    store(b"/b", "three")
    rebuilds = count_rebuilds(monkeypatch)
    follow(folder, db)
    assert len(rebuilds) == 1
    assert_equal(folder, db)
    after = json.loads((folder / "applied.json").read_bytes())
    assert after == {**json.loads(before), "number": after["number"]}
    assert after["number"] > json.loads(before)["number"]


@pytest.mark.parametrize("state", [None, b"", b"[]", b"{", b"\xff\xfe"])
def test_without_a_readable_state_the_index_is_built_again(
    db: Database, store: Store, folder: Path, state: bytes | None
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    (folder / "applied.json").unlink()
    if state is not None:
        (folder / "applied.json").write_bytes(state)
    follow(folder, db)
    assert_equal(folder, db)


@pytest.mark.parametrize(
    "lost", ["words", "words/passages", "words/names", "words/names/meta.json"]
)
def test_a_words_folder_that_was_deleted_is_built_again(
    db: Database, store: Store, folder: Path, lost: str
) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    path = folder.parent / lost
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    follow(folder, db)
    assert_equal(folder, db)


def test_a_damaged_index_is_built_again(db: Database, store: Store, folder: Path) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    (folder / PASSAGES / "meta.json").write_bytes(b"{")
    follow(folder, db)
    assert_equal(folder, db)


def test_a_lost_segment_is_built_again(db: Database, store: Store, folder: Path) -> None:
    store(b"/a", "one\ntwo")
    follow(folder, db)
    for segment in (folder / PASSAGES).glob("*.store"):
        segment.unlink()
    for segment in (folder / PASSAGES).glob("*.fast"):
        segment.unlink()
    follow(folder, db)
    assert_equal(folder, db)


@pytest.mark.parametrize("table", ["passages", "files"])
def test_a_count_that_disagrees_means_building_again(
    db: Database, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    store(b"/a", "one\ntwo")
    store(b"/b", "three")
    follow(folder, db)
    db.execute(f"DELETE FROM {table} WHERE id = (SELECT min(id) FROM {table})")
    db.execute("DELETE FROM changes")
    db.execute(
        "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'changes' AND ?", [table == "files"]
    )  # as if the trigger had not been there
    rebuilds = count_rebuilds(monkeypatch)
    follow(folder, db)
    assert len(rebuilds) == 1
    assert_equal(folder, db)


def test_an_empty_database_gives_an_empty_index(db: Database, folder: Path) -> None:
    assert follow(folder, db) == 0
    assert_equal(folder, db)
    assert found(folder, PASSAGES) == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (b"/a/plain.txt", "plain.txt"),
        (b"/a/TaxReturn2024.pdf", "TaxReturn2024.pdf Tax Return 2024.pdf"),
        (b"/a/snake_case.txt", "snake case.txt"),
        (b"/a/Some_HTMLPage.x", "Some HTMLPage.x"),
        (b"/a/bad\xff.txt", "bad?.txt"),
        ("/a/Übung.txt".encode(), "Übung.txt"),
        (b"relative", "relative"),
    ],
)
def test_a_name_is_cut_into_words(path: bytes, words: str) -> None:
    assert name_words(path) == words
