"""Draw pages for the GUI on a thread of their own: only the latest request counts."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from alcove.errors import AlcoveError, Cancelled, ReadError
from alcove_desktop.preview.rendering.child import COMMAND
from alcove_desktop.preview.rendering.page_drawer import TIMEOUT, PageDrawer, PageJob, PagePicture

_JOIN_TIMEOUT = 1.5  # seconds that `close` waits for a file that does not respond
_STALE = 300  # milliseconds that a page of another file may still take after a new request


class Renderer(QObject):
    """Draws the page that was requested last; owns a thread and the sandboxed process behind it.

    Owned by the GUI thread, which must call `close` before destroying it. Thread and process start
    with the first request. When idle, the pages beside the last one are drawn ahead.
    """

    rendered = Signal(object)
    """The `PagePicture` of the latest job."""
    failed = Signal(object, object)
    """The latest `PageJob`, and the exception that says why there is no picture."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        timeout: float = TIMEOUT,
        parent: QObject | None = None,
    ) -> None:
        """Create a renderer.

        Args:
            command: starts the renderer's process.
            timeout: seconds that a page may take.
            parent: of this object.
        """
        super().__init__(parent)
        self._drawer = PageDrawer(command, timeout)
        self._changed = threading.Condition()
        self._requested: PageJob | None = None
        self._running: PageJob | None = None
        self._closing = False
        self._thread: threading.Thread | None = None
        self._stale = QTimer(self, interval=_STALE, singleShot=True)
        self._stale.timeout.connect(self._abandon_stale)

    def ask(self, job: PageJob) -> None:
        """Request this page in place of all earlier requests."""
        with self._changed:
            self._requested = job
            self._changed.notify()
            if self._running and self._running.file != job.file:
                self._stale.start()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="preview", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the thread and the process; wait up to 1.5 seconds. Further calls do nothing."""
        if self._closing:
            return  # the timer may be deleted already
        self._stale.stop()
        with self._changed:
            self._closing = True
            self._changed.notify()
            running = self._running
        if running:
            self._drawer.abandon(running)
        if self._thread:
            self._thread.join(_JOIN_TIMEOUT)

    def _abandon_stale(self) -> None:
        with self._changed:
            running, requested = self._running, self._requested
        if running and requested and running.file != requested.file:
            self._drawer.abandon(running)

    def _run(self) -> None:
        while (job := self._next()) is not None:
            try:
                picture = self._drawer.picture(job)
            except Cancelled:
                continue
            except (AlcoveError, FileNotFoundError, ReadError) as error:
                self._tell_failure(job, error)
                continue
            if self._is_latest():
                self.rendered.emit(picture)
            self._draw_ahead(picture)
        self._drawer.close()

    def _next(self) -> PageJob | None:
        """Wait for a request; return None when closing."""
        with self._changed:
            self._running = None
            self._changed.wait_for(lambda: self._closing or self._requested)
            self._running, self._requested = self._requested, None
            return None if self._closing else self._running

    def _is_latest(self) -> bool:
        with self._changed:
            return self._requested is None and not self._closing

    def _tell_failure(self, job: PageJob, error: Exception) -> None:
        if self._is_latest():
            self.failed.emit(job, error)

    def _draw_ahead(self, picture: PagePicture) -> None:
        """Fill the cache with the adjacent pages; ignore failures, as nobody requested them."""
        for job in _adjacent(picture):
            with self._changed:
                if self._requested or self._closing:
                    return
                self._running = job
            with suppress(AlcoveError, FileNotFoundError, ReadError, Cancelled):
                self._drawer.picture(job)


def _adjacent(picture: PagePicture) -> Iterator[PageJob]:
    job = replace(picture.job, marks=())
    for page in (job.page + 1, job.page - 1):
        if 0 <= page < picture.pages:
            yield replace(job, page=page)
