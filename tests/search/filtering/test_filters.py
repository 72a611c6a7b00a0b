"""Filters restrict documents, files and the paths of a hit in the same way."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.index.hit_rows import newest_paths
from alcove.index.opening import open_reader
from alcove.search import QueryContext, parse
from alcove.search.filtering.filters import FilterGate, Filters, allowed

Store = Callable[..., None]


@pytest.fixture
def files(db: Database, store: Store) -> None:
    """Four documents in two folders of the library, and a file without text."""
    for folder in (b"/home/anna/Documents", b"/media/disk"):
        db.execute("INSERT INTO folders (path) VALUES (?)", [folder])
    store("/home/anna/Documents/Work/Report draft.pdf", "one", seconds=10)
    store("/home/anna/Documents/Work/2025/plan.docx", "two", seconds=20)
    store("/home/anna/Documents/Übersicht.txt", "drei", seconds=30)
    store("/media/disk/work/100%.md", "vier", seconds=40)
    store("/media/disk/Draft photo.jpg", None, seconds=50)
    for text, language in (("one", "en"), ("two", "en"), ("drei", "de")):
        db.execute("UPDATE documents SET language = ? WHERE text = ?", [language, text])


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def names(db: Database, filters: Filters) -> str:
    """Return the first letters of the files that pass; check that the same documents pass."""
    passing = allowed(db.conn, filters)
    assert passing is not None
    rows = db.execute(
        "SELECT f.path, f.id, d.id FROM files f LEFT JOIN documents d USING (content_id)"
        " ORDER BY f.mtime_ns"
    ).fetchall()
    assert passing.documents.tolist() == [d for _, f, d in rows if d and f in passing.files]
    assert passing.files.tolist() == sorted(passing.files.tolist())
    found = [path for path, file, _ in rows if file in passing.files]
    for_hits = newest_paths(db.conn, filters.where())
    assert [path for path, _ in for_hits] == found[::-1]
    return "".join(path.decode().rsplit("/", 1)[1][0] for path in found)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(types=("pdf",)), "R"),
        (Filters(types=("pdf", "docx")), "Rp"),
        (Filters(without_types=("pdf", "docx")), "Ü1D"),
        (Filters(folder=b"/home/anna/Documents/Work"), "Rp"),
        (Filters(folders=(b"/home/anna/Documents/Work",)), "Rp"),
        (Filters(folders=(b"/home/anna/Documents/Wor",)), ""),
        (Filters(folders=(b"/home/anna/Documents/Work/2025", b"/media")), "p1D"),
        (Filters(without_folders=(b"/media/disk/work", "2025")), "RÜD"),
        (Filters(folders=("work",)), "Rp1"),
        (Filters(folders=("work/2025",)), "p"),
        (Filters(folders=("work/2025", b"/media/disk/work")), "p1"),
        (Filters(folders=("anna",)), ""),
        (Filters(folders=("disk",)), "1D"),
        (Filters(folder=b"/media", folders=("work",)), "1"),
        (Filters(folders=("w%", "_ork")), ""),
        (Filters(names=("draft",)), "RD"),
        (Filters(names=("draft", "photo")), "D"),
        (Filters(without_names=("draft", "plan")), "Ü1"),
        (Filters(names=("ubersicht",)), "Ü"),
        (Filters(names=("%",)), "1"),
        (Filters(names=("*.txt",)), "Ü"),
        (Filters(since=moment(20), until=moment(40)), "pÜ"),
        (Filters(since=datetime.max.replace(tzinfo=UTC)), ""),
        (Filters(since=datetime.min.replace(tzinfo=UTC)), "RpÜ1D"),
        (Filters(languages=("en",)), "Rp"),
        (Filters(languages=("de", "fr")), "Ü"),
        (Filters(without_languages=("en",)), "Ü1D"),
        (Filters(languages=("en", "de"), without_languages=("en",)), "Ü"),
        (Filters(types=("pdf",), names=("draft",), folders=("work",), languages=("en",)), "R"),
        (Filters(types=("pdf",), without_names=("draft",)), ""),
    ],
)
def test_what_passes(db: Database, files: None, filters: Filters, expected: str) -> None:
    assert names(db, filters) == expected


@pytest.mark.usefixtures("files")
def test_a_name_that_is_not_unicode_can_be_asked_for(db: Database) -> None:
    db.execute(
        "INSERT INTO files (path, device, inode, size, mtime_ns, ctime_ns)"
        " VALUES (?, 1, 2, 3, 4, 5)",
        [b"/media/disk/b\xfcro/caf\xe9 menu.txt"],
    )
    for filters in (
        Filters(names=("menu",)),
        Filters(names=("*caf?*",)),
        Filters(folders=("b?ro",)),
        Filters(folders=(b"/media/disk/b\xfcro",)),
    ):
        passing = allowed(db.conn, filters)
        assert passing is not None
        assert len(passing.files) == 1


def test_of_a_mailbox_only_messages_in_the_language_pass(db: Database, files: None) -> None:
    db.execute(
        "INSERT INTO documents (content_id, part, text, headings, page_starts, language)"
        " SELECT content_id, 1, 'deux', '[]', '[]', 'fr' FROM documents WHERE text = 'one'"
    )
    for filters, expected in (
        (Filters(languages=("fr",)), {"deux"}),
        (Filters(without_languages=("fr",)), {"one", "two", "drei", "vier"}),
        (Filters(types=("pdf",), without_languages=("en",)), {"deux"}),
    ):
        passing = allowed(db.conn, filters)
        assert passing is not None
        rows = db.execute("SELECT id, text FROM documents").fetchall()
        assert {text for id_, text in rows if id_ in passing.documents} == expected


def test_nothing_filtered_is_nothing_to_look_up(db: Database) -> None:
    assert allowed(db.conn, Filters()) is None
    assert not Filters()
    assert Filters(without_names=("x",))


def test_a_gate_remembers_until_the_index_changes(
    tmp_path: Path, files: None, store: Store
) -> None:
    with closing(open_reader(tmp_path / "index.db")) as reader:
        _ask_again_and_again(FilterGate(reader), store)


def _ask_again_and_again(gate: FilterGate, store: Store) -> None:
    filters = Filters(types=("md",))
    first = gate.allowed(filters)
    assert first is not None
    assert gate.allowed(replace(filters)) is first
    other = gate.allowed(Filters(types=("pdf",)))
    assert other is not None
    assert other is not first
    assert gate.allowed(Filters()) is None
    store("/media/disk/new.md", "five")
    after = gate.allowed(filters)
    assert after is not None
    assert len(after.files) == len(first.files) + 1


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (r"folder:C:\Users\anna", "rp"),
        ("folder:c:/Users/anna/", "rp"),
        (r"folder:C:\Users\ann", ""),
        ("folder:D:/", "d"),
        ("folder:work", "rs"),
        (r"folder:work\2025", "r"),
        ("folder:anna/work", "r"),
        (r"folder:\\Server\share", "s"),
        ("-folder:work", "pd"),
        ("name:report", "r"),
        ("name:plan.*", "p"),
        ("name:work", ""),
        (r"folder:~\Work", "r"),
    ],
)
def test_paths_of_windows(
    db: Database, store: Store, windows_paths: None, typed: str, expected: str
) -> None:
    for folder in (r"C:\Users\anna", "D:\\", r"\\Server\share"):
        db.execute("INSERT INTO folders (path) VALUES (?)", [folder.encode()])
    store(r"C:\Users\anna\Work\2025\report.pdf", "one", seconds=10)
    store(r"C:\Users\anna\plan.docx", "two", seconds=20)
    store(r"D:\draft.md", "three", seconds=30)
    store(r"\\Server\share\work\sums.xlsx", "four", seconds=40)
    asked = parse(typed, around=QueryContext(moment(0), r"C:\Users\anna"))
    passing = allowed(db.conn, asked.filters)
    assert passing is not None
    found = db.execute("SELECT id, path FROM files ORDER BY mtime_ns").fetchall()
    names = [path.decode().rsplit("\\", 1)[1][0] for id_, path in found if id_ in passing.files]
    assert "".join(names) == expected


def test_a_folder_of_windows_that_is_being_typed(windows_paths: None) -> None:
    around = QueryContext(moment(0), r"C:\Users\anna")
    for typed, folder in [
        ("folder:C:\\Users\\an", b"C:\\Users"),
        ("folder:C:\\Users\\", b"C:\\Users"),
        ("folder:C:/Users/", b"C:\\Users"),
        ("folder:C:\\Us", b"C:\\"),
    ]:
        assert parse(typed, typing=True, around=around).filters.folders == (folder,)
