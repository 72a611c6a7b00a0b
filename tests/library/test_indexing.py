"""Waiting for an indexer that holds the lock and says nothing comes to an end."""

import threading
from pathlib import Path

import pytest

from alcove.errors import LibraryError
from alcove.indexer import IndexerLock
from alcove.library import indexing
from alcove.settings import LibraryFolder, Settings


@pytest.mark.parametrize("what", ["bring up to date", "forget"])
def test_an_indexer_that_does_not_answer_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(indexing, "_PATIENCE", 0.3)
    library = LibraryFolder(tmp_path)
    with IndexerLock(library.lock), pytest.raises(LibraryError, match="does not answer"):
        if what == "forget":
            indexing.forget(library, Settings())
        else:
            indexing.bring_up_to_date(library, tell=lambda _: None, cancel=threading.Event())
