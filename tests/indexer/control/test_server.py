"""The control channel over real sockets, with correct and with broken clients."""

import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from multiprocessing.connection import Client, Connection
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from alcove.errors import Reason
from alcove.indexer.control.client import IndexerClient
from alcove.indexer.control.protocol import MAX_PATHS, MAX_REQUEST, SOCKET, address
from alcove.indexer.control.requests import RequestQueue, RetryRequest
from alcove.indexer.control.server import ControlServer
from alcove.indexer.control.state import Activity, FolderHealth, SharedState

PATIENCE = 20.0  # seconds


@pytest.fixture
def shared_state() -> SharedState:
    return SharedState()


@pytest.fixture
def requests() -> RequestQueue:
    return RequestQueue()


@pytest.fixture
def root(tmp_path: Path, shared_state: SharedState, requests: RequestQueue) -> Iterator[Path]:
    """Return the folder of a library with an indexer that listens."""
    with ControlServer(tmp_path, shared_state, requests):
        yield tmp_path


def until(condition: Callable[[], object]) -> None:
    deadline = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < deadline
        sleep(0.005)


def hear_of(client: IndexerClient, activity: Activity) -> None:
    until(lambda: client.hear(0.1) is not None and client.state.activity is activity)


def test_a_client_is_told_the_state_as_it_connects(root: Path, shared_state: SharedState) -> None:
    shared_state.post(activity=Activity.ENCODING, done=3, total=9)
    with IndexerClient(root) as client:
        assert client.state == shared_state.state


def test_requests_arrive(root: Path, requests: RequestQueue) -> None:
    with IndexerClient(root) as client:
        seen = []
        for what in ("pause", "resume", "stop"):
            assert client.ask(what) == 0
            seen.append((requests.paused, requests.stop.is_set()))
    assert seen == [(True, False), (False, False), (False, True)]


def test_each_rescan_has_a_ticket_of_its_own(root: Path, requests: RequestQueue) -> None:
    with IndexerClient(root) as one, IndexerClient(root) as other:
        tickets = [client.ask("rescan") for client in (one, other, one)]
    assert tickets == [1, 2, 3]
    assert requests.ticket == 3


def test_all_clients_are_told_of_changes(root: Path, shared_state: SharedState) -> None:
    with IndexerClient(root) as one, IndexerClient(root) as other:
        shared_state.post(activity=Activity.READING)
        hear_of(one, Activity.READING)
        hear_of(other, Activity.READING)


def test_the_last_state_is_heard_although_the_indexer_ends_at_once(
    tmp_path: Path, shared_state: SharedState, requests: RequestQueue
) -> None:
    with ExitStack() as stack:
        with ControlServer(tmp_path, shared_state, requests):
            client = stack.enter_context(IndexerClient(tmp_path))
            for done in range(100):
                shared_state.post(settled=done)
        for _ in client.states():
            pass
        assert client.state == shared_state.state


def test_states_that_come_while_a_client_asks_are_not_lost(
    root: Path, shared_state: SharedState
) -> None:
    with IndexerClient(root) as client:
        shared_state.post(activity=Activity.IDLE)
        until(lambda: client.ask("resume") == 0 and client.state.activity is Activity.IDLE)


def test_an_unknown_request_is_answered_and_changes_nothing(
    root: Path, requests: RequestQueue
) -> None:
    with IndexerClient(root) as client:
        assert client.ask("dance") == 0
        assert client.ask("rescan") == 1
    assert not requests.paused
    assert not requests.stop.is_set()


@pytest.mark.parametrize(
    "message",
    [
        b"\xff\xfe",
        b"[]",
        b"",
        b'{"do": ["stop"]}',
        b"{}",
        b"[" * (MAX_REQUEST - 1),
        b" " * (MAX_REQUEST + 1),
    ],
)
def test_garbage_of_one_client_does_not_disturb_others(
    root: Path, requests: RequestQueue, shared_state: SharedState, message: bytes
) -> None:
    with IndexerClient(root) as good, address(root) as place, closing(Client(place)) as bad:
        bad.send_bytes(message)
        answer = _answer_of(bad)
        assert answer is None or b"unknown request" in answer
        assert good.ask("rescan") == 1
        shared_state.post(activity=Activity.IDLE)
        hear_of(good, Activity.IDLE)
    assert not requests.stop.is_set()


def _answer_of(connection: "Connection[Any, Any]") -> bytes | None:
    """Return the first message after the states; None if the server disconnected."""
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        try:
            if connection.poll(0.1) and b"answer" in (said := connection.recv_bytes()):
                return said
        except (EOFError, OSError):
            return None
    raise AssertionError("neither an answer nor an end")


