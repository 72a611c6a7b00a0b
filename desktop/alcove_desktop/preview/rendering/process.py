"""The child that draws strangers' pages: confined first, then one answer for each question.

All that is loaded before the walls are up is our own; no stranger's byte has been seen by then.
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
from alcove_desktop.preview.rendering.wire_format import receive_question, send_drawn


class PageSource(Protocol):
    """An open file that can be drawn page by page."""

    count: int

    def draw(self, number: int, width: int) -> tuple[int, int, bytes]:
        """Width, height and pixels of a page."""

    def boxes(self, number: int, marks: Sequence[TextMark]) -> tuple[tuple[Box, ...], ...]:
        """For each mark, where its lines stand on a page."""


Openers = Mapping[PageKind, Callable[[BinaryIO], PageSource]]


def main() -> None:
    """Serve until the parent hangs up; argument: the parent."""
    end_with_parent(int(sys.argv[1]))
    arm()
    channel = inherited_channel()
    desk = RenderServer(channel, _confined_openers())
    send_ready(channel)
    with suppress(EOFError, OSError):  # the parent has hung up
        while desk.serve():
            pass


def _confined_openers() -> Openers:
    """Load what draws, put up the walls, and return what is left to do with it."""
    from alcove_desktop.preview.rendering import pdf_pages, pictures  # not before the guard

    confine(memory=MEMORY, readable=library_folders(), start=pictures.load_formats, niceness=0)
    return {PageKind.PDF: pdf_pages.PdfPages, PageKind.IMAGE: pictures.PicturePages}


class RenderServer:
    """Answers one question after the other; holds the file that they are about."""

    def __init__(self, channel: Channel, openers: Openers) -> None:
        """Begin with no file.

        Args:
            channel: to the parent.
            openers: what opens files of each kind.
        """
        self._channel = channel
        self._openers = openers
        self._pages: PageSource | None = None

    def serve(self) -> bool:
        """Answer one question; return whether this process is still fit for another.

        Raises:
            EOFError: the parent has hung up.
        """
        question, patience, kind = receive_question(self._channel)
        die_after(patience)
        file = self._channel.receive_file() if kind else None
        try:
            if kind and file:
                self._pages = None
                self._pages = self._openers[kind](file)
            drawn = self._draw(question)
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

    def _draw(self, question: PageRequest) -> DrawnPage:
        if self._pages is None:
            raise ReadError(Reason.DAMAGED)  # as was said when it was opened
        boxes = self._pages.boxes(question.page, question.marks)
        size = (0, 0, b"")
        if question.width:
            size = self._pages.draw(question.page, question.width)
        return DrawnPage(self._pages.count, *size, boxes)


if __name__ == "__main__":
    main()
