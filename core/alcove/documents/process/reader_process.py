"""Entry point of the reader process: enter the sandbox, then answer one request for each file.

All code loaded before the sandbox is complete is our own; no untrusted byte is read until then.
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
    """Serve until the parent hangs up.

    Command-line arguments: Tesseract's languages as a JSON list, the parent's process id.
    """
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
    """Load the parsers, enter the sandbox, and return the function that reads a file."""
    from alcove.documents.readers.registry import read  # not before the guard is armed

    if sys.platform != "win32":
        from alcove.documents.readers.extraction.startup import start_kreuzberg, unpack_kreuzberg

        readable = [unpack_kreuzberg(), *library_folders(), *(data_folders() if ocr else ())]
        memory = MEMORY_WITH_OCR if ocr else MEMORY
        confine(memory=memory, readable=readable, start=start_kreuzberg)
    return partial(read, ocr=ocr)


def serve(channel: Channel, read: _Read) -> bool:
    """Answer one request; return whether this process can take another.

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
            out_of_memory = ReadError(Reason.TOO_LARGE, "Reading it takes too much memory.")
            send_error(channel, out_of_memory, last=True)
            return False
        except BaseException as error:  # noqa: BLE001 - a panic in Rust is a BaseException
            send_error(channel, _parser_failure(error), last=True)
            return False
    send_documents(channel, documents)
    return True


def _parser_failure(error: BaseException) -> ReadError:
    """Return a parser's failure by its exception type; its message may quote the document."""
    return ReadError(Reason.DAMAGED, f"Its parser failed ({type(error).__name__}).")


if __name__ == "__main__":
    main()
