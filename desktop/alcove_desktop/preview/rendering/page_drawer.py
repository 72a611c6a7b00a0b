"""Pages as pictures: by the process that draws, through its deaths; from the cache where it can."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtGui import QImage

from alcove.errors import Cancelled, ReadError
from alcove.sandbox.child import LostError
from alcove.sandbox.open_file import open_regular
from alcove_desktop.preview.rendering.child import COMMAND, RendererChild
from alcove_desktop.preview.rendering.page_cache import CachedPage, PageCache
from alcove_desktop.preview.rendering.page_requests import (
    BYTES_PER_PIXEL,
    Box,
    DrawnPage,
    PageKind,
    PageRequest,
    TextMark,
)

TIMEOUT = 10.0  # seconds for a page
FILES_PER_PROCESS = 200  # then a fresh one: parsers leak


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file whose pages are looked at.

    Attributes:
        path: absolute.
        version: tells apart what it held at different times.
        kind: how its pages are made.
    """

    path: bytes
    version: tuple[int, int]
    kind: PageKind


@dataclass(frozen=True, slots=True)
class PageJob:
    """One page that somebody wants to see.

    Attributes:
        file: that has it.
        page: from 0.
        width: device pixels.
        marks: to be found on it.
    """

    file: PageFile
    page: int
    width: int
    marks: tuple[TextMark, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page to look at.

    Attributes:
        job: what was wanted.
        image: in device pixels, at most as wide as was wanted.
        pages: how many the file has.
        boxes: for each mark of the job, one for each of its lines; empty where it is not there.
    """

    job: PageJob
    image: QImage
    pages: int
    boxes: tuple[tuple[Box, ...], ...]


class PageDrawer:
    """Owns the process that draws. One thread, which has to last, calls it; any may `abandon`."""

    def __init__(self, command: Sequence[str] = COMMAND, timeout: float = TIMEOUT) -> None:
        """Prepare; the process starts with the first page.

        Args:
            command: runs the process.
            timeout: seconds for a page.
        """
        self._command = [*command, str(os.getpid())]
        self._timeout = timeout
        self._child: RendererChild | None = None
        self._open: PageFile | None = None  # the one that the process holds
        self._lethal: dict[PageFile, ReadError] = {}
        self._cache = PageCache()
        self._now: PageJob | None = None
        self._abandoned: PageJob | None = None

    def picture(self, job: PageJob) -> PagePicture:
        """Draw a page and find the marks on it.

        A process that dies or hangs may have been worn out, or killed from outside: the page gets
        one more try in a fresh one, and the file none after that.

        Raises:
            FileNotFoundError: the file is gone.
            ReadError: it cannot be opened or drawn.
            ReaderError: no process can be started.
            Cancelled: somebody abandoned the job.
        """
        key = (job.file, job.page, job.width)
        cached = self._cache.get(key)
        boxes: tuple[tuple[Box, ...], ...] = ()
        if cached is None or job.marks:
            drawn = self._drawn(job, PageRequest(job.page, 0 if cached else job.width, job.marks))
            boxes = drawn.boxes
            if cached is None:
                cached = CachedPage(_image(drawn), drawn.pages)
                self._cache.keep(key, cached)
        return PagePicture(job, cached.image, cached.pages, boxes)

    def abandon(self, job: PageJob) -> None:
        """Give a page up, from any thread: who waits for it gets `Cancelled` at once."""
        self._abandoned = job
        if (child := self._child) and self._now is job:
            child.kill()

    def close(self) -> None:
        """End the process; another page would start a new one."""
        if self._child:
            self._child.end()
        self._child = self._open = None

    def _drawn(self, job: PageJob, question: PageRequest) -> DrawnPage:
        if job.file in self._lethal:
            raise self._lethal[job.file]
        self._now = job
        try:
            return self._asked_twice(job, question)
        except LostError as lost:
            self._unless_abandoned(job)
            self._lethal[job.file] = lost
            raise
        finally:
            self._now = None

    def _asked_twice(self, job: PageJob, question: PageRequest) -> DrawnPage:
        with suppress(LostError):
            return self._asked(job, question)
        self._unless_abandoned(job)
        return self._asked(job, question)

    def _unless_abandoned(self, job: PageJob) -> None:
        if self._abandoned is job:
            raise Cancelled

    def _asked(self, job: PageJob, question: PageRequest) -> DrawnPage:
        if self._child is None:
            self._child = RendererChild(self._command)
        child = self._child
        self._unless_abandoned(job)
        try:
            if self._open == job.file:
                return child.draw(question, self._timeout)
            self._open = None
            with open_regular(job.file.path) as descriptor:
                drawn = child.open(descriptor, job.file.kind, question, self._timeout)
            self._open = job.file
            return drawn
        finally:
            if not child.fit or child.files >= FILES_PER_PROCESS:
                self.close()


def _image(drawn: DrawnPage) -> QImage:
    """Make it what the screen takes, here and not where windows are drawn."""
    row = drawn.width * BYTES_PER_PIXEL
    raw = QImage(drawn.pixels, drawn.width, drawn.height, row, QImage.Format.Format_RGBX8888)
    return raw.convertToFormat(QImage.Format.Format_RGB32)
