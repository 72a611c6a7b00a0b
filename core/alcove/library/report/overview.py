"""How much there is: the few numbers below every search, and documents by their format."""

from contextlib import closing
from dataclasses import dataclass

from alcove.index import vectors
from alcove.index.counts import IndexCounts, count, count_failures, count_formats
from alcove.index.opening import open_reader
from alcove.personal import LibraryFolder


@dataclass(frozen=True, slots=True)
class Overview:
    """How much a library holds.

    Attributes:
        counts: of files, documents, passages.
        failed: files that have no text, for whatever reason.
    """

    counts: IndexCounts
    failed: int


def overview_of(library: LibraryFolder) -> Overview:
    """Count; zeros before anything was indexed.

    Raises:
        LibraryError: the index cannot be opened.
    """
    if not library.index.exists():
        return Overview(IndexCounts(0, 0, 0, 0, 0), 0)
    with closing(open_reader(library.index)) as connection:
        counts = count(connection, vectors.active_model(connection))
        return Overview(counts, count_failures(connection))


def formats_of(library: LibraryFolder) -> dict[str, int]:
    """Count documents by format; none before anything was indexed.

    Raises:
        LibraryError: the index cannot be opened.
    """
    if not library.index.exists():
        return {}
    with closing(open_reader(library.index)) as connection:
        return count_formats(connection)
