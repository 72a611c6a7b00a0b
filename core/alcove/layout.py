"""Where each thing lies in a library."""

from dataclasses import dataclass
from pathlib import Path

from alcove.errors import LibraryError

NETWORK, WEIGHTS, TOKENIZER = "model.xml", "model.bin", "tokenizer.json"
"""What a model's folder holds, beside `prepared.json` which says how to run it."""


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """The one folder that holds everything Alcove keeps, and where each thing lies in it."""

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
        """What cannot be derived: settings, judgments, history, saved searches."""
        return self.root / "personal.db"

    @property
    def models(self) -> Path:
        """One folder for each converted model, named by its id."""
        return self.root / "models"

    @property
    def lock(self) -> Path:
        """Held by the one indexer."""
        return self.root / "indexer.lock"

    @property
    def canary(self) -> Path:
        """A folder of our own in which a file is touched, to see that events arrive."""
        return self.root / "canary"

    @property
    def damaged(self) -> Path:
        """An index that was found damaged and set aside; the next one takes its place."""
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
