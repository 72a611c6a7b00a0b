"""The reader process answers with a reason however a parser fails."""

import io
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from alcove.documents.formats import Format
from alcove.documents.process import reader_process
from alcove.documents.process.answers import receive_answer
from alcove.documents.process.reader_process import serve
from alcove.errors import ReadError, Reason
from alcove.records import Document
from alcove.sandbox.channel import Channel, PipeChannel, SocketChannel, send_json


class Panic(BaseException):
    """A stand-in for the exception that a panic in Rust becomes in Python."""


@pytest.fixture(params=["socket", "pipes"])
def ends(request: pytest.FixtureRequest) -> Iterator[tuple[Channel, Channel]]:
    """Both ends of a connection, over a socket as on Linux and over pipes as on Windows."""
    parent: Channel
    child: Channel
    if request.param == "socket":
        ours, theirs = socket.socketpair()
        parent, child = SocketChannel(ours), SocketChannel(theirs)
    else:
        down, up = os.pipe(), os.pipe()
        parent = PipeChannel(os.fdopen(up[0], "rb"), os.fdopen(down[1], "wb"))
        child = PipeChannel(os.fdopen(down[0], "rb"), os.fdopen(up[1], "wb"))
    yield parent, child
    parent.close()
    child.close()


@pytest.fixture(autouse=True)
def no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child's own alarm would end the tests."""
    monkeypatch.setattr(reader_process, "die_after", lambda _: None)


def ask(parent: Channel, path: Path) -> None:
    path.write_bytes(b"content")
    with path.open("rb") as file:
        send_json(parent, {"format": "txt", "timeout": 1})
        parent.send_file(file.fileno())


def test_a_file_is_answered_with_documents(ends: tuple[Channel, Channel], tmp_path: Path) -> None:
    parent, child = ends
    ask(parent, tmp_path / "file")
    assert serve(child, lambda file, format_: [Document(f"{format_} {file.read()!r}")])
    assert receive_answer(parent) == [Document("txt b'content'")]


@pytest.mark.parametrize(
    ("error", "reason", "detail", "fit"),
    [
        (ReadError(Reason.NO_TEXT, "None."), Reason.NO_TEXT, "None.", True),
        (MemoryError(), Reason.TOO_LARGE, "Reading it takes too much memory.", False),
        (Panic("secret words"), Reason.DAMAGED, "Its parser failed (Panic).", False),
        (struct.error("secret"), Reason.DAMAGED, "Its parser failed (error).", False),
    ],
)
def test_a_failure_is_answered_with_a_reason_and_without_the_text(
    ends: tuple[Channel, Channel],
    tmp_path: Path,
    error: BaseException,
    reason: Reason,
    detail: str,
    fit: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    def fail(file: BinaryIO, format_: Format) -> list[Document]:
        raise error

    parent, child = ends
    ask(parent, tmp_path / "file")
    assert serve(child, fail) is fit
    with pytest.raises(ReadError) as caught:
        receive_answer(parent)
    assert (caught.value.reason, caught.value.detail) == (reason, detail)


def test_the_process_ends_when_the_parent_hangs_up(ends: tuple[Channel, Channel]) -> None:
    parent, child = ends
    parent.close()
    with pytest.raises(EOFError):
        serve(child, lambda *_: [])


def test_pipes_carry_bytes_as_they_are() -> None:
    sink = io.BytesIO()
    channel = PipeChannel(io.BytesIO(b"\0\0\0\0\0\0\0\2ab"), sink)
    assert channel.receive_file().read() == b"ab"
    with pytest.raises(EOFError):
        channel.read(1)
