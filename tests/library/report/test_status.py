"""The status can be read while an indexer works on the library, even one of another version."""

import sys
import threading
from multiprocessing.connection import Listener
from pathlib import Path

import pytest

from alcove.indexer.control.protocol import address, send
from alcove.library.report.status import status_of
from alcove.personal import LibraryFolder, Settings


def test_an_indexer_of_another_version_counts_as_none(tmp_path: Path) -> None:
    with address(tmp_path) as place, Listener(place) as listener:

        def serve() -> None:
            with listener.accept() as connection:
                send(connection, {"state": {}})

        thread = threading.Thread(target=serve)
        thread.start()
        assert status_of(LibraryFolder(tmp_path), Settings()).indexer is None
        thread.join()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_file_that_vanished_after_the_listing_counts_nothing(tmp_path: Path) -> None:
    library = LibraryFolder(tmp_path)
    library.words.mkdir()
    (library.words / "kept").write_bytes(b"12345")
    for gone in (library.words / "gone", Path(f"{library.index}-wal"), library.personal):
        gone.symlink_to(tmp_path / "nowhere")
    sizes = status_of(library, Settings()).sizes
    assert sizes == {"words": 5, "models": 0, "index": 0, "personal": 0}
