"""Progress of an evaluation, as callbacks; the caller decides how to show it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from alcove.indexer import IndexerState


@dataclass(frozen=True, slots=True)
class ProgressDisplay:
    """Factories of progress displays; only one is open at a time.

    Attributes:
        indexing: opens a display of indexer states.
        counting: opens a counter from a heading and a total; a total of 0 means unknown.
    """

    indexing: Callable[[], AbstractContextManager[Callable[[IndexerState], None]]]
    counting: Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
