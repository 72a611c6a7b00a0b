"""What the preview needs to know of a file, fetched where nobody waits: from index and disk."""

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
# Why a file without text can be looked at all the same; others must not even be opened.
_STILL_SEEN = frozenset({None, Reason.NEEDS_OCR, Reason.NO_TEXT})


class DiskState(StrEnum):
    """How a file compares with what the index knows of it."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PreviewData:
    """What is known of a file.

    Attributes:
        document: its text; None where the index has none.
        file: what the index knows of the path; None where that is nothing.
        on_disk: how the file is there now.
        pages: what its pages can be drawn from; None where there is nothing to be drawn.
    """

    document: StoredDocument | None
    file: StoredFile | None
    on_disk: DiskState
    pages: PageFile | None


def load(library: Library, path: bytes, part: int | None) -> PreviewData:
    """Look a file up.

    Raises:
        LibraryError: the index cannot be opened.
    """
    document, file = library.document(path, part=part), library.file(path)
    try:
        found = os.lstat(path)
    except OSError:
        return PreviewData(document, file, DiskState.GONE, None)
    version = (found.st_mtime_ns, found.st_size)
    same = file is None or version == (file.mtime_ns, file.size)
    pages = _pages(path, version, file)
    return PreviewData(document, file, DiskState.SAME if same else DiskState.CHANGED, pages)


def _pages(path: bytes, version: tuple[int, int], file: StoredFile | None) -> PageFile | None:
    if file is None or file.format is None or file.reason not in _STILL_SEEN:
        return None
    kind = _KINDS.get(Format(file.format))
    return PageFile(path, version, kind) if kind else None
