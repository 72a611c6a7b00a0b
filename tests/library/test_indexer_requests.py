"""Requests to read again reach the running indexer, in as many messages as they need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alcove.errors import LibraryError, Reason
from alcove.indexer.control.protocol import MAX_PATHS
from alcove.indexer.control.requests import Mailbox, Retry
from alcove.indexer.control.server import Control
from alcove.indexer.control.state import Board
from alcove.library import Library


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def library(tmp_path: Path, mailbox: Mailbox) -> Iterator[Library]:
    """A library with something that listens as its indexer."""
    with Control(tmp_path, Board(), mailbox):
        yield Library(tmp_path)


def test_a_reason_is_asked_for_as_a_whole(library: Library, mailbox: Mailbox) -> None:
    library.retry(reason=Reason.ENCRYPTED)
    library.retry()
    assert mailbox.take_retries() == [Retry(reason=Reason.ENCRYPTED), Retry()]


@pytest.mark.parametrize(
    "paths",
    [
        [b"/a"],
        [b"/%d" % number for number in range(2 * MAX_PATHS + 1)],
        [b"/" + b"\xff" * 4090 + b"%d" % number for number in range(9)],
    ],
    ids=["one", "many", "long"],
)
def test_every_path_arrives_once(library: Library, mailbox: Mailbox, paths: list[bytes]) -> None:
    library.retry(paths=paths, reason=Reason.DAMAGED)
    retries = mailbox.take_retries()
    assert [path for retry in retries for path in retry.paths] == paths
    assert {retry.reason for retry in retries} == {Reason.DAMAGED}
    assert all(retry.paths for retry in retries)


def test_where_no_indexer_runs_people_are_told_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no indexer") as caught:
        Library(tmp_path).retry(paths=[b"/a"])
    assert "alcove watch" in caught.value.advice
