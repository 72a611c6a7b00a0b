"""The preview pane: show a hit in its document, with its evidence highlighted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.library import Library
from alcove.search import FoundPassage, Hit
from alcove_desktop.background.worker_pool import WorkerPool, WorkerTask
from alcove_desktop.look import Appearance
from alcove_desktop.preview.body import PreviewBody
from alcove_desktop.preview.find.bar import FindBar
from alcove_desktop.preview.find.finder import Finder
from alcove_desktop.preview.header import PreviewHeader, facts_line
from alcove_desktop.preview.passage_place import PassagePlace, marked, start_of
from alcove_desktop.preview.preview_data import PreviewData, load
from alcove_desktop.preview.rendering.child import COMMAND
from alcove_desktop.preview.rendering.renderer import Renderer
from alcove_desktop.texts.paths import name_of

_DEBOUNCE = 60  # milliseconds that a hit stays selected before its document is loaded


class PreviewPane(QWidget):
    """Shows one hit at a time; owns the renderer's thread and process. Owned by the GUI thread.

    `end` stops both; so does deleting the pane or quitting the application.
    """

    asked = Signal(str)
    """The action requested for the hit: "open", "show_in_folder", "find_similar", "why"."""
    shown = Signal()
    """The latest hit is visible, or the reason why it cannot be shown."""

    def __init__(
        self,
        library: Library,
        *,
        workers: WorkerPool,
        look: Appearance,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """Create an empty pane.

        Args:
            library: the library of the hits.
            workers: loads documents.
            look: the program's appearance.
            command: starts the renderer's process.
        """
        super().__init__()
        self._library, self._workers = library, workers
        self._hit: Hit | None = None
        self._place: PassagePlace | None = None
        self._loaded: PreviewData | None = None
        self._task: WorkerTask | None = None
        self._renderer = Renderer(command)
        self._header, self._find_bar = PreviewHeader(), FindBar(look)
        self._body, self._finder = PreviewBody(look, self._renderer), Finder(workers, self)
        self._settled = QTimer(self, interval=_DEBOUNCE, singleShot=True)
        self._lay_out()
        self._connect()
        # The renderer's thread must not outlive the pane.
        self.destroyed.connect(partial(Renderer.close, self._renderer))
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.end)

    def show_hit(self, hit: Hit, *, place: FoundPassage | None = None) -> None:
        """Show a hit in its document; for the same hit, update only what changed.

        Args:
            hit: the hit.
            place: another passage of its document to show instead of the hit's best.
        """
        same = self._hit is not None and _identity(hit) == _identity(self._hit)
        before, self._hit, self._place = self._place, hit, place or hit
        if same and self._loaded is not None:
            if _place_key(self._place) != _place_key(before):  # else keep the scroll position
                self._show_place()
        elif not same:
            self._drop_document()
            self._show_header()
            self._settled.start()

    def clear(self) -> None:
        """Show nothing."""
        self._hit = self._place = None
        self._settled.stop()
        self._drop_document()
        self._body.clear()
        self._show_parts(visible=False)

    def end(self) -> None:
        """Stop the renderer's thread and process and wait for that; nothing is drawn afterwards."""
        self._settled.stop()
        self._renderer.close()

    def find(self) -> None:  # type: ignore[override]  # Qt's `find` looks up windows by id
        """Open the find bar, if there is a document."""
        if self._loaded is not None and self._loaded.document is not None:
            self._find_bar.open_with(self._body.text.view.textCursor().selectedText())

    def page_up(self) -> None:
        """Scroll a screen up, or turn to the previous page."""
        self._go_on(-1)

    def page_down(self) -> None:
        """Scroll a screen down, or turn to the next page."""
        self._go_on(1)

    @property
    def page(self) -> int | None:
        """The visible page, from 1; None for a document without pages."""
        return self._body.pages.page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the find bar, or step to the next match, wherever the focus is in the pane."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.find()
        elif event.key() == Qt.Key.Key_F3 and self._find_bar.isVisible():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._finder.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._find_bar)
        layout.addWidget(self._body, 1)
        self._show_parts(visible=False)

    def _connect(self) -> None:
        self._header.asked.connect(self.asked)
        self._settled.timeout.connect(self._fetch)
        self._body.shown.connect(self.shown)
        self._body.pages.turned.connect(lambda _: self._header.show_page(self.page))
        self._find_bar.text_changed.connect(lambda text: self._finder.find(text, self._offset()))
        self._find_bar.stepped.connect(self._finder.step)
        self._find_bar.closed.connect(self._end_finding)
        self._finder.moved.connect(self._show_found)

    def _drop_document(self) -> None:
        """Drop the previous hit's document, or cancel loading it."""
        if self._task:
            self._task.cancel()
        self._task = self._loaded = None
        self._find_bar.hide()
        self._finder.read("")

    def _fetch(self) -> None:
        if self._hit is not None:
            path, part = self._hit.path, self._hit.part
            self._task = self._workers.run(
                lambda: load(self._library, path, part),
                self._show_loaded,
                owner=self,
                failed=self._body.say_wrong,
            )

    def _show_loaded(self, loaded: PreviewData) -> None:
        self._loaded = loaded
        self._finder.read(loaded.document.text if loaded.document else "")
        self._show_header()
        self._body.open(loaded)
        self._show_place()
        self._header.show_page(self.page)

    def _show_place(self) -> None:
        place = self._place
        if place is None or self._is_finding:
            return
        page = None if marked(place) else place.page
        self._body.go_to(self._offset(), marked(place), page=page)

    @property
    def _is_finding(self) -> bool:
        return self._find_bar.isVisibleTo(self) and bool(self._find_bar.text().strip())

    def _offset(self) -> int:
        return start_of(self._place) if self._place else 0

    def _show_found(self) -> None:
        self._find_bar.show_count(self._finder.number, len(self._finder.found))
        if not self._is_finding:
            self._show_place()
            return
        place = self._finder.place
        offset = place[0] if place else self._offset()
        self._body.go_to(offset, self._finder.found, place, scroll=place is not None)

    def _end_finding(self) -> None:
        """Highlight the evidence again; keep the scroll position."""
        self._finder.forget()
        if self._place is not None:
            self._body.go_to(self._offset(), marked(self._place), scroll=False)
        self._body.take_focus()

    def _show_header(self) -> None:
        hit, loaded = self._hit, self._loaded
        if hit is None:
            return
        document, file = (loaded.document, loaded.file) if loaded else (None, None)
        format_ = hit.format or (file.format if file else None)
        pages = len(document.page_starts) if document else None
        facts = facts_line(format_, pages, file.size if file else None, hit.modified)
        self._header.show_document(
            hit.title or name_of(hit.path), facts, similar=hit.passage is not None
        )
        self._header.show_page(hit.page if format_ == "pdf" else None)
        self._show_parts(visible=True)

    def _show_parts(self, *, visible: bool) -> None:
        self._header.setVisible(visible)
        self._body.setVisible(visible)
        if not visible:
            self._find_bar.hide()

    def _go_on(self, step: int) -> None:
        if self._body.shows_pages:
            self._body.pages.view.go_on(step)
        else:
            self._body.text.view.go_on(step)


def _place_key(place: PassagePlace | None) -> object:
    """Return what is visible of a place, for comparison: start, page and highlights."""
    return (start_of(place), place.page, tuple(marked(place))) if place else None


def _identity(hit: Hit) -> tuple[object, ...]:
    """Return a key that is equal for two hits on the same version of a document."""
    return hit.path, hit.part, hit.document, hit.modified
