"""The pages of one file: request the current page from the renderer, show it, turn pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.index.at_path import StoredDocument
from alcove_desktop.look import Appearance
from alcove_desktop.preview.pages.pager import Pager
from alcove_desktop.preview.pages.view import PageView
from alcove_desktop.preview.passage_place import Span, marks_on, spans_on
from alcove_desktop.preview.rendering.page_drawer import PageFile, PageJob, PagePicture
from alcove_desktop.preview.rendering.page_requests import MAX_WIDTH, PageKind
from alcove_desktop.preview.rendering.renderer import Renderer


class ScrollTarget(StrEnum):
    """The part of a page to scroll to."""

    MARK = "mark"
    TOP = "top"
    BOTTOM = "bottom"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class _PageMarks:
    """The spans to highlight, anywhere in the document."""

    spans: Sequence[Span] = ()
    chosen: Span | None = None


class PagesPanel(QWidget):
    """Shows the pages that a renderer draws. Owned by the GUI thread."""

    drawn = Signal()
    """The requested page was drawn; the panel has something to show."""
    impossible = Signal(object)
    """The exception that says why the requested page cannot be drawn."""
    turned = Signal(int)
    """The number of the page that was requested, from 1."""

    def __init__(self, look: Appearance, renderer: Renderer) -> None:
        """Create a panel without a file."""
        super().__init__()
        self.view = PageView(look)
        self._pager = Pager(look)
        self._renderer = renderer
        self._file: PageFile | None = None
        self._document: StoredDocument | None = None
        self._job: PageJob | None = None
        self._page, self._pages = 1, 1
        self._marked = _PageMarks()
        self._scroll = ScrollTarget.MARK
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._pager)
        self._pager.hide()
        self.view.turned.connect(self.turn)
        self._pager.turned.connect(self.turn)
        self.view.resized.connect(self._fit)
        renderer.rendered.connect(self._show)
        renderer.failed.connect(self._fail)

    def open(self, file: PageFile, document: StoredDocument | None) -> None:
        """Switch to another file; nothing is drawn before `go_to`.

        Args:
            file: the file to draw.
            document: its text, which locates the highlights; None if there is none.
        """
        self.close_file()
        self._file, self._document = file, document
        self._pages = len(document.page_starts) if document else 1

    def close_file(self) -> None:
        """Show nothing, and ignore pages that are still being drawn."""
        self._file = self._document = self._job = None
        self._marked = _PageMarks()
        self._pager.hide()
        self.view.clear()

    @property
    def page(self) -> int | None:
        """The page that is shown or requested, from 1; None for pictures and without a file."""
        return self._page if self._file and self._file.kind is PageKind.PDF else None

    def go_to(
        self,
        page: int,
        spans: Sequence[Span] = (),
        chosen: Span | None = None,
        *,
        scroll: ScrollTarget = ScrollTarget.MARK,
    ) -> None:
        """Show a page.

        Args:
            page: from 1.
            spans: the spans to highlight, anywhere in the document, ascending.
            chosen: the span to highlight more strongly.
            scroll: the part of the page to scroll to.
        """
        self._page, self._scroll, self._marked = page, scroll, _PageMarks(spans, chosen)
        self._pager.show_page(self._page, self._pages)
        self.turned.emit(self._page)
        self._request()

    def turn(self, step: int) -> None:
        """Go to the next page (1) or the previous one (-1), if there is one."""
        if 1 <= self._page + step <= self._pages:
            edge = ScrollTarget.TOP if step > 0 else ScrollTarget.BOTTOM
            self.go_to(self._page + step, self._marked.spans, self._marked.chosen, scroll=edge)

    def _fit(self) -> None:
        """Request the page again if its width changed."""
        if self._job is not None and self._job.width != self._width():
            self._request()

    def _width(self) -> int:
        return min(self.view.wanted_width(), MAX_WIDTH)

    def _request(self) -> None:
        if self._file is None:
            return
        spans = self._spans()
        marks = marks_on(self._document, self._page, spans) if self._document and spans else ()
        self._job = PageJob(self._file, self._page - 1, self._width(), marks)
        self._renderer.ask(self._job)

    def _spans(self) -> list[Span]:
        if self._document is None or self._page > len(self._document.page_starts):
            return []
        return spans_on(self._document, self._page, self._marked.spans)

    def _show(self, picture: PagePicture) -> None:
        if picture.job is not self._job:
            return
        spans, chosen = self._spans(), self._marked.chosen
        number = spans.index(chosen) if chosen in spans else -1
        is_image = picture.job.file.kind is PageKind.IMAGE
        self.view.show_page(picture.image, picture.boxes, chosen=number, fits_whole=is_image)
        self._pages = picture.pages
        self._pager.show_page(self._page, self._pages)
        self.drawn.emit()
        self._scroll_page()
        self._tell_screen_readers()

    def _scroll_page(self) -> None:
        if self._scroll is ScrollTarget.MARK:
            self.view.scroll_to_mark()
        elif self._scroll is not ScrollTarget.STAY:
            self.view.scroll_to_edge(lower=self._scroll is ScrollTarget.BOTTOM)
        self._scroll = ScrollTarget.STAY  # the same page may be drawn again, at another width

    def _tell_screen_readers(self) -> None:
        name = self.tr("Page {page} of {pages}").format(page=self._page, pages=self._pages)
        self.view.setAccessibleName(name)
        document, text = self._document, ""
        if document is not None and self._page <= len(document.page_starts):
            start, end = document.page_span(self._page)
            text = document.text[start:end]
        self.view.setAccessibleDescription(text)

    def _fail(self, job: PageJob, error: Exception) -> None:
        if job is self._job:
            self.impossible.emit(error)
