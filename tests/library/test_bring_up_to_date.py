"""Waiting for an indexer that holds the lock and does not answer ends."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from alcove.errors import LibraryError
from alcove.indexer import IndexerLock
from alcove.library.bring_up_to_date import bring_up_to_date, forget
from alcove.personal import LibraryFolder, Settings


def forget_all(library: LibraryFolder) -> None:
    forget(library, Settings())


def update(library: LibraryFolder) -> None:
    bring_up_to_date(library, tell=lambda _: None, cancel=threading.Event())


@pytest.mark.parametrize("wait", [forget_all, update])
def test_waiting_for_an_indexer_that_does_not_answer_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait: Callable[[LibraryFolder], None]
) -> None:
    monkeypatch.setattr("alcove.library.bring_up_to_date._PATIENCE", 0.3)
    library = LibraryFolder(tmp_path)
    with IndexerLock(library.lock), pytest.raises(LibraryError, match="does not answer"):
        wait(library)