def test_a_client_that_never_reads_does_not_delay_others(
    tmp_path: Path, shared_state: SharedState, requests: RequestQueue
) -> None:
    large = {f"/folder {number}": FolderHealth(watched=True) for number in range(2_000)}
    with (
        ControlServer(tmp_path, shared_state, requests),
        address(tmp_path) as place,
        closing(Client(place)) as stalled,
        IndexerClient(tmp_path) as good,
    ):
        for number in range(1, 20):
            shared_state.post(done=number, folders=large)
            _hear_of_number(good, number)
        assert good.ask("rescan") == 1
        assert stalled.poll(0)


def _hear_of_number(client: IndexerClient, number: int) -> None:
    until(lambda: client.hear(0.1) is not None and client.state.done == number)


def test_a_client_that_goes_away_is_forgotten(root: Path, shared_state: SharedState) -> None:
    for _ in range(30):
        with IndexerClient(root):
            pass
    with address(root) as place:
        for _ in range(30):
            Client(place).close()
    shared_state.post(activity=Activity.IDLE)
    with IndexerClient(root) as client:
        assert client.state.activity is Activity.IDLE


def test_a_library_may_lie_deeper_than_a_socket_can_be_named(
    tmp_path: Path, shared_state: SharedState, requests: RequestQueue
) -> None:
    if sys.platform == "darwin":
        pytest.skip("there is no short name for a long path on macOS")
    root = tmp_path / ("a long name " * 12) / ("and another " * 12)
    root.mkdir(parents=True)
    with ControlServer(root, shared_state, requests), IndexerClient(root) as client:
        assert client.ask("rescan") == 1
    assert list(root.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe leaves nothing")
def test_the_socket_of_an_indexer_that_was_killed_is_replaced(
    tmp_path: Path, shared_state: SharedState, requests: RequestQueue
) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as dead:
        dead.bind(str(tmp_path / SOCKET))
    with pytest.raises(OSError, match="refused"), IndexerClient(tmp_path):
        pass
    with ControlServer(tmp_path, shared_state, requests), IndexerClient(tmp_path) as client:
        assert client.ask("rescan") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe cannot be removed")
def test_an_indexer_ends_although_its_socket_was_removed(
    tmp_path: Path, shared_state: SharedState, requests: RequestQueue
) -> None:
    with ControlServer(tmp_path, shared_state, requests):
        (tmp_path / SOCKET).unlink()
    assert list(tmp_path.iterdir()) == []


def test_without_an_indexer_nobody_answers(tmp_path: Path) -> None:
    with pytest.raises(OSError), IndexerClient(tmp_path):  # noqa: PT011 - it differs by system
        pass


def test_clients_notice_that_the_indexer_has_ended(
    tmp_path: Path, shared_state: SharedState, requests: RequestQueue
) -> None:
    with ExitStack() as stack:
        with ControlServer(tmp_path, shared_state, requests):
            client = stack.enter_context(IndexerClient(tmp_path))
            shared_state.post(activity=Activity.STOPPING)
            hear_of(client, Activity.STOPPING)
        assert list(client.states()) == []


def test_a_ring_before_a_wait_ends_it_at_once() -> None:
    requests = RequestQueue()
    requests.ring()
    waiting = threading.Thread(target=requests.wait, args=(None,))
    waiting.start()
    waiting.join(PATIENCE)
    assert not waiting.is_alive()


def test_a_ring_ends_one_wait() -> None:
    requests, woken = RequestQueue(), threading.Semaphore(0)

    def wait_twice() -> None:
        for _ in range(2):
            requests.wait(None)
            woken.release()

    waiting = threading.Thread(target=wait_twice)
    waiting.start()
    requests.ask_to_pause()
    assert woken.acquire(timeout=PATIENCE)
    assert waiting.is_alive()
    requests.ask_to_resume()
    waiting.join(PATIENCE)
    assert not waiting.is_alive()


def test_a_retry_arrives_once(root: Path, requests: RequestQueue) -> None:
    with IndexerClient(root) as client:
        for _ in range(2):
            client.ask("retry", paths=["/a", "/b\udcff"], reason="damaged")
        client.ask("retry")
    assert requests.take_retries() == [
        RetryRequest((b"/a", b"/b\xff"), Reason.DAMAGED),
        RetryRequest(),
    ]
    assert requests.take_retries() == []


@pytest.mark.parametrize(
    "about",
    [
        {"paths": "/a"},
        {"paths": ["a"]},
        {"paths": ["/a\0b"]},
        {"paths": ["/a\ud800"]},
        {"paths": [7]},
        {"paths": ["/a"] * (MAX_PATHS + 1)},
        {"reason": "no such reason"},
        {"reason": ["damaged"]},
    ],
)
def test_an_invalid_retry_is_not_taken(
    root: Path, requests: RequestQueue, about: dict[str, object]
) -> None:
    with IndexerClient(root) as bad, pytest.raises((EOFError, OSError)):
        bad.ask("retry", **about)
    assert requests.take_retries() == []
    with IndexerClient(root) as good:
        assert good.ask("rescan") == 1
