"""Queries are stored in the history if the setting is on, and as saved searches by name."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from alcove.errors import AlcoveError
from alcove.library import Library
from alcove.personal import OnClose, SavedSearch


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.add([b"/home/a"])
    return library


def test_a_query_is_stored_as_typed(library: Library) -> None:
    before = time.time()
    assert library.note_asked('  "how to" bake -rye ', "words")
    (asked,) = library.history()
    assert (asked.query, asked.mode, asked.times) == ('"how to" bake -rye', "words", 1)
    assert before <= asked.at <= time.time()


@pytest.mark.parametrize("query", ["", " ", "a", " b ", "bad \udcff"])
def test_an_invalid_query_is_not_stored(library: Library, query: str) -> None:
    assert not library.note_asked(query, "best")
    assert library.history() == []


def test_nothing_is_stored_if_the_setting_is_off(library: Library) -> None:
    library.note_asked("how to bake", "best")
    library.change(lambda now: replace(now, history=False))
    assert not library.note_asked("who may sign", "best")
    assert [asked.query for asked in library.history()] == ["how to bake"]  # until it is forgotten


def test_a_query_creates_no_library(tmp_path: Path) -> None:
    nowhere = Library(tmp_path / "none")
    assert not nowhere.note_asked("how to bake", "best")
    assert nowhere.forget_history().deleted == 0
    assert not (tmp_path / "none").exists()


def test_history_is_forgotten_with_proof(library: Library) -> None:
    library.note_asked("how to bake", "best")
    receipt = library.forget_history()
    assert (receipt.deleted, receipt.found) == (1, 0)
    assert receipt.files == ("personal.db",)
    assert library.history() == []


def test_a_search_is_saved_and_removed_by_its_name(library: Library) -> None:
    kept = library.save_search(" Bills ", " invoice since:2025 ", "words")
    assert kept == SavedSearch("Bills", "invoice since:2025", "words", kept.at)
    assert library.saved_searches() == [kept]
    assert library.remove_saved_search("Bills").deleted == 1
    assert library.saved_searches() == []


@pytest.mark.parametrize(
    ("name", "query"), [(" ", "x"), ("x", ""), ("\udcff", "x"), ("x", "\udcff")]
)
def test_a_search_without_a_name_or_a_question_is_refused(
    library: Library, name: str, query: str
) -> None:
    with pytest.raises(AlcoveError, match="saved search"):
        library.save_search(name, query, "best")
    assert library.saved_searches() == []


def test_window_settings_can_be_stored_before_there_is_a_library(tmp_path: Path) -> None:
    library = Library(tmp_path / "none")
    changed = library.change_window_settings(lambda now: replace(now, on_close=OnClose.STAY))
    assert changed.on_close is OnClose.STAY
    assert library.window_settings() == changed
