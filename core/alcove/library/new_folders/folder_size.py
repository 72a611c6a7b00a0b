"""Count the files, documents and bytes of a folder before it is added, without reading it."""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from alcove.documents import (
    HEAD_SIZE,
    Format,
    format_of,
    format_of_name,
    is_told_by_name,
    size_limit,
)
from alcove.errors import Cancelled, LibraryError, ReadError
from alcove.files import Scan, scan
from alcove.library.ignoring.own_rules import rules_of
from alcove.paths import is_within, name_of
from alcove.personal import LibraryFolder, Settings
from alcove.records import ScannedFile
from alcove.sandbox.open_file import open_regular

_TELL_EVERY = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class FolderSize:
    """The size of a folder that may be added.

    Attributes:
        files: number of files that no rule leaves out.
        documents: number of these files that would be read.
        bytes: total size of the documents.
        excluded: rule → number of files and folders that it leaves out.
        by_type: format → number of documents.
        bytes_by_type: format → bytes of its documents.
    """

    files: int = 0
    documents: int = 0
    bytes: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict)
    by_type: Mapping[str, int] = field(default_factory=dict)
    bytes_by_type: Mapping[str, int] = field(default_factory=dict)


def measure_folder(
    library: LibraryFolder,
    settings: Settings,
    folder: bytes,
    *,
    cancel: threading.Event,
    tell: Callable[[FolderSize], object] = lambda _: None,
) -> FolderSize:
    """Walk over a folder and count what indexing it would read.

    Opens a file only if its name does not determine its format, and reads its first bytes.

    Args:
        library: the library; not counted if it lies in the folder.
        settings: the rules; folders within this one that are wanted already are left out.
        folder: absolute path.
        cancel: stops it.
        tell: called with the counts so far, throttled to once in 0.1 s.

    Raises:
        LibraryError: the folder cannot be read.
        Cancelled: the token was set.
    """
    counting = _ScanCounter(settings, cancel, tell)
    skip = {other for other in settings.folders if other != folder and is_within(other, folder)}
    try:
        counting.take(scan(folder, rules_of(library, settings, folder), skip=skip, tell=counting))
    except OSError as error:
        raise LibraryError(
            f"that folder cannot be read: {error.strerror}",
            advice="Check that it exists and that you may open it.",
        ) from error
    return counting.size


class _ScanCounter:
    """A count of a scan's files as the scan goes on. For one thread only."""

    def __init__(
        self,
        settings: Settings,
        cancel: threading.Event,
        tell: Callable[[FolderSize], object],
    ) -> None:
        self._settings = settings
        self._cancel = cancel
        self._tell = tell
        self._told = time.monotonic()
        self._files = 0
        self._excluded: Mapping[str, int] = {}
        self._documents: Counter[str] = Counter()
        self._bytes: Counter[str] = Counter()

    @property
    def size(self) -> FolderSize:
        return FolderSize(
            files=self._files,
            documents=self._documents.total(),
            bytes=self._bytes.total(),
            excluded=dict(self._excluded),
            by_type=dict(self._documents),
            bytes_by_type=dict(self._bytes),
        )

    def __call__(self, found: Scan) -> None:
        """Count the scan so far; call `tell` unless it was called less than 0.1 s ago."""
        self.take(found)
        if time.monotonic() - self._told > _TELL_EVERY:
            self._told = time.monotonic()
            self._tell(self.size)

    def take(self, found: Scan) -> None:
        if self._cancel.is_set():
            raise Cancelled
        self._excluded = found.excluded
        for number in range(self._files, len(found.files)):
            self._count(found.files[number])
        self._files = len(found.files)

    def _count(self, file: ScannedFile) -> None:
        size = file.signature.size
        if file.reason is not None or size == 0:
            return
        format_ = _format(file.path)
        if format_ is None or format_ in self._settings.without_types:
            return
        if size <= self._settings.size_limits.get(format_, size_limit(format_)):
            self._documents[format_] += 1
            self._bytes[format_] += size


def _format(path: bytes) -> Format | None:
    name = name_of(path)
    if is_told_by_name(name):
        return format_of_name(name)
    try:
        with open_regular(path) as descriptor:
            return format_of(name, os.read(descriptor, HEAD_SIZE))
    except (OSError, ReadError):
        return None  # the indexer could not read it either
