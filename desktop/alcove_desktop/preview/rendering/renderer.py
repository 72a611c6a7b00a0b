"""Pages on demand for the window: drawn on a thread of their own, the latest wish first."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from alcove.errors import AlcoveError, Cancelled, ReadError
from alcove_desktop.preview.rendering.child import COMMAND
from alcove_desktop.preview.rendering.page_drawer import TIMEOUT, PageDrawer, PageJob, PagePicture

_LAST_WORD = 1.5  # seconds that a file which does not answer may hold up the end
_STALE = 300  # milliseconds that a page of another file may still take when a new one is wanted


class Renderer(QObject):
    """Draws the page that is wanted last; owns a thread and the confined process behind it.

    The drawing thread's; `close` has to be called before it is destroyed. Both start with the
    first wish. When there is nothing to do, the pages beside the last one are drawn ahead.
    """

    rendered = Signal(object)
    """`PagePicture` of the job that was asked for last."""
    failed = Signal(object, object)
    """The `PageJob` that was asked for last, and why there is no picture: an exception."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        timeout: float = TIMEOUT,
        parent: QObject | None = None,
    ) -> None:
        """Prepare a renderer.

        Args:
            command: runs the process that draws.
            timeout: seconds that a page may take.
            parent: of this object.
        """
        super().__init__(parent)
        self._drawing = PageDrawer(command, timeout)
        self._changed = threading.Condition()
        self._wanted: PageJob | None = None
        self._running: PageJob | None = None
        self._closing = False
        self._thread: threading.Thread | None = None
        self._patience = QTimer(self, interval=_STALE, singleShot=True)
        self._patience.timeout.connect(self._give_up_what_is_stale)

    def ask(self, job: PageJob) -> None:
        """Want this page, and none of those that were wanted before."""
        with self._changed:
            self._wanted = job
            self._changed.notify()
            if self._running and self._running.file != job.file:
                self._patience.start()
        if self._thread is None:
            self._thread = threading.Thread(target=self._workers, name="preview", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the thread and the process, and wait for that, not for ever; once is enough."""
        if self._closing:
            return  # the timer may be gone by now
        self._patience.stop()
        with self._changed:
            self._closing = True
            self._changed.notify()
            running = self._running
        if running:
            self._drawing.abandon(running)
        if self._thread:
            self._thread.join(_LAST_WORD)

    def _give_up_what_is_stale(self) -> None:
        with self._changed:
            running, wanted = self._running, self._wanted
        if running and wanted and running.file != wanted.file:
            self._drawing.abandon(running)

    def _workers(self) -> None:
        while (job := self._next()) is not None:
            try:
                picture = self._drawing.picture(job)
            except Cancelled:
                continue
            except (AlcoveError, FileNotFoundError, ReadError) as error:
                self._tell_failure(job, error)
                continue
            if self._is_latest():
                self.rendered.emit(picture)
            self._draw_ahead(picture)
        self._drawing.close()

    def _next(self) -> PageJob | None:
        """Wait for a wish; None when there will be no more."""
        with self._changed:
            self._running = None
            self._changed.wait_for(lambda: self._closing or self._wanted)
            self._running, self._wanted = self._wanted, None
            return None if self._closing else self._running

    def _is_latest(self) -> bool:
        with self._changed:
            return self._wanted is None and not self._closing

    def _tell_failure(self, job: PageJob, error: Exception) -> None:
        if self._is_latest():
            self.failed.emit(job, error)

    def _draw_ahead(self, picture: PagePicture) -> None:
        """Fill the cache with the pages beside; nobody asked, so nobody hears if that fails."""
        for job in _beside(picture):
            with self._changed:
                if self._wanted or self._closing:
                    return
                self._running = job
            with suppress(AlcoveError, FileNotFoundError, ReadError, Cancelled):
                self._drawing.picture(job)


def _beside(picture: PagePicture) -> Iterator[PageJob]:
    job = replace(picture.job, marks=())
    for page in (job.page + 1, job.page - 1):
        if 0 <= page < picture.pages:
            yield replace(job, page=page)
