"""Actions on a hit, for the list, its menu and the preview."""

import os
from collections.abc import Callable
from enum import StrEnum
from urllib.parse import quote_from_bytes

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from alcove.errors import AlcoveError
from alcove.library import Library
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.opening.opener import Opener
from alcove_desktop.results import row_texts
from alcove_desktop.results.rows import ResultRow
from alcove_desktop.texts.paths import shown


class HitAction(StrEnum):
    """An action on a hit."""

    OPEN = "open"
    SHOW_IN_FOLDER = "show_in_folder"
    FIND_SIMILAR = "find_similar"
    WHY = "why"
    COPY_PATH = "copy_path"
    COPY_CITATION = "copy_citation"
    MARK_RIGHT = "mark_right"
    MARK_WRONG = "mark_wrong"


class HitActions(QObject):
    """Runs the actions. Owned by the GUI thread."""

    similar_asked = Signal(bytes)
    """A search for documents similar to the file at this path was requested."""
    why_asked = Signal(object)
    """An explanation why this `ResultRow` is a hit was requested."""
    done = Signal(str)
    """A short message about an action without visible effect."""
    failed = Signal(object)
    """An error to show to the user."""

    def __init__(
        self, library: Library, *, workers: WorkerPool, opener: Opener, parent: QObject
    ) -> None:
        """Create the actions for the files of a library."""
        super().__init__(parent)
        self._library = library
        self._workers = workers
        self._opener = opener
        self._actions: dict[HitAction, Callable[[ResultRow, str], None]] = {
            HitAction.SHOW_IN_FOLDER: lambda row, _: self._opener.reveal(row.hit.path),
            HitAction.FIND_SIMILAR: self._find_similar,
            HitAction.WHY: lambda row, _: self.why_asked.emit(row),
            HitAction.COPY_PATH: self._copy_path,
            HitAction.COPY_CITATION: self._copy_citation,
            HitAction.MARK_RIGHT: lambda row, query: self._mark(row, query, right=True),
            HitAction.MARK_WRONG: lambda row, query: self._mark(row, query, right=False),
        }

    def do(self, act: HitAction, row: ResultRow, query: str, *, page: int | None = None) -> None:
        """Run an action.

        Args:
            act: the action.
            row: the row to act on.
            query: the query that it answers, as typed.
            page: the page to open, from 1; None for the row's own.
        """
        if act is HitAction.OPEN:
            self._open(row, query, page or row.page)
        else:
            self._actions[act](row, query)

    def _open(self, row: ResultRow, query: str, page: int | None) -> None:
        self._opener.open(row.hit.path, page, row.line)
        self._workers.run(
            lambda: self._library.note_opened(query, row.hit.path, part=row.hit.part),
            lambda _: None,
            owner=self,
            failed=self.failed.emit,
        )

    def _find_similar(self, row: ResultRow, _query: str) -> None:
        if _is_text(row.hit.path):
            self.similar_asked.emit(row.hit.path)
        else:
            what = self.tr("This file's name cannot be used in a search.")
            self.failed.emit(AlcoveError(what, advice=self.tr("Rename the file to search for it.")))

    def _copy_path(self, row: ResultRow, _query: str) -> None:
        path = row.hit.path
        text = os.fsdecode(path) if _is_text(path) else _as_url(path)
        QGuiApplication.clipboard().setText(text)
        self.done.emit(self.tr("Path copied"))

    def _copy_citation(self, row: ResultRow, _query: str) -> None:
        QGuiApplication.clipboard().setText(citation(row))
        self.done.emit(self.tr("Citation copied"))

    def _mark(self, row: ResultRow, query: str, *, right: bool) -> None:
        message = (
            self.tr("Saved: this is what you wanted")
            if right
            else self.tr("Saved: not what you wanted")
        )
        self._workers.run(
            lambda: self._library.mark(query, row.hit.path, right=right, part=row.hit.part),
            lambda _: self.done.emit(message),
            owner=self,
            failed=self.failed.emit,
        )


def _is_text(path: bytes) -> bool:
    """Return whether a path is valid Unicode, as Qt requires of text to show and copy."""
    try:
        path.decode()
    except UnicodeDecodeError:
        return False
    return True


def _as_url(path: bytes) -> str:
    return f"file://{quote_from_bytes(path)}"


def citation(row: ResultRow) -> str:
    """Return the passage in quotation marks, and its source below: title, place and path."""
    passage = row.place.passage if row.place else row.hit.passage
    where = ", ".join(part for part in (row_texts.title(row), row_texts.spot(row)) if part)
    source = f"{where}\n{shown(row.hit.path)}"
    if passage is None:
        return source
    quoted = QCoreApplication.translate("Citation", "“{text}”")
    return f"{quoted.format(text=' '.join(passage.text.split()))}\n— {source}"
