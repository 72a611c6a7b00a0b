"""How the library stands: counts, coverage, failures with their reasons, sizes, the guard."""

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
    """Everything that `alcove status` tells.

    Attributes:
        library: the library's folder.
        folders: the wanted ones.
        counts: what the index holds.
        failures: every file without text, by path.
        sizes: bytes on disk of each part of the library.
        model: name of the model that serves searches; None before there is one.
        sandbox: what stands around the processes that read documents, in plain words.
        ocr: languages that text in pictures is read in; empty: it is not read.
        guard: what stands between this process and a network.
        indexer: how the running indexer stands; None where none is running.
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
        """How many files failed for each reason, the most frequent first."""
        return dict(Counter(failure.reason for failure in self.failures).most_common())


def status_of(library: LibraryFolder, settings: Settings) -> Status:
    """Ask the index, the disk and the guard."""
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
    """How the running indexer stands; None where none is running, or it is of another version."""
    from alcove.indexer import IndexerClient  # not on the way to an answer

    try:
        with IndexerClient(library.root) as client:
            return client.state
    except (EOFError, OSError):
        return None


def _sizes(library: LibraryFolder) -> dict[str, int]:
    sizes = {part.kind: part.bytes for part in parts_of(library)}
    return {str(kind): sizes.get(kind, 0) for kind in _SIZED}


_SIZED = (PartKind.WORDS, PartKind.MODELS, PartKind.INDEX, PartKind.PERSONAL)
