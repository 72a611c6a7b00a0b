"""The child that parses strangers' files: confined first, then one answer for each request."""

import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import BinaryIO

from alcove.documents.answers import send_documents, send_error
from alcove.documents.channel import (
    MAX_REQUEST,
    Channel,
    PipeChannel,
    SocketChannel,
    receive_json,
)
from alcove.documents.confinement import confine
from alcove.documents.formats import Format
from alcove.errors import ReadError, Reason
from alcove.guard import arm
from alcove.index.records import Document

_MERCY = 5  # seconds after the parent's patience, for the case that the parent is dead


def main() -> None:
    """Serve until the parent hangs up; argument: a JSON list of Tesseract's languages."""
    ocr = json.loads(sys.argv[1])
    arm()
    confine(ocr=bool(ocr))
    channel = _channel()
    from alcove.documents.reading import read  # not before the limits are in force

    try:
        while serve(channel, lambda file, format_: read(file, format_, ocr)):
            pass
    except (EOFError, OSError):
        return  # the parent has hung up


def _channel() -> Channel:
    if sys.platform == "win32":
        channel = PipeChannel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # parsers print
        return channel
    return SocketChannel(socket.socket(fileno=os.dup(0)))


def serve(channel: Channel, read: Callable[[BinaryIO, Format], list[Document]]) -> bool:
    """Answer one request; return whether this process is still fit for another.

    Raises:
        EOFError: the parent has hung up.
    """
    request = receive_json(channel, MAX_REQUEST)
    assert isinstance(request, dict)
    _die_after(request["timeout"] + _MERCY)
    with channel.receive_file() as file:
        try:
            documents = read(file, Format(request["format"]))
        except ReadError as error:
            send_error(channel, error)
            return True
        except MemoryError:
            send_error(channel, ReadError(Reason.TOO_LARGE, "Reading it takes too much memory."))
            return False
        except BaseException as error:  # noqa: BLE001 - a panic in Rust is a BaseException
            send_error(channel, _unforeseen(error))
            return False
    send_documents(channel, documents)
    return True


def _unforeseen(error: BaseException) -> ReadError:
    """Name a parser's failure by its kind; its message may quote the document."""
    return ReadError(Reason.DAMAGED, f"Its parser failed on it ({type(error).__name__}).")


def _die_after(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)  # unhandled, it ends the process


if __name__ == "__main__":
    main()
