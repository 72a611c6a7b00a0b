"""`alcove watch` reports an error of the indexer without paths, since its output is a log."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from alcove.cli.commands.watch import watch
from alcove.errors import LibraryError
from alcove.indexer.process import Indexer


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "/home/me/diary"), "No such"),
        (sqlite3.OperationalError("unable to open /home/me/diary"), "OperationalError"),
    ],
)
def test_the_reason_for_its_end_has_no_path(
    error: Exception, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Indexer) -> None:
        raise error

    monkeypatch.setattr(Indexer, "watch", fail)
    with pytest.raises(LibraryError) as told:
        watch.main(["--quiet"], obj=tmp_path / "library", standalone_mode=False)
    assert words in str(told.value)
    assert "diary" not in str(told.value)
