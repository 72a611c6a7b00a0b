"""Files without text are read again on request, and switched-off formats are removed."""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from alcove.errors import ReadError, Reason
from alcove.index.files import failures
from alcove.index.opening import open_reader
from alcove.indexer.control.requests import RequestQueue, RetryRequest
from alcove.personal import settings_store

from .in_process import InProcess
from .stand_ins import Clock, TextReader

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its paths are those of POSIX")


class Desk:
    """A folder with three files, and an indexer in this process."""

    def __init__(self, top: Path) -> None:
        self.folder = top / "documents"
        self.folder.mkdir()
        for name in ("a.md", "b.md", "c.csv"):
            (self.folder / name).write_text(f"words of {name}")
        self.indexer = InProcess(top, Clock())
        self.indexer.want(bytes(self.folder))

    @property
    def requests(self) -> RequestQueue:
        assert self.indexer._running
        return self.indexer._running[1].requests

    def retry(self, *names: str, reason: Reason | None = None) -> None:
        paths = tuple(bytes(self.folder / name) for name in names)
        self.requests.ask_to_retry(RetryRequest(paths, reason))
        self.indexer.settle()

    def want(self, *without: str) -> None:
        settings_store.change(
            self.indexer.library.personal, lambda now: replace(now, without_types=without)
        )
        self.indexer.settle()

    def failed(self) -> dict[str, str]:
        """Return name → reason."""
        with closing(open_reader(self.indexer.library.index)) as connection:
            return {path.decode().rpartition("/")[2]: why for path, why, _ in failures(connection)}

    def texts(self) -> set[str]:
        with closing(open_reader(self.indexer.library.index)) as connection:
            return {row[0] for row in connection.execute("SELECT text FROM documents")}

    def paths(self) -> set[str]:
        with closing(open_reader(self.indexer.library.index)) as connection:
            rows = connection.execute("SELECT path FROM files")
            return {path.decode().rpartition("/")[2] for (path,) in rows}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.indexer.stop()


@pytest.fixture
def broken(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Read all files once with a reader that finds them damaged, then repair it."""

    def fail(*_: object) -> None:
        raise ReadError(Reason.DAMAGED, "no end")

    with monkeypatch.context() as patched:
        patched.setattr(TextReader, "read", fail)
        desk.indexer.start()
        desk.indexer.settle()
    assert set(desk.failed().values()) == {Reason.DAMAGED}
    return desk


def test_nothing_is_read_again_by_itself(broken: Desk) -> None:
    broken.indexer.settle()
    assert broken.texts() == set()


def test_one_file_is_read_again_although_its_bytes_are_known_to_fail(broken: Desk) -> None:
    broken.retry("a.md")
    assert broken.texts() == {"words of a.md"}
    assert set(broken.failed()) == {"b.md", "c.csv"}


def test_all_that_failed_for_a_reason_is_read_again(broken: Desk) -> None:
    broken.retry(reason=Reason.ENCRYPTED)
    assert len(broken.failed()) == 3
    broken.retry(reason=Reason.DAMAGED)
    assert broken.failed() == {}
    assert len(broken.texts()) == 3


def test_a_path_that_is_a_file_again_is_scanned_before_the_retry(broken: Desk) -> None:
    (broken.folder / "a.md").unlink()
    broken.retry("a.md", "none.md")
    assert broken.paths() == {"b.md", "c.csv"}


def test_a_retry_while_it_pauses_is_done_afterwards(broken: Desk) -> None:
    broken.requests.ask_to_pause()
    broken.indexer.work(2)
    broken.requests.ask_to_retry(RetryRequest())
    broken.indexer.work(2)
    assert broken.texts() == set()
    broken.requests.ask_to_resume()
    broken.indexer.settle()
    assert broken.failed() == {}


def test_a_type_that_is_switched_off_goes_and_comes_back(desk: Desk) -> None:
    (desk.folder / "inbox").write_text("From a@b.c Mon Nov 23 20:03:35 2026\nSubject: x\n\nhello\n")
    desk.indexer.start()
    desk.indexer.settle()
    everything = desk.texts()
    assert len(everything) == 4
    desk.want("csv", "mbox")
    assert desk.paths() == {"a.md", "b.md", "inbox"}  # by its name nobody knows what that is
    assert desk.failed() == {"inbox": Reason.SWITCHED_OFF}
    assert desk.texts() == {"words of a.md", "words of b.md"}
    desk.want()
    assert desk.texts() == everything
    assert desk.failed() == {}
