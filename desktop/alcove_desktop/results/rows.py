"""What the rows of the list are: a hit with its best passage, or another passage of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from alcove.paths import is_within
from alcove.search import FoundPassage, Hit
from alcove.search.answer.excerpt import Excerpt, excerpt

_SHOWN = 220  # characters: two lines at the widest that the list usually is
_BEFORE = 24  # of them: what answers is to be seen in a narrow list too


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row.

    Attributes:
        hit: whose row it is.
        place: the passage that is shown; None for the hit's best.
        text: the part of the passage that is shown; None for a file that was found by its name.
        is_open: whether the rows of the hit's other passages follow.
        is_missing: whether it lies in a folder that is not there now.
    """

    hit: Hit
    place: FoundPassage | None
    text: Excerpt | None
    is_open: bool = False
    is_missing: bool = False

    @property
    def page(self) -> int | None:
        """Where the passage starts, from 1; None without pages."""
        return self.place.page if self.place else self.hit.page

    @property
    def line(self) -> int | None:
        """Where it starts, from 1; None where that says nothing."""
        return self.place.line if self.place else self.hit.line

    @property
    def score(self) -> float:
        """How relevant it is, 0…1."""
        return self.place.score if self.place else self.hit.score

    @property
    def key(self) -> tuple[bytes, int | None, int]:
        """What tells that a row of another answer shows the same."""
        passage = self.place.passage if self.place else None
        return self.hit.path, self.hit.part, passage.start if passage else -1


def rows_of(
    hits: Iterable[Hit],
    opened: Mapping[tuple[bytes, int | None], Sequence[FoundPassage]],
    *,
    missing: Sequence[bytes] = (),
) -> Iterator[ResultRow]:
    """The rows of hits, those of opened ones followed by their other passages.

    Args:
        hits: the best first.
        opened: other passages by path and part.
        missing: folders that are not there now.
    """
    cut = partial(excerpt, shown=_SHOWN, before=_BEFORE)
    for hit in hits:
        more = opened.get((hit.path, hit.part))
        best = cut(hit.passage, hit.evidence) if hit.passage else None
        is_missing = any(is_within(hit.path, folder) for folder in missing)
        yield ResultRow(hit, None, best, is_open=more is not None, is_missing=is_missing)
        for place in more or ():
            yield ResultRow(hit, place, cut(place.passage, place.evidence))
