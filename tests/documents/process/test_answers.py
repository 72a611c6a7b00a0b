"""The parent validates every answer of a reader process."""

import io
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alcove.documents.process.answers import receive_answer, send_documents
from alcove.errors import ReadError, Reason
from alcove.records import Document, Heading
from alcove.sandbox.channel import Channel, PipeChannel, SocketChannel, send_frame

GOOD: dict[str, Any] = {"title": None, "headings": [], "pages": []}


@pytest.fixture
def ends() -> Iterator[tuple[Channel, Channel]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield SocketChannel(ours), SocketChannel(theirs)


def answer(channel: Channel, *frames: Any) -> None:
    for frame in frames:
        send_frame(channel, frame if isinstance(frame, bytes) else json.dumps(frame).encode())


def test_documents_arrive_unchanged(ends: tuple[Channel, Channel]) -> None:
    parent, child = ends
    documents = [
        Document("Über\0 \N{GRINNING FACE}", "Titel", (Heading(0, 1, "Über"),), (0, 3)),
        Document("x" * 1_000_000),
    ]
    sender = threading.Thread(target=send_documents, args=(child, documents))
    sender.start()
    assert receive_answer(parent) == documents
    sender.join()


@pytest.mark.parametrize(
    "frames",
    [
        [[]],
        ["documents"],
        [{}],
        [{"documents": -1}],
        [{"documents": True}],
        [{"documents": 10**9}],
        [{"reason": "no such reason", "detail": "", "last": False}],
        [{"reason": "empty", "detail": "x" * 10_000, "last": False}],
        [{"reason": "empty", "detail": 3, "last": False}],
        [{"reason": "empty", "detail": "", "last": 1}],
        [{"reason": "empty", "detail": ""}],
        [b"\xff"],
        [b"[" * 100_000],
        [{"documents": 1}, GOOD | {"title": 3}, b"text"],
        [{"documents": 1}, GOOD | {"title": "\udc80"}, b"text"],
        [{"documents": 1}, GOOD | {"headings": [[9, 1, "x"]]}, b"text"],
        [{"documents": 1}, GOOD | {"headings": [[0, 1]]}, b"text"],
        [{"documents": 1}, GOOD | {"headings": {}}, b"text"],
        [{"documents": 1}, GOOD | {"pages": [1]}, b"text"],
        [{"documents": 1}, GOOD | {"pages": [0, 3, 2]}, b"text"],
        [{"documents": 1}, GOOD | {"pages": [0, 5]}, b"text"],
        [{"documents": 1}, GOOD, b"\xff\xfe"],
    ],
)
def test_malformed_answers_are_refused(ends: tuple[Channel, Channel], frames: list[Any]) -> None:
    parent, child = ends
    answer(child, *frames)
    with pytest.raises(ValueError):  # noqa: PT011 - any of them
        receive_answer(parent)


def test_a_reason_arrives(ends: tuple[Channel, Channel]) -> None:
    parent, child = ends
    answer(child, {"reason": "no text", "detail": "None.", "last": False})
    with pytest.raises(ReadError) as caught:
        receive_answer(parent)
    assert (caught.value.reason, caught.value.detail) == (Reason.NO_TEXT, "None.")


def test_the_size_is_checked_before_the_bytes_are_read(ends: tuple[Channel, Channel]) -> None:
    parent, child = ends
    child.write((1 << 31).to_bytes(4, "big"))
    with pytest.raises(ValueError, match="too large"):
        receive_answer(parent)


@given(st.binary())
def test_noise_is_refused_or_cut_short(noise: bytes) -> None:
    with pytest.raises((ValueError, EOFError)):
        receive_answer(PipeChannel(io.BytesIO(noise), io.BytesIO()))
