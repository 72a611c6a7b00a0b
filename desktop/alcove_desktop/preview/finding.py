"""Finds what a person types in the text that they look at."""

import re
from collections.abc import Iterator
from itertools import islice

from alcove_desktop.preview.places import Span

MAX_FOUND = 10_000
_STRETCH = 1_000_000  # code points between two chances for other threads: some 6 ms
_LONGEST = 1_000  # code points that a place may have


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
