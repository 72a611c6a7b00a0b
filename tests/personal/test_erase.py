"""Erased data is gone from the copies too, and the receipt is correct."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alcove.errors import LibraryError
from alcove.personal import (
    LibraryFolder,
    SavedSearch,
    erase,
    history,
    judgments,
    load,
    saved_searches,
)

THIRD = Path(__file__).with_name("personal.v3.sql")
LONG = "a question of many words and no end, " * 500  # SQLite spreads it over several pages


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return LibraryFolder(tmp_path).personal


def copy_of(personal: Path, name: str) -> Path:
    """Make a copy like the one that the next upgrade will leave."""
    copy = personal.with_name(name)
    with closing(sqlite3.connect(personal)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def on_disk(personal: Path) -> bytes:
    return b"".join(file.read_bytes() for file in personal.parent.iterdir())


def test_the_receipt_names_every_file_that_was_searched(personal: Path) -> None:
    history.add(personal, "how to bake", "best", at=1)
    copy_of(personal, "personal.v4.db")
    receipt = history.forget(personal)
    assert receipt.deleted == 1
    assert receipt.files == ("personal.db", "personal.v4.db")
    assert receipt.bytes == len(on_disk(personal))
    assert (receipt.found, receipt.kept) == (0, 0)


@pytest.mark.parametrize("query", ["how to bake", LONG, "日本", "ünïcode ☃"])
def test_nothing_is_left_in_the_database_or_its_copies(personal: Path, query: str) -> None:
    history.add(personal, query, "best", at=1)
    copy_of(personal, "personal.v4.db")
    history.forget(personal, query)
    assert query.encode()[:30] not in on_disk(personal)


def test_rows_that_only_a_copy_has_are_deleted_there(personal: Path) -> None:
    history.add(personal, "how to bake", "best", at=1)
    copy = copy_of(personal, "personal.v4-2.db")
    with closing(sqlite3.connect(personal)) as connection, connection:
        connection.execute("DELETE FROM history")
    assert history.forget(personal).found == 0
    assert b"how to bake" not in copy.read_bytes()


def test_judgments_are_deleted_in_the_copy_that_an_upgrade_left(personal: Path) -> None:
    with closing(sqlite3.connect(personal)) as connection:
        connection.executescript(THIRD.read_text())
    load(personal)  # brings it up to date
    assert on_disk(personal).count(b"secret") > 1
    receipt = judgments.forget(personal)
    assert (receipt.deleted, receipt.found) == (1, 0)
    assert receipt.files == ("personal.db", "personal.v3.db")
    assert b"secret" not in on_disk(personal)
    assert b"bread.md" not in on_disk(personal)


def test_the_draft_of_an_interrupted_copy_is_removed(personal: Path) -> None:
    history.add(personal, "how to bake", "best", at=1)
    draft = copy_of(personal, "personal.copy")
    history.forget(personal)
    assert not draft.exists()


def test_text_that_is_also_kept_elsewhere_is_counted_apart(personal: Path) -> None:
    saved_searches.save(personal, SavedSearch("baking", "how to bake bread", "best", 1))
    history.add(personal, "how to bake", "best", at=1)
    history.add(personal, "something else", "best", at=200)
    receipt = history.forget(personal)
    assert (receipt.deleted, receipt.found, receipt.kept) == (2, 0, 1)


def test_text_that_is_left_is_reported(personal: Path) -> None:
    history.add(personal, "how to bake", "best", at=1)
    personal.with_name("personal.bak").write_bytes(b"...how to bake...")  # somebody's own copy
    receipt = history.forget(personal)
    assert (receipt.deleted, receipt.found) == (1, 1)
    assert "personal.bak" in receipt.files


def test_a_database_that_is_not_rewritten_is_detected(
    personal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erase, "_rewrite", lambda _: None)
    history.add(personal, "how to bake", "best", at=1)
    copy = copy_of(personal, "personal.v4.db")
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM history")
    history.add(personal, "how to bake", "words", at=2)
    assert history.forget(personal).found == 1


def test_a_copy_that_is_no_database_is_reported(personal: Path) -> None:
    history.add(personal, "how to bake", "best", at=1)
    personal.with_name("personal.v1.db").write_bytes(b"kept from another time" * 100)
    with pytest.raises(LibraryError, match=r"personal\.v1\.db"):
        history.forget(personal)
    assert history.stored(personal) == []
