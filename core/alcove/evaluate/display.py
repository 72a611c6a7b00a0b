"""How an evaluation shows that it is getting on; its caller decides where."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from alcove.indexer import IndexerState


@dataclass(frozen=True, slots=True)
class ProgressDisplay:
    """Opens one display at a time.

    Attributes:
        indexing: shows the states of an indexer.
        counting: shows how many of a number are done, under a heading; 0 where nobody can say.
    """

    indexing: Callable[[], AbstractContextManager[Callable[[IndexerState], None]]]
    counting: Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
