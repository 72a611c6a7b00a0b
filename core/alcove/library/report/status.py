"""Collect a library's status: counts, coverage, failures with reasons, sizes, the guard."""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alcove import guard
from alcove.documents.readers.ocr import ocr_languages
from alcove.index import vectors
from alcove.index.counts import FolderState, IndexCounts, count, folder_state
from alcove.index.files import failures
from alcove.index.opening import open_reader
from alcove.library.report.disk_usage import PartKind, parts_of
from alcove.personal import LibraryFolder, Settings
from alcove.sandbox.confinement import sandbox_level

if TYPE_CHECKING:
    from alcove.indexer import IndexerState


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that has no text in the index, and why.

    Attributes:
        path: absolute, bytes.
        reason: the kind, one of `Reason`.
        detail: one sentence about this file; may be empty.
    """

    path: bytes
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Status:
    """Everything that `alcove status` prints.

    Attributes:
        library: the library's folder.
        folders: the wanted ones.
        counts: what the index holds.
        failures: every file without text, by path.
        sizes: bytes on disk of each part of the library.
        model: name of the model that serves searches; None before there is one.
        sandbox: how the processes that read documents are confined, in plain words.
        ocr: languages of text recognition in pictures; empty if it is off.
        guard: how this process is kept from a network.
        indexer: state of the running indexer; None if none is running.
    """

    library: Path
    folders: tuple[FolderState, ...]
    counts: IndexCounts
    failures: tuple[Failure, ...]
    sizes: dict[str, int]
    model: str | None
    sandbox: str
    ocr: tuple[str, ...]
    guard: guard.GuardLevel
    indexer: "IndexerState | None"

    def failures_by_reason(self) -> dict[str, int]:
        """Return reason → number of failed files, the most frequent first."""
        return dict(Counter(failure.reason for failure in self.failures).most_common())


def status_of(library: LibraryFolder, settings: Settings) -> Status:
    """Collect the status from the index, the disk and the guard.

    Raises:
        LibraryError: the index cannot be opened.
    """
    counts, name = IndexCounts(0, 0, 0, 0, 0), None
    failed: tuple[Failure, ...] = ()
    folders: tuple[FolderState, ...] = ()
    if library.index.exists():
        with closing(open_reader(library.index)) as connection:
            model = vectors.active_model(connection)
            name = model.name if model else None
            counts = count(connection, model)
            failed = tuple(Failure(*row) for row in failures(connection))
            folders = tuple(folder_state(connection, path) for path in settings.folders)
    return Status(
        library=library.root,
        folders=folders,
        counts=counts,
        failures=failed,
        sizes=_sizes(library),
        model=name,
        sandbox=sandbox_level().description,
        ocr=ocr_languages(),
        guard=guard.level(),
        indexer=running_indexer(library),
    )


def running_indexer(library: LibraryFolder) -> "IndexerState | None":
    """Return the running indexer's state; None if none runs, or it is of another version."""
    from alcove.indexer import IndexerClient  # imported late: a search does not need it

    try:
        with IndexerClient(library.root) as client:
            return client.state
    except (EOFError, OSError):
        return None


def _sizes(library: LibraryFolder) -> dict[str, int]:
    sizes = {part.kind: part.bytes for part in parts_of(library)}
    return {str(kind): sizes.get(kind, 0) for kind in _SIZED}


_SIZED = (PartKind.WORDS, PartKind.MODELS, PartKind.INDEX, PartKind.PERSONAL)
