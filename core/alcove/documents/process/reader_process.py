"""The child that parses strangers' files: confined first, then one answer for each request.

All that is loaded before the walls are up is our own; no stranger's byte has been seen by then.
"""

import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import BinaryIO

from alcove.documents.formats import Format
from alcove.documents.process.answers import send_documents, send_error
from alcove.documents.readers.ocr import data_folders
from alcove.errors import ReadError, Reason
from alcove.guard import arm
from alcove.records import Document
from alcove.sandbox.channel import MAX_REQUEST, Channel, receive_json
from alcove.sandbox.child_main import die_after, inherited_channel, send_ready
from alcove.sandbox.code_folders import library_folders
from alcove.sandbox.confinement import MEMORY, MEMORY_WITH_OCR, confine
from alcove.system.lifetime import end_with_parent

_Read = Callable[[BinaryIO, Format], list[Document]]


def main() -> None:
    """Serve until the parent hangs up; arguments: Tesseract's languages in JSON, the parent."""
    ocr, parent = json.loads(sys.argv[1]), int(sys.argv[2])
    end_with_parent(parent)
    arm()
    channel = inherited_channel()
    read = _confined_read(ocr)
    send_ready(channel)
    try:
        while serve(channel, read):
            pass
    except (EOFError, OSError):
        return  # the parent has hung up


def _confined_read(ocr: Sequence[str]) -> _Read:
    """Load the parsers, put up the walls, and return what is left to do with them."""
    from alcove.documents.readers.registry import read  # not before the guard is armed

    if sys.platform != "win32":
        from alcove.documents.readers.extraction.startup import start_kreuzberg, unpack_kreuzberg

        readable = [unpack_kreuzberg(), *library_folders(), *(data_folders() if ocr else ())]
        memory = MEMORY_WITH_OCR if ocr else MEMORY
        confine(memory=memory, readable=readable, start=start_kreuzberg)
    return partial(read, ocr=ocr)


def serve(channel: Channel, read: _Read) -> bool:
    """Answer one request; return whether this process is still fit for another.

    Raises:
        EOFError: the parent has hung up.
    """
    request = receive_json(channel, MAX_REQUEST)
    assert isinstance(request, dict)
    die_after(request["timeout"])
    with channel.receive_file() as file:
        try:
            documents = read(file, Format(request["format"]))
        except ReadError as error:
            send_error(channel, error)
            return True
        except MemoryError:
            too_much = ReadError(Reason.TOO_LARGE, "Reading it takes too much memory.")
            send_error(channel, too_much, last=True)
            return False
        except BaseException as error:  # noqa: BLE001 - a panic in Rust is a BaseException
            send_error(channel, _unforeseen(error), last=True)
            return False
    send_documents(channel, documents)
    return True


def _unforeseen(error: BaseException) -> ReadError:
    """Name a parser's failure by its kind; its message may quote the document."""
    return ReadError(Reason.DAMAGED, f"Its parser failed ({type(error).__name__}).")


if __name__ == "__main__":
    main()
