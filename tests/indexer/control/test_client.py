"""A client does not wait for ever, and treats an unknown message as a lost connection."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from multiprocessing.connection import Listener
from pathlib import Path
from typing import Any

import pytest

from alcove.indexer.control import client as ours
from alcove.indexer.control.client import IndexerClient
from alcove.indexer.control.protocol import address, send
from alcove.indexer.control.state import IndexerState, to_json

Says = Callable[..., Path]
STATE = {"state": to_json(IndexerState())}


@pytest.fixture
def says(tmp_path: Path) -> Iterator[Says]:
    """Return a function that listens as an indexer and sends only the messages to its client."""
    with ExitStack() as stack:

        def start(*messages: dict[str, Any]) -> Path:
            place = stack.enter_context(address(tmp_path))
            listener = stack.enter_context(Listener(place))

            def serve() -> None:
                connection = listener.accept()
                stack.callback(connection.close)
                for message in messages:
                    send(connection, message)

            thread = threading.Thread(target=serve)
            thread.start()
            stack.callback(thread.join)
            return tmp_path

        yield start


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ours, "_ANSWERS_WITHIN", 0.2)


@pytest.mark.usefixtures("hasty")
def test_an_indexer_that_says_nothing_is_given_up(says: Says) -> None:
    with pytest.raises(TimeoutError):
        IndexerClient(says()).__enter__()


@pytest.mark.usefixtures("hasty")
def test_an_indexer_that_tells_states_but_does_not_answer_is_given_up(says: Says) -> None:
    with IndexerClient(says(STATE, STATE, STATE)) as client, pytest.raises(TimeoutError):
        client.ask("pause")


@pytest.mark.parametrize(
    "message",
    [{}, {"state": 3}, {"state": {}}, {"state": STATE["state"] | {"activity": "dancing"}}],
)
def test_a_state_of_another_version_is_a_failed_connection(
    says: Says, message: dict[str, Any]
) -> None:
    with pytest.raises(ConnectionError, match="another version"):
        IndexerClient(says(message)).__enter__()


def test_an_answer_of_another_version_is_a_failed_connection(says: Says) -> None:
    with (
        IndexerClient(says(STATE, {"answer": "pause"})) as client,
        pytest.raises(ConnectionError, match="another version"),
    ):
        client.ask("pause")
