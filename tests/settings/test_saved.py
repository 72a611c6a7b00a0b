"""Saved searches: one for each name, and gone when they are removed."""

from pathlib import Path

import pytest

from alcove.settings import LibraryFolder, SavedSearch, saved


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return LibraryFolder(tmp_path).personal


def test_they_come_back_by_name(personal: Path) -> None:
    searches = [
        SavedSearch("bills", "invoice since:2025", "words", 3.5),
        SavedSearch("Work", "who decides", "best", 1.0),
        SavedSearch("zoo ☃", "lions", "meaning", 2.0),
    ]
    assert saved.stored(personal) == []
    for search in reversed(searches):
        saved.save(personal, search)
    assert saved.stored(personal) == searches


def test_a_name_is_had_by_one(personal: Path) -> None:
    saved.save(personal, SavedSearch("bills", "invoice", "best", 1))
    later = SavedSearch("bills", "receipt", "words", 2)
    saved.save(personal, later)
    assert saved.stored(personal) == [later]


def test_what_is_removed_leaves_nothing(personal: Path) -> None:
    saved.save(personal, SavedSearch("bills", "invoice", "best", 1))
    saved.save(personal, SavedSearch("work", "who decides", "best", 1))
    receipt = saved.remove(personal, "bills")
    assert (receipt.deleted, receipt.found) == (1, 0)
    assert b"invoice" not in personal.read_bytes()
    assert [search.name for search in saved.stored(personal)] == ["work"]
    assert saved.remove(personal, "bills").deleted == 0
