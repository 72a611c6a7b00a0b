"""The next scan queues a file that may have changed unseen right after it was read."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.indexer.stand_ins import Gate, TextReader, window

from alcove.files import scan
from alcove.index import files
from alcove.index.files import UNSETTLED, PendingFile, ScanChanges
from alcove.index.models import split_number
from alcove.index.opening import open_writer
from alcove.indexer.stages.reading.file_reader import SETTLE, FileReader, ReadRecipe
from alcove.indexer.stages.reading.outcome import ReadOutcome, store
from alcove.indexer.stages.reading.splitter import Splitter

FAR = 1_000_000.0  # seconds between the one stamp and the other
JUST = [-SETTLE / 2, 0.0, SETTLE / 2]  # seconds; a share's server has a clock of its own
LONG = [-2 * SETTLE, 2 * SETTLE]


class Desk:
    """A file, an index, and a reader whose clock the test sets."""

    def __init__(self, top: Path, db: Database) -> None:
        self.folder = top / "documents"
        self.file = self.folder / "note.txt"
        self.now = 0.0
        self._db = db
        recipe = ReadRecipe(Splitter(window()), (), {})
        self._split_id = split_number(db, window().key)
        self.reader = FileReader(
            top / "index.db", recipe, reader=TextReader(Gate()), wall=lambda: self.now
        )
        self.folder.mkdir()
        self.file.write_text("Before.")

    def stamp(self, *, mtime: float) -> float:
        """Set the file's mtime, in seconds from its ctime; return the ctime in seconds."""
        ctime = self.file.stat().st_ctime
        os.utime(self.file, (ctime + mtime, ctime + mtime))
        return self.file.stat().st_ctime

    def scan(self) -> tuple[ScanChanges, list[PendingFile]]:
        """Scan; return the changes and the files that wait afterwards."""
        top = bytes(self.folder)
        changes = files.apply_scan(self._db, top, scan(top).files)
        return changes, files.pending(self._db.conn, 9)

    def read(self, *, now: float) -> ReadOutcome:
        """Read a waiting file at the time `now`, seconds since the epoch, and store the outcome."""
        self.now = now
        (waiting,) = self.scan()[1]
        outcome = self.reader.read(waiting)
        store(self._db, outcome, self._split_id)
        return outcome


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(open_writer(tmp_path / "index.db")) as db:
        desk = Desk(tmp_path, db)
        with closing(desk.reader):
            yield desk


@pytest.mark.parametrize("since", JUST)
def test_a_file_whose_ctime_alone_is_of_this_moment_stays_unsettled(
    desk: Desk, since: float
) -> None:
    """As after a copy or an unpacking that keeps the date."""
    outcome = desk.read(now=desk.stamp(mtime=-FAR) + since)
    assert not outcome.is_settled
    changes, waiting = desk.scan()
    assert changes == ScanChanges(0, 0, 0)
    assert [file.path for file in waiting] == [bytes(desk.file)]


@pytest.mark.parametrize("since", JUST)
def test_a_file_whose_mtime_alone_is_of_this_moment_stays_unsettled(
    desk: Desk, since: float
) -> None:
    outcome = desk.read(now=desk.stamp(mtime=FAR) + FAR + since)
    assert not outcome.is_settled
    changes, waiting = desk.scan()
    assert changes == ScanChanges(0, 0, 0)
    assert [file.path for file in waiting] == [bytes(desk.file)]


@pytest.mark.parametrize("since", LONG)
def test_a_file_with_old_stamps_is_settled_and_left_alone(desk: Desk, since: float) -> None:
    outcome = desk.read(now=desk.stamp(mtime=-FAR) + since)
    assert outcome.is_settled
    assert outcome.signature == outcome.file.signature
    assert desk.scan() == (ScanChanges(0, 0, 0), [])


def test_an_unsettled_file_settles_when_it_is_read_later(desk: Desk) -> None:
    ctime = desk.stamp(mtime=-FAR)
    assert desk.read(now=ctime).signature.ctime_ns == UNSETTLED
    assert desk.read(now=ctime + 2 * SETTLE).is_settled
    assert desk.scan() == (ScanChanges(0, 0, 0), [])
