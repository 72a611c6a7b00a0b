"""Find all matches of a typed text in a document, and step through them."""

import re
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, Signal

from alcove_desktop.background.worker_pool import WorkerPool, WorkerTask
from alcove_desktop.preview.passage_place import Span

MAX_FOUND = 10_000
_STRETCH = 1_000_000  # code points between two chances for other threads, some 6 ms
_MAX_MATCH = 1_000  # code points of a match


class Finder(QObject):
    """Holds the text, the matches and the current one. Owned by the GUI thread."""

    moved = Signal()
    """Another match is the current one, or there are no matches."""

    def __init__(self, workers: WorkerPool, parent: QObject) -> None:
        """Start without a text."""
        super().__init__(parent)
        self._workers = workers
        self._text = ""
        self._task: WorkerTask | None = None
        self._number = 0
        self.found: list[Span] = []

    def read(self, text: str) -> None:
        """Switch to another text and drop the matches."""
        self._text = text
        self.forget()

    def forget(self) -> None:
        """Stop finding and drop the matches."""
        self._stop()
        self.found, self._number = [], 0

    def find(self, query: str, offset: int) -> None:
        """Find a text in the background; `moved` signals the result.

        Args:
            query: as typed.
            offset: of the text, in code points; the first match from there on becomes current.
        """
        self._stop()
        text = self._text

        def take(matches: list[Span]) -> None:
            self.found, self._number = matches, nearest(matches, offset)
            self.moved.emit()

        self._task = self._workers.run(lambda: find_all(text, query), take, owner=self)

    def step(self, by: int) -> None:
        """Go to the next match (1) or the previous one (-1), wrapping around the ends."""
        if self.found:
            self._number = (self._number + by) % len(self.found)
            self.moved.emit()

    @property
    def place(self) -> Span | None:
        """The current match; None if there is none."""
        return self.found[self._number] if self.found else None

    @property
    def number(self) -> int:
        """The number of the current match, from 1."""
        return self._number + 1

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None


def find_all(text: str, query: str) -> list[Span]:
    """Return the matches of a text, ignoring case and how white space is broken into lines.

    Takes about .1 s for 10 million characters. Returns at most `MAX_FOUND` matches.
    """
    words = query.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    return [match.span() for match in islice(_matches(pattern, text), MAX_FOUND)]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield all matches, stretch by stretch: a single regex search blocks all other threads."""
    at = 0
    for start in range(0, len(text), _STRETCH):
        end = start + _STRETCH
        for match in pattern.finditer(text, max(at, start), end + _MAX_MATCH):
            if match.start() >= end:
                break
            at = match.end()
            yield match


def nearest(spans: list[Span], offset: int) -> int:
    """Return the index of the first span that begins at or after an offset, else 0."""
    return next((number for number, (start, _) in enumerate(spans) if start >= offset), 0)
