"""Goes through the places where a document contains what somebody looks for."""

import re
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, Signal

from alcove_desktop.background.worker_pool import WorkerPool, WorkerTask
from alcove_desktop.preview.passage_place import Span

MAX_FOUND = 10_000
_STRETCH = 1_000_000  # code points between two chances for other threads: some 6 ms
_LONGEST = 1_000  # code points that a place may have


class Finder(QObject):
    """Owns what is looked for, and what was found; the drawing thread's."""

    moved = Signal()
    """There is another place to go to, or there are none."""

    def __init__(self, workers: WorkerPool, parent: QObject) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self._workers = workers
        self._text = ""
        self._task: WorkerTask | None = None
        self._number = 0
        self.found: list[Span] = []

    def read(self, text: str) -> None:
        """Look in another text from now on; what was found is forgotten."""
        self._text = text
        self.forget()

    def forget(self) -> None:
        """Look for nothing."""
        self._stop()
        self.found, self._number = [], 0

    def find(self, wanted: str, offset: int) -> None:
        """Look for something; `moved` tells when that is done.

        Args:
            wanted: as somebody typed it.
            offset: of the text, from which on the first place is to be gone to.
        """
        self._stop()
        text = self._text

        def take(found: list[Span]) -> None:
            self.found, self._number = found, nearest(found, offset)
            self.moved.emit()

        self._task = self._workers.run(lambda: find_all(text, wanted), take, owner=self)

    def step(self, by: int) -> None:
        """Go on to the next place (1) or back to the previous one (-1), around the ends."""
        if self.found:
            self._number = (self._number + by) % len(self.found)
            self.moved.emit()

    @property
    def place(self) -> Span | None:
        """Where we are; None where nothing was found."""
        return self.found[self._number] if self.found else None

    @property
    def number(self) -> int:
        """Which of the places this is, from 1."""
        return self._number + 1

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None


def find_all(text: str, wanted: str) -> list[Span]:
    """Where a text contains what is wanted, whatever the case and however lines are broken.

    Takes about .1 s for 10 million characters; at most `MAX_FOUND` are found.
    """
    words = wanted.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    return [match.span() for match in islice(_matches(pattern, text), MAX_FOUND)]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches, stretch by stretch: a search holds up all other threads until it ends."""
    at = 0
    for start in range(0, len(text), _STRETCH):
        end = start + _STRETCH
        for match in pattern.finditer(text, max(at, start), end + _LONGEST):
            if match.start() >= end:
                break
            at = match.end()
            yield match


def nearest(found: list[Span], offset: int) -> int:
    """The number of the first of these that begins at or after an offset, else of the first."""
    return next((number for number, (start, _) in enumerate(found) if start >= offset), 0)
