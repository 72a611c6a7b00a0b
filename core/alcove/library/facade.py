"""The façade of the core: all that the window and the command line do with a library."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import Reason
from alcove.index.at_path import StoredDocument, StoredFile, document_at, file_at
from alcove.index.opening import open_reader
from alcove.index.vectors import ModelRow
from alcove.library.models import Models
from alcove.library.report.status import Status, status_of
from alcove.library.rules import OwnRules
from alcove.library.snapshot import open_view
from alcove.paths import normalized
from alcove.personal import (
    HistoryEntry,
    LibraryFolder,
    Receipt,
    SavedSearch,
    Settings,
    WindowSettings,
    change_window,
    history,
    judgments,
    load_window,
    saved_searches,
    settings_store,
)
from alcove.search import Mode, Searcher

if TYPE_CHECKING:
    from alcove.indexer import IndexingTotals
    from alcove.indexer.process import Indexer
    from alcove.indexer.supervision.supervisor import Supervisor, SupervisorListener
    from alcove.library.bring_up_to_date import Tell
    from alcove.library.new_folders.estimate import FolderEstimate
    from alcove.library.new_folders.folder_size import FolderSize
    from alcove.library.new_folders.suggested_folders import Suggestion
    from alcove.library.preferences import Preference
    from alcove.library.report.overview import Overview
    from alcove.library.report.privacy import Report
    from alcove.library.session import SearchSession
    from alcove.library.why_steps import FileStep
    from alcove.personal.judgments import Judgment


class Library:
    """A library: everything that Alcove keeps in one folder. Each call opens and closes its files.

    Attributes:
        folder: where each part of the library lies, for code below this façade.
        models: the embedding models.
        rules: the user's own rules on what is excluded.
    """

    def __init__(self, root: Path) -> None:
        """Name the library; read and create nothing before it is used."""
        self.folder = LibraryFolder(root.absolute())
        self.models = Models(self.folder)
        self.rules = OwnRules(self.folder)

    @property
    def root(self) -> Path:
        """The library's folder, absolute."""
        return self.folder.root

    @property
    def has_index(self) -> bool:
        """Whether anything was indexed yet; asks the disk."""
        return self.folder.index.exists()

    def settings(self) -> Settings:
        """Return the user's settings for this library."""
        return settings_store.load(self.folder.personal)

    def change(self, edit: Callable[[Settings], Settings]) -> Settings:
        """Replace the settings by `edit(settings)`, durably, and return the new ones."""
        self.folder.make()
        return settings_store.change(self.folder.personal, edit)

    @staticmethod
    def preferences() -> "Mapping[str, Preference]":
        """Return the settings that a person can name, by name."""
        from alcove.library.preferences import PREFERENCES

        return PREFERENCES

    def set_preference(self, name: str, value: str) -> Settings:
        """Set one of `preferences` to a value as a person writes it.

        Raises:
            AlcoveError: the setting cannot have that value; the advice says which it can.
        """
        from alcove.library.preferences import set_preference

        return set_preference(self.folder, name, value)

    @staticmethod
    def usual_folders() -> "list[Suggestion]":
        """Return the usual folders of documents that exist on this machine; asks the disk."""
        from alcove.library.new_folders.suggested_folders import usual_folders

        return usual_folders()

    def measure_folder(self, folder: bytes, *, cancel: threading.Event) -> "FolderSize":
        """Count what indexing a folder, an absolute path, would read; walks over the disk.

        Raises:
            LibraryError: the folder cannot be read.
            Cancelled: the token was set.
        """
        from alcove.library.new_folders.folder_size import measure_folder

        return measure_folder(self.folder, self.settings(), folder, cancel=cancel)

    @staticmethod
    def estimate(size: "FolderSize") -> "FolderEstimate":
        """Estimate how long indexing takes, to within a factor of two or so."""
        from alcove.library.new_folders.estimate import estimate

        return estimate(size)

    def add(self, folders: Sequence[bytes]) -> Settings:
        """Add these folders, absolute paths, to those that are searched."""
        wanted = set(map(normalized, folders))
        return self.change(lambda now: replace(now, folders=tuple(sorted({*now.folders, *wanted}))))

    def update(
        self, folders: Sequence[bytes] = (), *, tell: "Tell", cancel: threading.Event
    ) -> "IndexingTotals":
        """Bring the index up to date and wait; the running indexer does it, else this process.

        Args:
            folders: absolute paths to add first.
            tell: called with each new state.
            cancel: stops at the next safe point; if another process indexes, stops waiting.

        Raises:
            Cancelled: the token was set; what was finished is kept.
            LibraryError: the index cannot be opened, or the disk is full.
            ModelError: nothing can be found by meaning; words work nevertheless.
        """
        from alcove.library.bring_up_to_date import bring_up_to_date

        self.folder.make()
        return bring_up_to_date(
            self.folder, want=lambda: self.add(folders), tell=tell, cancel=cancel
        )

    def indexer(self) -> "Indexer":
        """Return an indexer that watches this library; the caller runs it."""
        from alcove.indexer.process import Indexer
        from alcove.library.calibration import measure

        self.folder.make()
        return Indexer(self.folder, measure(self.folder.words))

    def supervisor(
        self, listener: "SupervisorListener", *, command: Sequence[str] | None = None
    ) -> "Supervisor":
        """Return a supervisor, which keeps an indexer running once the caller starts it.

        Args:
            listener: called on the supervisor's thread.
            command: starts an indexer; None for `alcove watch` by this Python.
        """
        from alcove.indexer.supervision.supervisor import Supervisor

        return Supervisor(self.folder, listener, command=command)

    def ask_indexer(self, what: str) -> None:
        """Ask the running indexer to "pause", "resume", "rescan" or "stop".

        Raises:
            LibraryError: none is running.
        """
        from alcove.library.indexer_requests import ask_indexer

        ask_indexer(self.folder, what)

    def retry(self, *, paths: Sequence[bytes] = (), reason: Reason | None = None) -> None:
        """Have the running indexer read files again that gave no text.

        Args:
            paths: only these files; all if empty.
            reason: only files that failed for this reason; None for any.

        Raises:
            LibraryError: no indexer is running, and nothing is read again.
        """
        from alcove.library.indexer_requests import retry

        retry(self.folder, paths, reason)

    def forget(self, folder: bytes) -> int:
        """Remove a folder, delete what came from it alone, and return how many files that were.

        Raises:
            LibraryError: the folder is not in this library.
        """
        from alcove.library.bring_up_to_date import forget_folder

        return forget_folder(self.folder, folder)

    @contextmanager
    def searcher(
        self, mode: Mode = Mode.BEST, preloaded: BackgroundEncoder | None = None
    ) -> Iterator[Searcher]:
        """Load what a search in `mode` needs, and yield the searcher.

        Args:
            mode: which arms will be searched.
            preloaded: the encoder that `alcove.preload` began to load; used if its model serves.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened.
            ModelError: the model is incomplete or altered.
        """

        def encoder(model: ModelRow) -> BackgroundEncoder | None:
            folder = self.folder.models / model.manifest
            if mode is Mode.WORDS:
                return None
            return (
                preloaded if preloaded and preloaded.folder == folder else BackgroundEncoder(folder)
            )

        view = open_view(self.folder, encoder)
        try:
            yield view.searcher
        finally:
            view.close()

    def search_session(self, preloaded: BackgroundEncoder | None = None) -> "SearchSession":
        """Return a session for many queries over an index that grows; load nothing yet.

        Args:
            preloaded: the encoder that `alcove.preload` began to load; used if its model serves.
        """
        from alcove.library.session import SearchSession

        return SearchSession(self.folder, preloaded)

    def overview(self) -> "Overview":
        """Count files, documents and passages; zeros before anything was indexed.

        Raises:
            LibraryError: the index cannot be opened.
        """
        from alcove.library.report.overview import overview_of

        return overview_of(self.folder)

    def count_formats(self) -> dict[str, int]:
        """Count documents by format; none before anything was indexed.

        Raises:
            LibraryError: the index cannot be opened.
        """
        from alcove.library.report.overview import formats_of

        return formats_of(self.folder)

    def status(self) -> Status:
        """Return counts, freshness, coverage, and the files that failed."""
        return status_of(self.folder, self.settings())

    def report(self) -> "Report":
        """Return the privacy report: what is kept, where, who can read it, and what runs."""
        from alcove.library.report.privacy import report

        return report(self.folder)

    def why(self, path: bytes) -> "list[FileStep]":
        """Explain step by step why the file at an absolute path is found, or is not."""
        from alcove.library.why import explain  # not on the way to an answer

        return explain(self.folder, self.settings(), path)

    def document(self, path: bytes, *, part: int | None = None) -> StoredDocument | None:
        """Return the text of one file as it was read; None if the index has none.

        Args:
            path: absolute.
            part: which message of a mailbox, from 0; the first for None.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened.
        """
        with closing(open_reader(self.folder.index)) as connection:
            return document_at(connection, path, part)

    def file(self, path: bytes) -> StoredFile | None:
        """Return what the index knows of one absolute path; None if it knows nothing.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened.
        """
        with closing(open_reader(self.folder.index)) as connection:
            return file_at(connection, path)

    def mark(self, query: str, path: bytes, *, right: bool, part: int | None = None) -> "Judgment":
        """Store the judgment that the file at `path` is, or is not, what `query` was after.

        Args:
            query: as it was typed.
            path: absolute.
            right: whether it is.
            part: which message of a mailbox, from 0; None for the whole file.

        Raises:
            AlcoveError: the query is empty, or not valid Unicode.
            LibraryError: the file is not in this library.
        """
        from alcove.library.judgments import mark  # not on the way to an answer

        return mark(self.folder, query, path, right=right, part=part)

    def note_opened(self, query: str, path: bytes, *, part: int | None = None) -> bool:
        """Note that `path` was opened from the answer to `query`, if the user wants that noted.

        Write durably (tens of milliseconds). Return whether it was noted.

        Raises:
            AlcoveError: the query is not valid Unicode.
            LibraryError: the file is not in this library.
        """
        from alcove.library.judgments import note_opened

        return note_opened(self.folder, query, path, part=part)

    def judgments(self) -> "list[Judgment]":
        """Return what was opened and marked, by query, and within one by time."""
        return judgments.stored(self.folder.personal)

    def forget_judgments(self, query: str | None = None) -> Receipt:
        """Delete what was opened and marked, for one query or for all; return the proof."""
        return judgments.forget(self.folder.personal, query)

    def window_settings(self) -> WindowSettings:
        """Return the settings of the window: how it looks and behaves."""
        return load_window(self.folder.personal)

    def change_window_settings(
        self, edit: Callable[[WindowSettings], WindowSettings]
    ) -> WindowSettings:
        """Replace the window's settings by `edit(settings)`, durably, and return the new ones."""
        self.folder.make()
        return change_window(self.folder.personal, edit)

    def note_asked(self, query: str, mode: str) -> bool:
        """Add `query` to the history, if the user wants one; return whether it was added.

        Write durably (tens of milliseconds).
        """
        from alcove.library.questions import note_asked

        return note_asked(self.folder, query, mode)

    def history(self, limit: int = 100) -> list[HistoryEntry]:
        """Return at most `limit` queries of the history, the latest first."""
        return history.stored(self.folder.personal, limit)

    def forget_history(self, query: str | None = None) -> Receipt:
        """Delete one query from the history, or all; return the proof."""
        return history.forget(self.folder.personal, query)

    def saved_searches(self) -> list[SavedSearch]:
        """Return the saved searches, by name."""
        return saved_searches.stored(self.folder.personal)

    def save_search(self, name: str, query: str, mode: str) -> SavedSearch:
        """Save a query under a name; replace a saved search of that name.

        Raises:
            AlcoveError: the name or the query is empty, or not valid Unicode.
        """
        from alcove.library.questions import save_search

        return save_search(self.folder, name, query, mode)

    def remove_saved_search(self, name: str) -> Receipt:
        """Delete the saved search of this name, if there is one; return the proof."""
        return saved_searches.remove(self.folder.personal, name)
