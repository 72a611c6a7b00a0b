"""The lower part of the preview: a page, a text, a picture with its text, or a message."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove_desktop.forms import label
from alcove_desktop.look import Appearance
from alcove_desktop.preview import messages
from alcove_desktop.preview.pages.panel import PagesPanel, ScrollTarget
from alcove_desktop.preview.passage_place import Span
from alcove_desktop.preview.preview_data import PreviewData
from alcove_desktop.preview.rendering.page_requests import PageKind
from alcove_desktop.preview.rendering.renderer import Renderer
from alcove_desktop.preview.text.panel import TextPanel
from alcove_desktop.texts.core_messages import in_words

_SLOW = 700  # milliseconds of drawing after which the text is shown until the page is ready


class PreviewBody(QWidget):
    """Shows a file as pages if they can be drawn, else as text. Owned by the GUI thread."""

    shown = Signal()
    """The requested page or text is visible, or the reason why there is neither."""

    def __init__(self, look: Appearance, renderer: Renderer) -> None:
        """Create an empty body."""
        super().__init__()
        self._loaded: PreviewData | None = None
        self._offset = 0
        self._spans: Sequence[Span] = ()
        self._chosen: Span | None = None
        self._draws = False  # whether to try drawing pages
        self.note = label("")
        self.note.setObjectName("previewNote")
        self.message = label("")
        self.message.setObjectName("previewMessage")
        for each in (self.note, self.message):
            each.setIndent(0)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.pages = PagesPanel(look, renderer)
        self.text = TextPanel(look)
        self._slow = QTimer(self, interval=_SLOW, singleShot=True)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 3)
        layout.addWidget(self.text, 2)
        layout.addWidget(self.message, 1)
        self._slow.timeout.connect(lambda: self._show_text_instead(messages.still_drawing()))
        self.pages.drawn.connect(self._show_pages)
        self.pages.impossible.connect(self._give_up)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._loaded, self._draws = None, False
        self._slow.stop()
        self.pages.close_file()
        self.text.close_text()
        self._show_only()
        self._say("")

    def open(self, loaded: PreviewData) -> None:
        """Switch to another file; `go_to` shows it."""
        self.clear()
        self._loaded = loaded
        if loaded.document:
            self.text.open(loaded.document.text, loaded.document.format)
        if loaded.pages:
            self.pages.open(loaded.pages, loaded.document)
            self._draws = True
        self._say(messages.since_read(loaded.on_disk))

    def go_to(
        self,
        offset: int,
        spans: Sequence[Span] = (),
        chosen: Span | None = None,
        *,
        page: int | None = None,
        scroll: bool = True,
    ) -> None:
        """Show the place at an offset of the text.

        Args:
            offset: in code points.
            spans: the spans to highlight, ascending.
            chosen: the span to highlight more strongly.
            page: the page of that place, from 1; None derives it from the offset.
            scroll: whether to scroll there; else only the highlights change.
        """
        if self._loaded is None:
            return
        self._offset, self._spans, self._chosen = offset, spans, chosen
        document = self._loaded.document
        if self._draws:
            self._make_room()
            page = page or (document.page_at(offset) if document else None) or 1
            if scroll or self.pages.page is None:
                self.pages.go_to(page, spans, chosen)
            else:
                self.pages.go_to(self.pages.page, spans, chosen, scroll=ScrollTarget.STAY)
            if not self.pages.view.has_page():
                self._slow.start()
        if self.text.isVisibleTo(self) or not self._draws:
            self._show_text(scroll=scroll)

    def _make_room(self) -> None:
        """Resize the hidden pages, so that they know how wide they will be."""
        if not self.shows_pages:
            self.pages.resize(self.size())
            self.pages.view.resize(self.size())

    def take_focus(self) -> None:
        """Give the visible view the focus, so that keys scroll it."""
        (self.pages.view if self.shows_pages else self.text.view).setFocus()

    def say_wrong(self, error: Exception) -> None:
        """Show why the file could not be loaded."""
        self.clear()
        self._show_message(in_words(error))

    @property
    def shows_pages(self) -> bool:
        """Whether a page or picture is visible."""
        return self.pages.isVisibleTo(self)

    def _show_pages(self) -> None:
        self._slow.stop()
        assert self._loaded is not None
        assert self._loaded.pages is not None
        self._say(messages.since_read(self._loaded.on_disk))
        if self._loaded.pages.kind is PageKind.IMAGE and self._loaded.document:
            if not self.text.isVisibleTo(self):
                self.text.go_to(self._offset, self._spans, self._chosen)
            self._show_only(self.pages, self.text)
        else:
            self._show_only(self.pages)
        self.shown.emit()

    def _give_up(self, error: Exception) -> None:
        """Fall back to the text: the pages of this file cannot be drawn."""
        self._slow.stop()
        self._draws = False
        since_read = messages.since_read(self._loaded.on_disk) if self._loaded else ""
        self._show_text_instead(since_read or messages.without_page(error))

    def _show_text_instead(self, why: str) -> None:
        if self._loaded and self._loaded.document:
            self._say(why)
            self._show_text(scroll=True)
        elif not self._draws:
            self._show_message(why)

    def _show_text(self, *, scroll: bool) -> None:
        if self._loaded is None or self._loaded.document is None:
            self._show_message(messages.without_text(self._loaded) if self._loaded else "")
            return
        self._show_only(self.text)
        self.text.go_to(self._offset, self._spans, self._chosen, scroll=scroll)
        self.shown.emit()

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self._show_only(self.message)
        self.shown.emit()

    def _show_only(self, *parts: QWidget) -> None:
        for each in (self.pages, self.text, self.message):
            each.setVisible(each in parts)
        self._layout.activate()  # so that the shown part can scroll to its place at once

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
