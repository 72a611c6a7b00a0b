"""Saved searches: one for each name, and erased when they are removed."""

from pathlib import Path

import pytest

from alcove.personal import LibraryFolder, SavedSearch, saved_searches


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return LibraryFolder(tmp_path).personal


def test_saved_searches_come_back_by_name(personal: Path) -> None:
    searches = [
        SavedSearch("bills", "invoice since:2025", "words", 3.5),
        SavedSearch("Work", "who decides", "best", 1.0),
        SavedSearch("zoo ☃", "lions", "meaning", 2.0),
    ]
    assert saved_searches.stored(personal) == []
    for search in reversed(searches):
        saved_searches.save(personal, search)
    assert saved_searches.stored(personal) == searches


def test_a_name_is_unique(personal: Path) -> None:
    saved_searches.save(personal, SavedSearch("bills", "invoice", "best", 1))
    later = SavedSearch("bills", "receipt", "words", 2)
    saved_searches.save(personal, later)
    assert saved_searches.stored(personal) == [later]


def test_a_removed_search_leaves_nothing(personal: Path) -> None:
    saved_searches.save(personal, SavedSearch("bills", "invoice", "best", 1))
    saved_searches.save(personal, SavedSearch("work", "who decides", "best", 1))
    receipt = saved_searches.remove(personal, "bills")
    assert (receipt.deleted, receipt.found) == (1, 0)
    assert b"invoice" not in personal.read_bytes()
    assert [search.name for search in saved_searches.stored(personal)] == ["work"]
    assert saved_searches.remove(personal, "bills").deleted == 0
