"""The renderer's process: enter the sandbox, then answer one request after the other.

Only our own code is loaded before the sandbox is in force; no untrusted byte is read by then.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import BinaryIO, Protocol

from alcove.documents.process.answers import send_error
from alcove.errors import ReadError, Reason
from alcove.guard import arm
from alcove.sandbox.channel import Channel
from alcove.sandbox.child_main import die_after, inherited_channel, send_ready
from alcove.sandbox.code_folders import library_folders
from alcove.sandbox.confinement import MEMORY, confine
from alcove.system.lifetime import end_with_parent
from alcove_desktop.preview.rendering.page_requests import (
    Box,
    DrawnPage,
    PageKind,
    PageRequest,
    TextMark,
)
from alcove_desktop.preview.rendering.wire_format import receive_request, send_drawn


class PageSource(Protocol):
    """An open file that can be drawn page by page."""

    count: int

    def draw(self, number: int, width: int) -> tuple[int, int, bytes]:
        """Return the width, height and pixels of a page."""

    def boxes(self, number: int, marks: Sequence[TextMark]) -> tuple[tuple[Box, ...], ...]:
        """Return for each mark the boxes of its lines on a page."""


Openers = Mapping[PageKind, Callable[[BinaryIO], PageSource]]


def main() -> None:
    """Serve until the parent hangs up; the argument is the parent's process id."""
    end_with_parent(int(sys.argv[1]))
    arm()
    channel = inherited_channel()
    server = RenderServer(channel, _confined_openers())
    send_ready(channel)
    with suppress(EOFError, OSError):  # the parent has hung up
        while server.serve():
            pass


def _confined_openers() -> Openers:
    """Load the renderers, enter the sandbox, and return the renderers."""
    from alcove_desktop.preview.rendering import pdf_pages, pictures  # only once the guard is armed

    confine(memory=MEMORY, readable=library_folders(), start=pictures.load_formats, niceness=0)
    return {PageKind.PDF: pdf_pages.PdfPages, PageKind.IMAGE: pictures.PicturePages}


class RenderServer:
    """Answers one request after the other; holds the current file open."""

    def __init__(self, channel: Channel, openers: Openers) -> None:
        """Start with no file.

        Args:
            channel: to the parent.
            openers: open files, by kind.
        """
        self._channel = channel
        self._openers = openers
        self._pages: PageSource | None = None

    def serve(self) -> bool:
        """Answer one request; return whether this process is fit for another.

        Raises:
            EOFError: the parent has hung up.
        """
        request, patience, kind = receive_request(self._channel)
        die_after(patience)
        file = self._channel.receive_file() if kind else None
        try:
            if kind and file:
                self._pages = None
                self._pages = self._openers[kind](file)
            drawn = self._draw(request)
        except ReadError as error:
            send_error(self._channel, error)
            return True
        except MemoryError:
            send_error(self._channel, ReadError(Reason.TOO_LARGE))
            return False
        except BaseException as error:  # noqa: BLE001 - its message may quote the document
            send_error(self._channel, ReadError(Reason.DAMAGED, type(error).__name__))
            return False
        send_drawn(self._channel, drawn)
        return True

    def _draw(self, request: PageRequest) -> DrawnPage:
        if self._pages is None:
            raise ReadError(Reason.DAMAGED)  # opening it failed in an earlier request
        boxes = self._pages.boxes(request.page, request.marks)
        size = (0, 0, b"")
        if request.width:
            size = self._pages.draw(request.page, request.width)
        return DrawnPage(self._pages.count, *size, boxes)


if __name__ == "__main__":
    main()
