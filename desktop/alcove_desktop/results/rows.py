"""Hits → rows of the list: a hit with its best passage, or another passage of the hit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from alcove.paths import is_within
from alcove.search import FoundPassage, Hit
from alcove.search.answer.excerpt import Excerpt, excerpt

_SNIPPET = 220  # characters: two lines at the list's usual greatest width
_BEFORE = 24  # of them before the evidence, so that a narrow list shows it too


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row.

    Attributes:
        hit: the hit.
        place: the passage that is shown; None for the hit's best.
        text: the snippet of the passage; None for a file that was found by its name.
        is_open: whether the rows of the hit's other passages follow.
        is_missing: whether its folder is not available.
    """

    hit: Hit
    place: FoundPassage | None
    text: Excerpt | None
    is_open: bool = False
    is_missing: bool = False

    @property
    def page(self) -> int | None:
        """The page on which the passage starts, from 1; None without pages."""
        return self.place.page if self.place else self.hit.page

    @property
    def line(self) -> int | None:
        """The line on which it starts, from 1; None if that is meaningless."""
        return self.place.line if self.place else self.hit.line

    @property
    def score(self) -> float:
        """The relevance score, 0…1."""
        return self.place.score if self.place else self.hit.score

    @property
    def key(self) -> tuple[bytes, int | None, int]:
        """A key equal to that of a row in another answer that shows the same passage."""
        passage = self.place.passage if self.place else None
        return self.hit.path, self.hit.part, passage.start if passage else -1


def rows_of(
    hits: Iterable[Hit],
    opened: Mapping[tuple[bytes, int | None], Sequence[FoundPassage]],
    *,
    missing: Sequence[bytes] = (),
) -> Iterator[ResultRow]:
    """Yield the rows of hits, each followed by its other passages if expanded.

    Args:
        hits: the best first.
        opened: the other passages of expanded hits, by path and part.
        missing: folders that are not available.
    """
    snippet = partial(excerpt, shown=_SNIPPET, before=_BEFORE)
    for hit in hits:
        more = opened.get((hit.path, hit.part))
        best = snippet(hit.passage, hit.evidence) if hit.passage else None
        is_missing = any(is_within(hit.path, folder) for folder in missing)
        yield ResultRow(hit, None, best, is_open=more is not None, is_missing=is_missing)
        for place in more or ():
            yield ResultRow(hit, place, snippet(place.passage, place.evidence))
