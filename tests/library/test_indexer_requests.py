"""Retry requests reach the running indexer, split into as many messages as they need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alcove.errors import LibraryError, Reason
from alcove.indexer.control.protocol import MAX_PATHS
from alcove.indexer.control.requests import RequestQueue, RetryRequest
from alcove.indexer.control.server import ControlServer
from alcove.indexer.control.state import SharedState
from alcove.library import Library


@pytest.fixture
def requests() -> RequestQueue:
    return RequestQueue()


@pytest.fixture
def library(tmp_path: Path, requests: RequestQueue) -> Iterator[Library]:
    """A library with a stand-in that listens as its indexer."""
    with ControlServer(tmp_path, SharedState(), requests):
        yield Library(tmp_path)


def test_a_reason_is_one_request(library: Library, requests: RequestQueue) -> None:
    library.retry(reason=Reason.ENCRYPTED)
    library.retry()
    assert requests.take_retries() == [RetryRequest(reason=Reason.ENCRYPTED), RetryRequest()]


@pytest.mark.parametrize(
    "paths",
    [
        [b"/a"],
        [b"/%d" % number for number in range(2 * MAX_PATHS + 1)],
        [b"/" + b"\xff" * 4090 + b"%d" % number for number in range(9)],
    ],
    ids=["one", "many", "long"],
)
def test_every_path_arrives_once(
    library: Library, requests: RequestQueue, paths: list[bytes]
) -> None:
    library.retry(paths=paths, reason=Reason.DAMAGED)
    retries = requests.take_retries()
    assert [path for retry in retries for path in retry.paths] == paths
    assert {retry.reason for retry in retries} == {Reason.DAMAGED}
    assert all(retry.paths for retry in retries)


def test_without_an_indexer_an_error_says_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no indexer") as caught:
        Library(tmp_path).retry(paths=[b"/a"])
    assert "alcove watch" in caught.value.advice
