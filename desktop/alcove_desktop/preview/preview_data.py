"""Load a file's data for the preview from index and disk; runs on a worker thread."""

import os
from dataclasses import dataclass
from enum import StrEnum

from alcove.documents.formats import Format
from alcove.errors import Reason
from alcove.index.at_path import StoredDocument, StoredFile
from alcove.library import Library
from alcove_desktop.preview.rendering.page_drawer import PageFile
from alcove_desktop.preview.rendering.page_requests import PageKind

_KINDS = {Format.PDF: PageKind.PDF, Format.IMAGE: PageKind.IMAGE}
# Reasons for having no text with which pages can still be drawn; other files are never opened.
_STILL_DRAWN = frozenset({None, Reason.NEEDS_OCR, Reason.NO_TEXT})


class DiskState(StrEnum):
    """How a file on disk compares with the index."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PreviewData:
    """A file's data for the preview.

    Attributes:
        document: its text; None if the index has none.
        file: the index's record of the path; None if there is none.
        on_disk: how the file on disk compares with that record.
        pages: the source to draw its pages from; None if it cannot be drawn.
    """

    document: StoredDocument | None
    file: StoredFile | None
    on_disk: DiskState
    pages: PageFile | None


def load(library: Library, path: bytes, part: int | None) -> PreviewData:
    """Load the data of a file.

    Raises:
        LibraryError: the index cannot be opened.
    """
    document, file = library.document(path, part=part), library.file(path)
    try:
        status = os.lstat(path)
    except OSError:
        return PreviewData(document, file, DiskState.GONE, None)
    version = (status.st_mtime_ns, status.st_size)
    same = file is None or version == (file.mtime_ns, file.size)
    pages = _pages(path, version, file)
    return PreviewData(document, file, DiskState.SAME if same else DiskState.CHANGED, pages)


def _pages(path: bytes, version: tuple[int, int], file: StoredFile | None) -> PageFile | None:
    if file is None or file.format is None or file.reason not in _STILL_DRAWN:
        return None
    kind = _KINDS.get(Format(file.format))
    return PageFile(path, version, kind) if kind else None
