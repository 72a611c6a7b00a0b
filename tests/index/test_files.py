"""The rows of files equal what the scans found."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlite_utils import Database

from alcove.errors import ReadError, Reason
from alcove.index import files
from alcove.index.documents import add_failed_content
from alcove.index.files import PendingFile, ScanChanges, apply_scan
from alcove.records import ContentKey, ScannedFile, Signature

from .scanned import found, rows, signature, waiting

Store = Callable[..., int]


def test_new_changed_same_and_gone_files(db: Database, store: Store) -> None:
    for name in (b"/a/same", b"/a/changed", b"/a/gone"):
        store(name, name.decode())
    before = rows(db)
    scanned = found(b"/a/same", b"/a/new") + found(b"/a/changed", mtime=2)
    assert apply_scan(db, b"/a", scanned) == ScanChanges(new=1, changed=1, gone=1)
    after = rows(db)
    assert set(after) == {b"/a/same", b"/a/changed", b"/a/new"}
    assert after[b"/a/same"] == before[b"/a/same"]
    assert after[b"/a/changed"] == before[b"/a/changed"]
    assert after[b"/a/new"][1] is None
    assert waiting(db) == [b"/a/changed", b"/a/new"]
    assert apply_scan(db, b"/a", scanned) == ScanChanges(0, 0, 0)


def test_a_changed_file_keeps_its_content_until_the_new_one_is_linked(
    db: Database, store: Store
) -> None:
    store(b"/a/x", "before")
    store(b"/b/y", "after")
    before, after = (content for _, content in rows(db).values())
    assert after is not None
    apply_scan(db, b"/a", found(b"/a/x", mtime=2))
    assert rows(db)[b"/a/x"][1] == before
    (file,) = files.pending(db.conn, 9)
    assert files.link(db, file, after, signature(2))
    assert rows(db)[b"/a/x"][1] == after
    assert waiting(db) == []


def test_a_file_that_becomes_a_symbolic_link_loses_its_content(db: Database, store: Store) -> None:
    store(b"/a/x", "words")
    scanned = [ScannedFile(b"/a/x", signature(2), Reason.SYMBOLIC_LINK)]
    assert apply_scan(db, b"/a", scanned) == ScanChanges(0, 1, 0)
    assert rows(db)[b"/a/x"][1] is None
    assert waiting(db) == []
    assert list(files.failures(db.conn)) == [(b"/a/x", Reason.SYMBOLIC_LINK, "")]


def test_a_scan_of_one_file_touches_no_other(db: Database, store: Store) -> None:
    for path in (b"/a/x", b"/a/xy", b"/a/x.bak", b"/a/y"):
        store(path, path.decode())
    assert apply_scan(db, b"/a/x", found(b"/a/x", mtime=2)) == ScanChanges(0, 1, 0)
    assert waiting(db) == [b"/a/x"]
    assert apply_scan(db, b"/a/x", []) == ScanChanges(0, 0, 1)
    assert set(rows(db)) == {b"/a/xy", b"/a/x.bak", b"/a/y"}


def test_a_file_that_became_a_folder_is_replaced_by_what_is_in_it(
    db: Database, store: Store
) -> None:
    store(b"/a/x", "words")
    assert apply_scan(db, b"/a/x", found(b"/a/x/1", b"/a/x/2")) == ScanChanges(2, 0, 1)
    assert set(rows(db)) == {b"/a/x/1", b"/a/x/2"}
    assert apply_scan(db, b"/a/x", found(b"/a/x")) == ScanChanges(1, 0, 2)
    assert set(rows(db)) == {b"/a/x"}


def test_the_content_of_a_gone_file_stays_until_garbage_is_collected(
    db: Database, store: Store
) -> None:
    store(b"/a/x", "words")
    apply_scan(db, b"/a", [])
    assert db.execute("SELECT text FROM documents").fetchall() == [("words",)]


@pytest.mark.parametrize("field", ["inode", "size", "mtime_ns", "ctime_ns"])
def test_a_file_with_another_signature_has_changed(db: Database, field: str) -> None:
    apply_scan(db, b"/a", found(b"/a/x"))
    other = replace(signature(), **{field: 99})
    assert apply_scan(db, b"/a", [ScannedFile(b"/a/x", other)]) == ScanChanges(0, 1, 0)
    assert files.pending(db.conn, 9)[0].signature == other


def test_another_device_alone_is_no_change(db: Database, store: Store) -> None:
    """A device has another number after each mount."""
    store(b"/a/x", "words")
    scanned = [ScannedFile(b"/a/x", replace(signature(), device=99))]
    assert apply_scan(db, b"/a", scanned) == ScanChanges(0, 0, 0)
    assert waiting(db) == []


def test_an_unsettled_file_is_queued_again_and_not_counted(db: Database, store: Store) -> None:
    store(b"/a/x", "words")
    (id_, content) = rows(db)[b"/a/x"]
    files.postpone(db, id_)
    assert waiting(db) == []
    assert apply_scan(db, b"/a", found(b"/a/x")) == ScanChanges(0, 0, 0)
    (file,) = files.pending(db.conn, 9)
    assert (file.path, file.signature) == (b"/a/x", signature())
    assert rows(db)[b"/a/x"] == (id_, content)


def test_an_unsettled_file_that_did_change_is_counted(db: Database, store: Store) -> None:
    files.postpone(db, store(b"/a/x", "words"))
    assert apply_scan(db, b"/a", found(b"/a/x", mtime=2)) == ScanChanges(0, 1, 0)
    assert waiting(db) == [b"/a/x"]


def test_a_file_linked_as_unsettled_is_queued_by_the_next_scan(db: Database, store: Store) -> None:
    content = content_of(db, store(b"/a/y", "words"))
    store(b"/a/x", None)
    (file,) = files.pending(db.conn, 9)
    assert files.link(db, file, content, replace(signature(), ctime_ns=files.UNSETTLED))
    assert waiting(db) == []
    assert apply_scan(db, b"/a", found(b"/a/x", b"/a/y")) == ScanChanges(0, 0, 0)
    assert waiting(db) == [b"/a/x"]


def test_a_postponed_file_keeps_its_content(db: Database, store: Store) -> None:
    id_ = store(b"/a/x", "words")
    before = rows(db)
    apply_scan(db, b"/a", found(b"/a/x", mtime=2))
    files.postpone(db, id_)
    assert waiting(db) == []
    assert rows(db) == before
    apply_scan(db, b"/a", found(b"/a/x", mtime=2))
    assert waiting(db) == [b"/a/x"]


def content_of(db: Database, file: int) -> int:
    row = db.execute("SELECT content_id FROM files WHERE id = ?", [file]).fetchone()
    return int(row[0])


def test_nothing_is_recorded_for_a_file_that_changed_meanwhile(db: Database, store: Store) -> None:
    content = content_of(db, store(b"/a/y", "words"))
    store(b"/a/x", None)
    (file,) = files.pending(db.conn, 9)
    apply_scan(db, b"/a/x", found(b"/a/x", mtime=2))
    assert not files.link(db, file, content, signature())
    assert not files.fail(db, file, Reason.IO_ERROR, "", signature())
    (again,) = files.pending(db.conn, 9)
    assert again == PendingFile(file.id, b"/a/x", signature(2))
    assert list(files.failures(db.conn)) == []
    assert files.link(db, again, content, signature(2))


def test_nothing_is_recorded_for_a_file_that_was_deleted(db: Database, store: Store) -> None:
    content = content_of(db, store(b"/a/y", "words"))
    store(b"/a/x", None)
    (file,) = files.pending(db.conn, 9)
    apply_scan(db, b"/a/x", [])
    assert not files.link(db, file, content, signature())
    assert not files.fail(db, file, Reason.IO_ERROR, "", signature())
    assert set(rows(db)) == {b"/a/y"}


def test_pending_files_can_be_excluded_and_limited(db: Database, store: Store) -> None:
    ids = [store(b"/%d" % number, None, mtime=number) for number in range(1, 6)]
    newest = ids[::-1]
    assert files.count_pending(db.conn) == 5

    def pending(limit: int, *besides: int) -> list[int]:
        return [file.id for file in files.pending(db.conn, limit, besides=besides)]

    assert pending(9) == newest
    assert pending(2) == newest[:2]
    assert pending(2, newest[0], newest[2]) == [newest[1], newest[3]]
    assert pending(9, *ids) == []
    assert pending(2, 999) == newest[:2]
    assert pending(0) == []


def test_changed_size_limits_queue_the_files_they_may_concern(db: Database, store: Store) -> None:
    for path, size in ((b"/small", 5), (b"/large", 50)):
        store(path, path.decode())
        db.execute("UPDATE files SET size = ? WHERE path = ?", [size, path])
    store(b"/new", None)
    (file,) = files.pending(db.conn, 9)
    files.fail(db, file, Reason.TOO_LARGE, "", signature())
    assert not files.apply_size_limits(db, {})
    assert waiting(db) == []
    limits = {"txt": 10, "pdf": 100}
    assert files.apply_size_limits(db, limits)
    assert waiting(db) == [b"/large", b"/new"]
    db.execute("UPDATE files SET waiting = 0")
    assert not files.apply_size_limits(db, limits)
    assert waiting(db) == []
    assert files.apply_size_limits(db, {})  # what was read up to 100 bytes may be too large again
    assert waiting(db) == [b"/large", b"/new"]


def test_changed_formats_queue_the_files_they_may_concern(db: Database, store: Store) -> None:
    for path in (b"/a", b"/b"):
        store(path, path.decode())
    db.execute("UPDATE contents SET format = 'mbox' WHERE id = 1")
    ((mailbox,),) = db.execute("SELECT path FROM files WHERE content_id = 1")
    assert not files.apply_types(db, ())
    assert files.apply_types(db, ("mbox", "pdf"))
    assert waiting(db) == [mailbox]
    assert not files.apply_types(db, ("pdf", "mbox"))
    (file,) = files.pending(db.conn, 9)
    files.fail(db, file, Reason.SWITCHED_OFF, "", file.signature)
    assert waiting(db) == []
    assert files.apply_types(db, ())
    assert waiting(db) == [mailbox]


def test_files_that_could_not_be_opened_are_queued_below_a_swept_folder(
    db: Database, store: Store
) -> None:
    for path in (b"/a/x", b"/ab/y"):
        store(path, None)
    for file in files.pending(db.conn, 9):
        files.fail(db, file, Reason.NO_PERMISSION, "", file.signature)
    assert files.requeue_refused(db, b"/a") == 1
    assert waiting(db) == [b"/a/x"]


def test_a_scan_that_fails_halfway_changes_nothing(db: Database, store: Store) -> None:
    store(b"/a/x", "words")
    before = rows(db)
    bad = ScannedFile(b"/a/y", Signature(2**64, 0, 0, 0, 0))
    with pytest.raises(OverflowError):
        apply_scan(db, b"/a", [*found(b"/a/n"), bad])
    assert rows(db) == before


def test_files_that_are_never_opened_do_not_wait(db: Database) -> None:
    link = ScannedFile(b"/a/link", signature(), Reason.SYMBOLIC_LINK)
    apply_scan(db, b"/a", [link, *found(b"/a/x")])
    assert [file.path for file in files.pending(db.conn, 9)] == [b"/a/x"]
    assert list(files.failures(db.conn)) == [(b"/a/link", Reason.SYMBOLIC_LINK, "")]


def test_the_newest_file_is_read_first(db: Database, store: Store) -> None:
    store(b"/read", "words", mtime=99)
    old, new = store(b"/old", None, mtime=1), store(b"/new", None, mtime=3)
    middle = store(b"/middle", None, mtime=2)
    assert files.pending(db.conn, 9) == [
        PendingFile(new, b"/new", signature(3)),
        PendingFile(middle, b"/middle", signature(2)),
        PendingFile(old, b"/old", signature(1)),
    ]


def test_a_failure_is_listed_and_the_file_queued_when_it_changes(
    db: Database, store: Store
) -> None:
    store(b"/a/x", None)
    (file,) = files.pending(db.conn, 9)
    assert files.fail(db, file, Reason.IO_ERROR, "The disk failed.", signature())
    assert files.pending(db.conn, 9) == []
    assert list(files.failures(db.conn)) == [(b"/a/x", "input/output error", "The disk failed.")]
    assert apply_scan(db, b"/a", found(b"/a/x")) == ScanChanges(0, 0, 0)
    apply_scan(db, b"/a", found(b"/a/x", mtime=2))
    (again,) = files.pending(db.conn, 9)
    assert again.id == file.id
    assert list(files.failures(db.conn)) == [(b"/a/x", "input/output error", "The disk failed.")]
    assert files.link(db, again, content_of(db, store(b"/b", "words")), signature(2))
    assert list(files.failures(db.conn)) == []


def test_a_content_without_text_gives_its_reason_for_every_path(db: Database, store: Store) -> None:
    error = ReadError(Reason.ENCRYPTED, "It wants a password.")
    content = add_failed_content(db, ContentKey(b"h", "pdf", 1), error)
    for path in (b"/b", b"/a"):
        file = PendingFile(store(path, None), path, signature())
        assert files.link(db, file, content, signature())
    told = list(files.failures(db.conn))
    assert told == [(path, "encrypted", "It wants a password.") for path in (b"/a", b"/b")]


def test_a_linked_file_has_the_signature_that_it_had_when_read(db: Database, store: Store) -> None:
    store(b"/a/x", "words")
    content = rows(db)[b"/a/x"][1]
    assert content is not None
    store(b"/a/y", None)
    (file,) = files.pending(db.conn, 9)
    assert files.link(db, file, content, signature(7))
    assert files.pending(db.conn, 9) == []
    assert apply_scan(db, b"/a", found(b"/a/x") + found(b"/a/y", mtime=7)) == ScanChanges(0, 0, 0)
