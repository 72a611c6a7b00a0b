"""Draw pages: from the cache, or in the renderer's process, which is restarted when it dies."""

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
FILES_PER_PROCESS = 200  # before the process is replaced: parsers leak


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file whose pages are drawn.

    Attributes:
        path: absolute.
        version: mtime in nanoseconds and size in bytes, to tell apart its versions.
        kind: how its pages are drawn.
    """

    path: bytes
    version: tuple[int, int]
    kind: PageKind


@dataclass(frozen=True, slots=True)
class PageJob:
    """A request for one page.

    Attributes:
        file: the page's file.
        page: from 0.
        width: device pixels.
        marks: texts to locate on it.
    """

    file: PageFile
    page: int
    width: int
    marks: tuple[TextMark, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page.

    Attributes:
        job: the request.
        image: in device pixels, at most as wide as requested.
        pages: number of pages in the file.
        boxes: for each mark of the job, one box a line; empty if it was not located.
    """

    job: PageJob
    image: QImage
    pages: int
    boxes: tuple[tuple[Box, ...], ...]


class PageDrawer:
    """Owns the renderer's process. One long-lived thread calls it; any thread may `abandon`."""

    def __init__(self, command: Sequence[str] = COMMAND, timeout: float = TIMEOUT) -> None:
        """Create a drawer; the process starts with the first page.

        Args:
            command: starts the process.
            timeout: seconds for a page.
        """
        self._command = [*command, str(os.getpid())]
        self._timeout = timeout
        self._child: RendererChild | None = None
        self._open: PageFile | None = None  # the file that the process holds open
        self._lethal: dict[PageFile, ReadError] = {}
        self._cache = PageCache()
        self._current: PageJob | None = None
        self._abandoned: PageJob | None = None

    def picture(self, job: PageJob) -> PagePicture:
        """Draw a page and locate the marks on it.

        A process that dies or hangs may have been worn out, or killed from outside: the page is
        retried once in a new process. If that fails too, the file is never tried again.

        Raises:
            FileNotFoundError: the file is gone.
            ReadError: it cannot be opened or drawn.
            ReaderError: no process can be started.
            Cancelled: the job was abandoned.
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
        """Cancel a page, from any thread: the call of `picture` raises `Cancelled` at once."""
        self._abandoned = job
        if (child := self._child) and self._current is job:
            child.kill()

    def close(self) -> None:
        """End the process; the next page starts a new one."""
        if self._child:
            self._child.end()
        self._child = self._open = None

    def _drawn(self, job: PageJob, request: PageRequest) -> DrawnPage:
        if job.file in self._lethal:
            raise self._lethal[job.file]
        self._current = job
        try:
            return self._draw_with_retry(job, request)
        except LostError as lost:
            self._raise_if_abandoned(job)
            self._lethal[job.file] = lost
            raise
        finally:
            self._current = None

    def _draw_with_retry(self, job: PageJob, request: PageRequest) -> DrawnPage:
        with suppress(LostError):
            return self._draw_once(job, request)
        self._raise_if_abandoned(job)
        return self._draw_once(job, request)

    def _raise_if_abandoned(self, job: PageJob) -> None:
        if self._abandoned is job:
            raise Cancelled

    def _draw_once(self, job: PageJob, request: PageRequest) -> DrawnPage:
        if self._child is None:
            self._child = RendererChild(self._command)
        child = self._child
        self._raise_if_abandoned(job)
        try:
            if self._open == job.file:
                return child.draw(request, self._timeout)
            self._open = None
            with open_regular(job.file.path) as descriptor:
                drawn = child.open(descriptor, job.file.kind, request, self._timeout)
            self._open = job.file
            return drawn
        finally:
            if not child.fit or child.files >= FILES_PER_PROCESS:
                self.close()


def _image(drawn: DrawnPage) -> QImage:
    """Convert the pixels to the screen's format, here and not on the GUI thread."""
    row = drawn.width * BYTES_PER_PIXEL
    raw = QImage(drawn.pixels, drawn.width, drawn.height, row, QImage.Format.Format_RGBX8888)
    return raw.convertToFormat(QImage.Format.Format_RGB32)
