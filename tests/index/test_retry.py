"""Files without text are queued again, by path, by reason, or all of them; no others are."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from alcove.errors import ReadError, Reason
from alcove.index import files
from alcove.index.documents import add_content, add_failed_content, find_content
from alcove.index.opening import open_writer
from alcove.index.retry import retry
from alcove.records import ContentKey, ScannedFile, Signature

SIGNATURE = Signature(1, 2, 3, 4, 5)
GOOD, BAD = ContentKey(b"good", "md", 1), ContentKey(b"bad", "pdf", 1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """Store a file with text, two with the same damaged bytes, one without permission, a link."""
    names = (b"/d/good", b"/d/bad", b"/d/copy", b"/d/closed\xff")
    found = [ScannedFile(name, SIGNATURE) for name in names]
    found.append(ScannedFile(b"/d/link", SIGNATURE, Reason.SYMBOLIC_LINK))
    with closing(open_writer(tmp_path / "index.db")) as db:
        files.apply_scan(db, b"/d", found)
        pending = {file.path: file for file in files.pending(db.conn, 9)}
        good = add_content(db, GOOD, [], 1)
        bad = add_failed_content(db, BAD, ReadError(Reason.DAMAGED, "no end"))
        files.link(db, pending[b"/d/good"], good, SIGNATURE)
        files.link(db, pending[b"/d/bad"], bad, SIGNATURE)
        files.link(db, pending[b"/d/copy"], bad, SIGNATURE)
        files.fail(db, pending[b"/d/closed\xff"], Reason.NO_PERMISSION, "", SIGNATURE)
        yield db


def waiting(db: Database) -> set[bytes]:
    return {file.path for file in files.pending(db.conn, 9)}


def test_nothing_waits_before(db: Database) -> None:
    assert waiting(db) == set()


def test_all_failed_files_wait(db: Database) -> None:
    assert retry(db) == 3
    assert waiting(db) == {b"/d/bad", b"/d/copy", b"/d/closed\xff"}


def test_by_reason_only_files_that_failed_for_it_wait(db: Database) -> None:
    assert retry(db, reason=Reason.NO_PERMISSION) == 1
    assert waiting(db) == {b"/d/closed\xff"}
    assert retry(db, reason=Reason.DAMAGED) == 2
    assert retry(db, reason=Reason.ENCRYPTED) == 0


def test_files_with_the_same_bytes_wait_together_without_their_content(db: Database) -> None:
    assert retry(db, paths=[b"/d/bad"]) == 1
    assert waiting(db) == {b"/d/bad", b"/d/copy"}
    assert find_content(db.conn, BAD) is None
    assert find_content(db.conn, GOOD) is not None


@pytest.mark.parametrize("path", [b"/d/good", b"/d/link", b"/d/none", b"/d"])
def test_files_that_did_not_fail_or_are_never_opened_do_not_wait(db: Database, path: bytes) -> None:
    assert retry(db, paths=[path]) == 0
    assert waiting(db) == set()


def test_a_path_that_failed_for_another_reason_does_not_wait(db: Database) -> None:
    assert retry(db, paths=[b"/d/bad", b"/d/closed\xff"], reason=Reason.NO_PERMISSION) == 1
    assert waiting(db) == {b"/d/closed\xff"}


def test_a_file_that_is_readable_the_second_time_has_its_text(db: Database) -> None:
    retry(db, paths=[b"/d/closed\xff"])
    (file,) = files.pending(db.conn, 9)
    content = add_content(db, replace(GOOD, sha256=b"other"), [], 1)
    assert files.link(db, file, content, SIGNATURE)
    assert b"/d/closed\xff" not in {path for path, *_ in files.failures(db.conn)}
