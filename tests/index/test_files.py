"""The rows of files equal what the scans found."""

from collections.abc import Callable

import pytest
from sqlite_utils import Database

from alcove.errors import ReadError, Reason
from alcove.index import files
from alcove.index.counts import folder_state
from alcove.index.documents import add_failed_content
from alcove.index.files import PendingFile, ScanChanges, apply_scan
from alcove.index.records import ContentKey, ScannedFile, Signature

Store = Callable[..., int]


def signature(mtime: int = 1) -> Signature:
    return Signature(1, 2, 3, mtime, mtime)


def found(*paths: bytes, mtime: int = 1) -> list[ScannedFile]:
    return [ScannedFile(path, signature(mtime)) for path in paths]


def rows(db: Database) -> dict[bytes, tuple[int, int | None]]:
    """Path → id and content."""
    return {row[0]: row[1:] for row in db.execute("SELECT path, id, content_id FROM files")}


def test_new_changed_same_and_gone_files(db: Database, store: Store) -> None:
    for name in (b"/a/same", b"/a/changed", b"/a/gone"):
        store(name, name.decode())
    before = rows(db)
    scanned = found(b"/a/same", b"/a/new") + found(b"/a/changed", mtime=2)
    assert apply_scan(db, b"/a", scanned) == ScanChanges(new=1, changed=1, gone=1)
    after = rows(db)
    assert set(after) == {b"/a/same", b"/a/changed", b"/a/new"}
    assert after[b"/a/same"] == before[b"/a/same"]
    assert after[b"/a/changed"] == (before[b"/a/changed"][0], None)
    assert after[b"/a/new"][1] is None
    assert apply_scan(db, b"/a", scanned) == ScanChanges(0, 0, 0)


def test_the_content_of_a_gone_file_stays_until_garbage_is_collected(
    db: Database, store: Store
) -> None:
    store(b"/a/x", "words")
    apply_scan(db, b"/a", [])
    assert db.execute("SELECT text FROM documents").fetchall() == [("words",)]


@pytest.mark.parametrize("field", ["device", "inode", "size", "mtime_ns", "ctime_ns"])
def test_any_other_signature_makes_a_changed_file(db: Database, field: str) -> None:
    apply_scan(db, b"/a", found(b"/a/x"))
    values = {**{name: getattr(signature(), name) for name in Signature.__slots__}, field: 99}
    changes = apply_scan(db, b"/a", [ScannedFile(b"/a/x", Signature(**values))])
    assert changes == ScanChanges(0, 1, 0)
    assert files.pending(db.conn)[0].signature == Signature(**values)


@pytest.mark.parametrize("folder", [b"/a/b", b"/a/b/"])
def test_only_what_lies_below_the_folder_is_touched(
    db: Database, store: Store, folder: bytes
) -> None:
    beside = [b"/a/b", b"/a/b!", b"/a/b.c", b"/a/b0", b"/a/bc", b"/a/bc/x", b"/a/c", b"/a/B/x"]
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


def test_a_scan_that_fails_halfway_changes_nothing(db: Database, store: Store) -> None:
    store(b"/a/x", "words")
    before = rows(db)
    bad = ScannedFile(b"/a/y", Signature(2**64, 0, 0, 0, 0))
    with pytest.raises(OverflowError):
        apply_scan(db, b"/a", [*found(b"/a/n"), bad])
    assert rows(db) == before


def test_what_can_never_be_read_does_not_wait(db: Database) -> None:
    link = ScannedFile(b"/a/link", signature(), Reason.SYMBOLIC_LINK)
    apply_scan(db, b"/a", [link, *found(b"/a/x")])
    assert [file.path for file in files.pending(db.conn)] == [b"/a/x"]
    assert list(files.failures(db.conn)) == [(b"/a/link", Reason.SYMBOLIC_LINK, "")]


def test_the_newest_file_is_read_first(db: Database, store: Store) -> None:
    store(b"/read", "words", mtime=99)
    old, new = store(b"/old", None, mtime=1), store(b"/new", None, mtime=3)
    middle = store(b"/middle", None, mtime=2)
    assert files.pending(db.conn) == [
        PendingFile(new, b"/new", signature(3)),
        PendingFile(middle, b"/middle", signature(2)),
        PendingFile(old, b"/old", signature(1)),
    ]


def test_a_failure_is_told_and_tried_again_when_the_file_changes(
    db: Database, store: Store
) -> None:
    file = store(b"/a/x", None)
    files.fail(db, file, Reason.IO_ERROR, "The disk failed.")
    assert files.pending(db.conn) == []
    assert list(files.failures(db.conn)) == [(b"/a/x", "input/output error", "The disk failed.")]
    apply_scan(db, b"/a", found(b"/a/x", mtime=2))
    assert [waiting.id for waiting in files.pending(db.conn)] == [file]
    assert list(files.failures(db.conn)) == []


def test_a_content_without_text_tells_its_reason_for_every_path(db: Database, store: Store) -> None:
    error = ReadError(Reason.ENCRYPTED, "It wants a password.")
    content = add_failed_content(db, ContentKey(b"h", "pdf", 1), error)
    for path in (b"/b", b"/a"):
        files.link(db, store(path, None), content, signature())
    told = list(files.failures(db.conn))
    assert told == [(path, "encrypted", "It wants a password.") for path in (b"/a", b"/b")]


def test_a_linked_file_has_the_signature_of_what_was_read(db: Database, store: Store) -> None:
    store(b"/a/x", "words")
    content = rows(db)[b"/a/x"][1]
    assert content is not None
    waiting = store(b"/a/y", None)
    files.link(db, waiting, content, signature(7))
    assert files.pending(db.conn) == []
    assert apply_scan(db, b"/a", found(b"/a/x") + found(b"/a/y", mtime=7)) == ScanChanges(0, 0, 0)


def test_a_file_that_went_away_is_forgotten(db: Database, store: Store) -> None:
    files.remove(db, store(b"/a/x", None))
    store(b"/a/y", None)
    assert set(rows(db)) == {b"/a/y"}


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


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        (b"/a", b"/a", True),
        (b"/a/b", b"/a", True),
        (b"/a/b", b"/a/", True),
        (b"/ab", b"/a", False),
        (b"/", b"/a", False),
        (b"/a", b"/", True),
    ],
)
def test_below_is_told_by_whole_names(path: bytes, folder: bytes, *, expected: bool) -> None:
    assert files.is_below(path, folder) is expected
