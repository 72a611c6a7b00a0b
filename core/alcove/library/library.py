"""A library: what the user wants of it, and what it can tell."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alcove import settings
from alcove.encoder import Encoder, load
from alcove.errors import AlcoveError, LibraryError, ModelError
from alcove.index import vectors
from alcove.index.schema import open_reader, open_writer
from alcove.index.vectors import ModelRow
from alcove.library.status import Status, status_of
from alcove.library.why import Step, explain
from alcove.search import Mode, Searcher
from alcove.search.meaning import MeaningArm
from alcove.search.words import WordsArm
from alcove.settings import LibraryFolder, Settings

if TYPE_CHECKING:
    from alcove.indexer import Report, Tell

_FULL = 50_000_000  # bytes free: a model that did not fit leaves up to its own size


class Library:
    """Everything that Alcove keeps in one folder; every call opens what it needs and closes it."""

    def __init__(self, root: Path) -> None:
        """Name the library; nothing is read or made before it is used."""
        self.folder = LibraryFolder(root.absolute())

    def settings(self) -> Settings:
        """What the user wants of this library."""
        return settings.load(self.folder.personal)

    def add(self, folders: Sequence[bytes]) -> Settings:
        """Want these folders, absolute paths, to be searched as well."""
        self._make()
        return settings.change(
            self.folder.personal,
            lambda now: replace(now, folders=tuple(sorted({*now.folders, *folders}))),
        )

    def update(self, *, tell: "Tell", cancel: threading.Event) -> "Report":
        """Bring the index up to date, as the library's only indexer.

        Raises:
            LibraryError: another process is indexing, the index cannot be opened, or the disk is
                full.
            Cancelled: the token was set; what was finished is kept.
        """
        from alcove.indexer import IndexerLock, update

        self._make()
        try:
            with IndexerLock(self.folder.lock), closing(open_writer(self.folder.index)) as db:
                return update(self.folder, db, self.settings(), tell=tell, cancel=cancel)
        except (OSError, ValueError, sqlite3.Error, ModelError) as error:
            # Each part that writes says it in its own way: SQLite, tantivy, the model's conversion.
            if shutil.disk_usage(self.folder.root).free > _FULL:
                raise
            raise LibraryError(
                "the disk with the library is full",
                advice="Make room and run alcove index again; what was finished is kept.",
            ) from error

    def forget(self, folder: bytes) -> int:
        """Stop wanting a folder and delete what came from it alone; return how many files.

        Raises:
            LibraryError: the folder is not in this library, or another process is indexing.
        """
        from alcove.indexer import IndexerLock, forget_unwanted

        if folder not in self.settings().folders:
            raise LibraryError(
                "that folder is not in this library", advice="alcove status lists those that are."
            )
        with IndexerLock(self.folder.lock), closing(open_writer(self.folder.index)) as db:
            wanted = settings.change(
                self.folder.personal,
                lambda now: replace(now, folders=tuple(f for f in now.folders if f != folder)),
            )
            return forget_unwanted(self.folder, db, wanted)

    @contextmanager
    def searcher(self, mode: Mode = Mode.BEST) -> Iterator[Searcher]:
        """Load what searches in `mode` need, and yield the searcher.

        Raises:
            LibraryError: nothing was indexed yet, or the index cannot be opened.
            ModelError: the model is incomplete or altered.
        """
        connection = open_reader(self.folder.index)
        with closing(connection), ThreadPoolExecutor(1) as pool:
            model = vectors.active_model(connection)
            loading = pool.submit(self._load, model) if model and mode is not Mode.WORDS else None

            def encode_query(text: str) -> NDArray[np.float32]:
                if loading is None:
                    raise AlcoveError("no model was loaded for this search")
                return loading.result().encode_query(text)

            table = vectors.load(connection, model)
            yield Searcher(connection, WordsArm(self.folder.words), MeaningArm(table), encode_query)

    def status(self) -> Status:
        """How much there is, how complete, and what failed."""
        return status_of(self.folder, self.settings())

    def why(self, path: bytes) -> list[Step]:
        """Walk one absolute path through rules, reading, passages and vectors."""
        return explain(self.folder, self.settings(), path)

    def _load(self, model: ModelRow) -> Encoder:
        return load(self.folder.models / model.manifest)

    def _make(self) -> None:
        try:
            self.folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"the library folder {self.folder.root} cannot be made: {error.strerror}",
                advice="Choose another with --library.",
            ) from error
