"""A library: what the user wants of it, and what it can tell."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alcove.encoder import (
    AvailableModel,
    find_model,
    import_model,
    list_models,
    remove_model,
)
from alcove.encoder.store.background_encoder import BackgroundEncoder
from alcove.errors import LibraryError, ModelError, Reason
from alcove.index import vectors
from alcove.index.at_path import StoredDocument, StoredFile, document_at, file_at
from alcove.index.counts import count_files_of
from alcove.index.opening import open_reader
from alcove.index.vectors import ModelRow
from alcove.library.report.status import Status, status_of
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
    from alcove.library.bring_up_to_date import Tell
    from alcove.library.report.privacy import Report
    from alcove.library.why_steps import FileStep
    from alcove.personal.judgments import Judgment


class Library:
    """Everything that Alcove keeps in one folder; every call opens what it needs and closes it."""

    def __init__(self, root: Path) -> None:
        """Name the library; nothing is read or made before it is used."""
        self.folder = LibraryFolder(root.absolute())

    def settings(self) -> Settings:
        """What the user wants of this library."""
        return settings_store.load(self.folder.personal)

    def change(self, edit: Callable[[Settings], Settings]) -> Settings:
        """Want what `edit` makes of the settings; durable, and returned as they are now."""
        self._make()
        return settings_store.change(self.folder.personal, edit)

    def add(self, folders: Sequence[bytes]) -> Settings:
        """Want these folders, absolute paths, to be searched as well."""
        wanted = set(map(normalized, folders))
        return self.change(lambda now: replace(now, folders=tuple(sorted({*now.folders, *wanted}))))

    def update(
        self, folders: Sequence[bytes] = (), *, tell: "Tell", cancel: threading.Event
    ) -> "IndexingTotals":
        """Bring the index up to date and wait: by the running indexer, else as the indexer.

        Args:
            folders: absolute paths that are to be searched as well.
            tell: called with each new state.
            cancel: stops at the next safe point; where another process indexes, stops waiting.

        Raises:
            Cancelled: the token was set; what was finished is kept.
            LibraryError: the index cannot be opened, or the disk is full.
            ModelError: nothing can be found by meaning; words work nevertheless.
        """
        from alcove.library.bring_up_to_date import bring_up_to_date

        self._make()
        return bring_up_to_date(
            self.folder, want=lambda: self.add(folders), tell=tell, cancel=cancel
        )

    def indexer(self) -> "Indexer":
        """An indexer that watches this library, to be run by the caller."""
        from alcove.indexer.process import Indexer
        from alcove.library.calibration import measure

        self._make()
        return Indexer(self.folder, measure(self.folder.words))

    def ask_indexer(self, what: str) -> None:
        """Ask the running indexer to "pause", "resume", "rescan" or "stop".

        Raises:
            LibraryError: none is running.
        """
        from alcove.library.indexer_requests import ask_indexer

        ask_indexer(self.folder, what)

    def retry(self, *, paths: Sequence[bytes] = (), reason: Reason | None = None) -> None:
        """Have the running indexer read again what gave no text.

        Args:
            paths: of these files alone; none: of all.
            reason: that failed for this reason alone; None: for any.

        Raises:
            LibraryError: no indexer is running, and nothing is read again.
        """
        from alcove.library.indexer_requests import retry

        retry(self.folder, paths, reason)

    def exclude(self, path: bytes) -> Settings:
        """Leave out exactly this file, or this folder with all below it, from now on.

        Raises:
            LibraryError: it lies in no folder of this library, or an ignore file brings it back.
        """
        from alcove.library.ignoring.own_rules import exclude

        return exclude(self.folder, path)

    def forget(self, folder: bytes) -> int:
        """Stop wanting a folder and delete what came from it alone; return how many files.

        Raises:
            LibraryError: the folder is not in this library.
        """
        from alcove.library.bring_up_to_date import forget

        if folder not in self.settings().folders:
            raise LibraryError(
                "that folder is not in this library", advice="alcove status lists those that are."
            )
        held = self._count_files_of(folder)
        wanted = settings_store.change(
            self.folder.personal,
            lambda now: replace(now, folders=tuple(f for f in now.folders if f != folder)),
        )
        forget(self.folder, wanted)
        return held

    def models(self) -> list[AvailableModel]:
        """The models that can be used, the one that comes with Alcove first."""
        return list_models(self.folder.models)

    def import_model(
        self, folder: Path, *, name: str | None = None, cancel: threading.Event | None = None
    ) -> AvailableModel:
        """Take a model folder into the library; afterwards the folder may vanish.

        Raises:
            ModelError: the folder is refused, or the name is; the message names the file.
            Cancelled: `cancel` was set.
        """
        self._make()
        model = import_model(folder, self.folder.models, name=name, cancel=cancel)
        return next(known for known in self.models() if known.id == model.id)

    def use_model(self, name: str) -> AvailableModel:
        """Want this model, by its name or the beginning of its id, to serve.

        The indexer brings everything to it and then switches; until then the old one serves.

        Raises:
            ModelError: there is none of that name, or several.
        """
        model = find_model(self.models(), name)
        self._make()
        wanted = None if model.bundled else model.id
        settings_store.change(self.folder.personal, lambda now: replace(now, model=wanted))
        return model

    def remove_model(self, name: str) -> AvailableModel:
        """Delete a model that is neither wanted nor serving.

        Raises:
            ModelError: there is none of that name, or it is in use.
        """
        model = find_model(self.models(), name)
        if model.id in self._models_in_use():
            raise ModelError(
                f"{model.manifest.name} is in use", advice="Let another one serve first."
            )
        remove_model(self.folder.models, model.id)
        return model

    @contextmanager
    def searcher(
        self, mode: Mode = Mode.BEST, preloaded: BackgroundEncoder | None = None
    ) -> Iterator[Searcher]:
        """Load what searches in `mode` need, and yield the searcher.

        Args:
            mode: which arms will be asked.
            preloaded: what `alcove.preload` began; taken if it is of the model that serves.

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

    def status(self) -> Status:
        """How much there is, how fresh and complete, and what failed."""
        return status_of(self.folder, self.settings())

    def report(self) -> "Report":
        """What is kept, where, who can read it, and what runs: for the privacy page."""
        from alcove.library.report.privacy import report

        return report(self.folder)

    def why(self, path: bytes) -> "list[FileStep]":
        """Walk one absolute path through rules, reading, passages and vectors."""
        from alcove.library.why import explain  # not on the way to an answer

        return explain(self.folder, self.settings(), path)

    def document(self, path: bytes, *, part: int | None = None) -> StoredDocument | None:
        """The text of one file as it was read; None where the index has none.

        Args:
            path: absolute.
            part: which message of a mailbox, from 0; the first for None.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened.
        """
        with closing(open_reader(self.folder.index)) as connection:
            return document_at(connection, path, part)

    def file(self, path: bytes) -> StoredFile | None:
        """What the index knows of one absolute path, and why it has no text; None if nothing.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened.
        """
        with closing(open_reader(self.folder.index)) as connection:
            return file_at(connection, path)

    def mark(self, query: str, path: bytes, *, right: bool, part: int | None = None) -> "Judgment":
        """Keep that the file at `path` is, or is not, what `query` was after.

        Args:
            query: as it was typed.
            path: absolute.
            right: whether this was it.
            part: the number of the message in a mailbox; None for the whole file.

        Raises:
            AlcoveError: the question is empty, or not valid Unicode.
            LibraryError: the file is not in this library.
        """
        from alcove.library.judgments import mark  # not on the way to an answer

        return mark(self.folder, query, path, right=right, part=part)

    def note_opened(self, query: str, path: bytes, *, part: int | None = None) -> bool:
        """Keep that `path` was opened from the answer to `query`, where the user wants it noted.

        Writes durably (tens of milliseconds). Returns whether it was noted.

        Raises:
            AlcoveError: the question is not valid Unicode.
            LibraryError: the file is not in this library.
        """
        from alcove.library.judgments import note_opened

        return note_opened(self.folder, query, path, part=part)

    def judgments(self) -> "list[Judgment]":
        """What was opened and marked, by question and within one by time."""
        return judgments.stored(self.folder.personal)

    def forget_judgments(self, query: str | None = None) -> Receipt:
        """Delete what was opened and marked, for one question or for all, and prove it."""
        return judgments.forget(self.folder.personal, query)

    def window_settings(self) -> WindowSettings:
        """How the window is to look and to behave."""
        return load_window(self.folder.personal)

    def change_window_settings(
        self, edit: Callable[[WindowSettings], WindowSettings]
    ) -> WindowSettings:
        """Replace them by `edit(them)`, durably, and return the new ones."""
        self._make()
        return change_window(self.folder.personal, edit)

    def note_asked(self, query: str, mode: str) -> bool:
        """Keep that `query` was asked, where the user wants that kept; return whether it was.

        Writes durably (tens of milliseconds).
        """
        from alcove.library.questions import note_asked

        return note_asked(self.folder, query, mode)

    def history(self, limit: int = 100) -> list[HistoryEntry]:
        """At most `limit` questions that were asked, the last one first."""
        return history.stored(self.folder.personal, limit)

    def forget_history(self, query: str | None = None) -> Receipt:
        """Delete one question that was asked, or all of them, and prove it."""
        return history.forget(self.folder.personal, query)

    def saved_searches(self) -> list[SavedSearch]:
        """The questions that were given a name, by it."""
        return saved_searches.stored(self.folder.personal)

    def save_search(self, name: str, query: str, mode: str) -> SavedSearch:
        """Keep a question under a name, in place of another of that name.

        Raises:
            AlcoveError: the name or the question is empty, or not valid Unicode.
        """
        from alcove.library.questions import save_search

        return save_search(self.folder, name, query, mode)

    def remove_saved_search(self, name: str) -> Receipt:
        """Delete the search of this name, if there is one, and prove it."""
        return saved_searches.remove(self.folder.personal, name)

    def _models_in_use(self) -> set[str | None]:
        bundled = next((known.id for known in self.models() if known.bundled), None)
        used = {self.settings().model or bundled}
        if self.folder.index.exists():
            with closing(open_reader(self.folder.index)) as connection:
                active = vectors.active_model(connection)
                used.add(active.manifest if active else None)
        return used

    def _count_files_of(self, folder: bytes) -> int:
        """How many files belong to a wanted folder and to no other."""
        if not self.folder.index.exists():
            return 0
        others = [other for other in self.settings().folders if other != folder]
        with closing(open_reader(self.folder.index)) as connection:
            return count_files_of(connection, folder, others)

    def _make(self) -> None:
        try:
            self.folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"the library folder {self.folder.root} cannot be made: {error.strerror}",
                advice="Choose another with --library.",
            ) from error
