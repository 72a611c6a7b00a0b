"""Count what a library holds: files, documents, passages, failures, documents by format."""

from contextlib import closing
from dataclasses import dataclass

from alcove.index import vectors
from alcove.index.counts import IndexCounts, count, count_failures, count_formats
from alcove.index.opening import open_reader
from alcove.personal import LibraryFolder


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts of a library.

    Attributes:
        counts: of files, documents, passages.
        failed: number of files without text, for any reason.
    """

    counts: IndexCounts
    failed: int


def overview_of(library: LibraryFolder) -> Overview:
    """Count; return zeros before anything was indexed.

    Raises:
        LibraryError: the index cannot be opened.
    """
    if not library.index.exists():
        return Overview(IndexCounts(0, 0, 0, 0, 0), 0)
    with closing(open_reader(library.index)) as connection:
        counts = count(connection, vectors.active_model(connection))
        return Overview(counts, count_failures(connection))


def formats_of(library: LibraryFolder) -> dict[str, int]:
    """Count documents by format; return an empty dict before anything was indexed.

    Raises:
        LibraryError: the index cannot be opened.
    """
    if not library.index.exists():
        return {}
    with closing(open_reader(library.index)) as connection:
        return count_formats(connection)
