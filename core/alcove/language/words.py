"""Where the words of a text stand: runs of letters, parts of identifiers, pairs of characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from alcove.language.folding import fold, lower
from alcove.language.scripts import JOINED, JOINED_MARKS, MARKS

LONGEST = 64
"""Code points of a word; longer ones are encoded data, which nobody types."""

_RUN = rf"(?:[^\W_{JOINED}][^\W_{JOINED}]*+(?:[{MARKS}]++[^\W_{JOINED}]*+)*+)"
_UNIT = f"(?:[{JOINED}][{JOINED_MARKS}]*+)"
# Runs that hang together by one sign are one identifier: snake_case, part-no, 4711-B/2, v2.3.1,
# name@host.org, R&D; C++ and C# end in theirs.
_JOINT = "(?:[-./@&+#\u2010\u2011]|_++)"
TOKEN = re.compile(rf"(?P<joined>{_UNIT}++)|{_RUN}(?:{_JOINT}{_RUN})*+(?:\+\+|#)?")
"""One piece of a text: joined characters, or a chain of runs."""

_RUNS = re.compile(_RUN)
_UNITS = re.compile(f"[{JOINED}][{JOINED_MARKS}]*+")
_MOST_PARTS = 8  # of an identifier that is kept whole, or of one run by its capitals


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text; an identifier is one, and so is each of its parts.

    Attributes:
        start: its first code point in the text.
        end: one past its last.
        folded: lower case, diacritics folded.
        lower: lower case with its diacritics: what stemmers expect.
        whole: whether it is an identifier of several parts, which has no stem.
    """

    start: int
    end: int
    folded: str
    lower: str
    whole: bool = False


def words(text: str) -> list[Word]:
    """The words of a text, by their places; parts of an identifier come after the whole.

    Scripts without spaces give overlapping pairs of characters, and a character that stands alone
    gives itself.
    """
    return [word for token in TOKEN.finditer(text) for word in _words(token)]


def surface(text: str) -> list[str]:
    """The words as they follow each other, folded: runs of letters and single joined characters.

    A phrase is found by them, whatever signs stand between its words.
    """
    found: list[str] = []
    for token in TOKEN.finditer(text):
        pattern = _UNITS if token["joined"] else _RUNS
        found += (fold(part) for part in pattern.findall(token[0]) if len(part) <= LONGEST)
    return [word for word in found if word]


def _words(token: re.Match[str]) -> Iterator[Word]:
    ranges = _pairs(token[0]) if token["joined"] else _parts(token[0])
    for start, end, whole in ranges:
        written = token[0][start:end]
        folded = fold(written)
        if folded and len(written) <= LONGEST:
            yield Word(token.start() + start, token.start() + end, folded, lower(written), whole)


def _pairs(token: str) -> Iterator[tuple[int, int, bool]]:
    """The pairs of neighbours among the characters, or the one that there is."""
    ranges = [unit.span() for unit in _UNITS.finditer(token)]
    if len(ranges) == 1:
        yield *ranges[0], False
    for (start, _), (_, end) in pairwise(ranges):
        yield start, end, False


def _parts(token: str) -> Iterator[tuple[int, int, bool]]:
    """The whole identifier, its runs, and what the capitals and digits of a run tell apart."""
    runs = list(_RUNS.finditer(token))
    if len(runs) > _MOST_PARTS:
        pass  # a path, or encoded data
    elif len(runs) > 1 or runs[0].end() < len(token):
        yield 0, len(token), True
    for run in runs:
        yield *run.span(), False
        if not (run[0].islower() or run[0].isdigit()):
            yield from ((run.start() + a, run.start() + b, False) for a, b in humps(run[0]))


_HUMPS = re.compile("U+(?=Ul)|U?l+|U+|d+")


def humps(run: str) -> list[tuple[int, int]]:
    """Where the parts of CamelCase, HTMLPage or covid19 stand in it; nothing for a plain word.

    Parts of one character are left out.
    """
    kinds = "".join("d" if c.isdigit() else "U" if c.isupper() else "l" for c in run)
    if kinds.endswith("Ul") and run[-1] == "s":
        kinds = f"{kinds[:-1]}U"  # PDFs are not a PD and an Fs
    found = [hump.span() for hump in _HUMPS.finditer(kinds)]
    if not 1 < len(found) <= _MOST_PARTS or len(run) > LONGEST:
        return []
    return [(start, end) for start, end in found if end - start > 1]
