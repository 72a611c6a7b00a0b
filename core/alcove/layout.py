"""Paths of the files and folders in a library folder."""

from dataclasses import dataclass
from pathlib import Path

from alcove.errors import LibraryError

NETWORK, WEIGHTS, TOKENIZER = "model.xml", "model.bin", "tokenizer.json"
"""Files of a model folder, beside `prepared.json`, which says how to run the model."""


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """The folder that holds everything Alcove keeps, and the path of each part of it."""

    root: Path

    @property
    def index(self) -> Path:
        """The database: files, documents, passages, vectors. Derived."""
        return self.root / "index.db"

    @property
    def words(self) -> Path:
        """The words index, derived from the database."""
        return self.root / "words"

    @property
    def personal(self) -> Path:
        """The database of data that cannot be derived: settings, judgments, history, searches."""
        return self.root / "personal.db"

    @property
    def models(self) -> Path:
        """The folder of the converted models: one subfolder for each, named by its id."""
        return self.root / "models"

    @property
    def lock(self) -> Path:
        """The lock file, held by the one running indexer."""
        return self.root / "indexer.lock"

    @property
    def canary(self) -> Path:
        """The folder in which the watcher touches a file, to check that file events arrive."""
        return self.root / "canary"

    @property
    def damaged(self) -> Path:
        """The last index that was found damaged and set aside; the next one replaces it."""
        return self.root / "damaged"

    def make(self) -> None:
        """Make the folder, for the user alone, where there is none.

        Raises:
            LibraryError: it cannot be made.
        """
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"the library folder {self.root} cannot be made: {error.strerror}",
                advice="Choose another with --library.",
            ) from error
