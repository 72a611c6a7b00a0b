"""The rows below a folder: which belong to it, which stay, and which are deleted with it."""

from collections.abc import Callable

import pytest
from sqlite_utils import Database

from alcove.errors import Reason
from alcove.index import files
from alcove.index.counts import count_files_of, folder_state
from alcove.index.files import ScanChanges, apply_scan
from alcove.records import ScannedFile

from .scanned import found, rows, signature

Store = Callable[..., int]


@pytest.mark.parametrize("folder", [b"/a/b", b"/a/b/"])
def test_what_lies_beside_the_folder_is_not_touched(
    db: Database, store: Store, folder: bytes
) -> None:
    beside = [b"/a/b!", b"/a/b.c", b"/a/b0", b"/a/bc", b"/a/bc/x", b"/a/c", b"/a/B/x"]
    below = [b"/a/b/x", b"/a/b/\xff\xff", b"/a/b//", b"/a/b/c/d", b"/a/b/\n"]
    for path in beside + below:
        store(path, None)
    assert apply_scan(db, folder, []).gone == len(below)
    assert set(rows(db)) == set(beside)


def test_the_root_of_the_system_holds_everything(db: Database, store: Store) -> None:
    store(b"/x", None)
    store(b"/\xff/y", None)
    assert apply_scan(db, b"/", []).gone == 2


def test_what_is_below_a_kept_folder_stays(db: Database, store: Store) -> None:
    for path in (b"/a/keep/x", b"/a/keep/deep/y", b"/a/keeper", b"/a/z"):
        store(path, "words")
    assert apply_scan(db, b"/a", [], keep=[b"/a/keep"]).gone == 2
    assert set(rows(db)) == {b"/a/keep/x", b"/a/keep/deep/y"}
    assert None not in {content for _, content in rows(db).values()}


def test_an_unreadable_folder_is_new_once_and_goes_when_it_can_be_read(
    db: Database, store: Store
) -> None:
    store(b"/a/secret/x", "words")
    scanned = [ScannedFile(b"/a/secret", signature(), Reason.NO_PERMISSION)]
    assert apply_scan(db, b"/a", scanned, keep=[b"/a/secret"]) == ScanChanges(1, 0, 0)
    assert apply_scan(db, b"/a", scanned, keep=[b"/a/secret"]) == ScanChanges(0, 0, 0)
    assert list(files.failures(db.conn)) == [(b"/a/secret", Reason.NO_PERMISSION, "")]
    assert apply_scan(db, b"/a", found(b"/a/secret/x")) == ScanChanges(0, 0, 1)
    assert set(rows(db)) == {b"/a/secret/x"}


def test_unwanted_folders_lose_their_files_unless_another_folder_holds_them(
    db: Database, store: Store
) -> None:
    for path in (b"/a/x", b"/a/b/y", b"/ab/z", b"/c/w"):
        store(path, "words")
    for folder in (b"/a", b"/a/b", b"/ab"):
        files.note_folder(db, folder, scanned_at=1.0, excluded={})
    assert files.remove_unwanted(db, (b"/a/b",)) == 3
    assert set(rows(db)) == {b"/a/b/y"}
    assert db.execute("SELECT path FROM folders").fetchall() == [(b"/a/b",)]


def test_a_missing_folder_keeps_its_first_date_and_its_files(db: Database, store: Store) -> None:
    store(b"/a/x", "words")
    files.note_folder(db, b"/a", scanned_at=5.0, excluded={"hidden": 2})
    files.note_missing(db, b"/a", since=6.0)
    files.note_missing(db, b"/a", since=7.0)
    state = folder_state(db.conn, b"/a")
    assert (state.files, state.scanned_at, state.missing_since) == (1, 5.0, 6.0)
    assert state.excluded == {"hidden": 2}
    files.note_folder(db, b"/a", scanned_at=8.0, excluded={})
    assert folder_state(db.conn, b"/a").missing_since is None


def test_a_folder_that_was_never_there_is_noted(db: Database) -> None:
    files.note_missing(db, b"/a", since=6.0)
    state = folder_state(db.conn, b"/a")
    assert (state.files, state.scanned_at, state.missing_since) == (0, None, 6.0)


def test_rows_of_windows_survive_a_change_of_settings(db: Database, windows_paths: None) -> None:
    mine, disk = rb"C:\Users\anna", b"D:\\"
    kept = [rb"C:\Users\anna\a.txt", rb"C:\Users\anna\notes\b.txt", rb"D:\c.txt"]
    apply_scan(db, rb"C:\Users", found(*kept[:2], rb"C:\Users\annabel\d.txt"))
    apply_scan(db, disk, found(kept[2]))
    for folder in (mine, disk, rb"C:\Users\annabel"):
        files.note_folder(db, folder, scanned_at=5.0, excluded={})
    assert files.remove_unwanted(db, (mine, disk)) == 1
    assert sorted(rows(db)) == kept
    assert [row[0] for row in db.execute("SELECT path FROM folders ORDER BY path")] == [mine, disk]
    assert count_files_of(db.conn, mine, [rb"C:\Users\anna\notes"]) == 1
    assert [folder_state(db.conn, folder).files for folder in (mine, disk)] == [2, 1]


def test_a_scan_on_windows_changes_what_is_below_its_folder_alone(
    db: Database, windows_paths: None
) -> None:
    share = rb"\\server\share\work"
    old = [share + rb"\gone.txt", share + rb"\kept\x.txt", share + rb"shop\y.txt"]
    apply_scan(db, b"\\\\server\\share\\", found(*old))
    done = apply_scan(db, share, found(share + rb"\new.txt"), keep=[share + rb"\kept"])
    assert done == ScanChanges(new=1, changed=0, gone=1)
    assert sorted(rows(db)) == sorted([share + rb"\new.txt", *old[1:]])
