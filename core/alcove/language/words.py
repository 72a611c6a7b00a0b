"""Where the words of a text stand: runs of letters, parts of identifiers, pairs of characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from alcove.language.folding import fold, lower
from alcove.language.scripts import JOINED, JOINED_MARKS, MARKS

LONGEST = 64
"""Bytes of UTF-8 of a word; longer ones are encoded data, which nobody types."""

# Letters and digits, and marks after them. Naming the large set takes 3 ms of every start, so it is
# named once: `(?=[^\W_])` sees to it that no mark begins a run.
_RUN = rf"(?:(?=[^\W_])(?:[^\W_{JOINED}]++|[{MARKS}]++)++)"
_UNIT = f"(?:[{JOINED}][{JOINED_MARKS}]*+)"
# Runs that hang together by one sign are one identifier: snake_case, part-no, 4711-B/2, v2.3.1,
# name@host.org, R&D; C++ and C# end in theirs.
JOINT = "(?:[-./@&+#\u2010\u2011]|_++)"
TOKEN = re.compile(rf"(?P<joined>{_UNIT}++)|{_RUN}(?:{JOINT}{_RUN})*+(?:\+\+|#)?")
"""One piece of a text: joined characters, or a chain of runs."""

_RUNS = re.compile(_RUN)
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
        lone: whether it is a single character of a script that is cut into pairs.
    """

    start: int
    end: int
    folded: str
    lower: str
    whole: bool = False
    lone: bool = False


def words(text: str) -> list[Word]:
    """The words of a text, by their places; parts of an identifier come after the whole.

    Scripts without spaces give overlapping pairs of characters, and a character that stands alone
    gives itself.
    """
    return [word for token in TOKEN.finditer(text) for word in _words(token)]


def surface(text: str) -> list[str]:
    """The runs of letters as they follow each other, folded: a phrase is found by them.

    Whatever signs stand between the words of a phrase; joined characters are left out.
    """
    runs = (
        run
        for token in TOKEN.finditer(text)
        if not token["joined"]
        for run in _RUNS.findall(token[0])
    )
    return [folded for run in runs if (folded := fold(run)) and len(folded.encode()) <= LONGEST]


def characters(text: str) -> list[str]:
    """The joined characters of a text, folded, each with the marks that hang on it."""
    return [folded for unit in _units().findall(text) if (folded := fold(unit))]


@cache
def _units() -> re.Pattern[str]:
    return re.compile(_UNIT)  # 4 ms, which most searches do without


def _words(token: re.Match[str]) -> Iterator[Word]:
    if token["joined"]:
        ranges = _pairs(token[0])
        alone = len(ranges) == 1 and len(_units().findall(token[0])) == 1
        return (w for a, b in ranges if (w := _word(token, a, b, lone=alone)))
    return (w for a, b, whole in _parts(token[0]) if (w := _word(token, a, b, whole=whole)))


def _word(
    token: re.Match[str], start: int, end: int, *, whole: bool = False, lone: bool = False
) -> Word | None:
    written, first = token[0][start:end], token.start()
    folded = fold(written)
    if not folded or len(folded.encode()) > LONGEST:
        return None
    return Word(first + start, first + end, folded, lower(written), whole, lone)


def _pairs(token: str) -> list[tuple[int, int]]:
    """The pairs of neighbours among the characters, or the one that there is."""
    ranges = [unit.span() for unit in _units().finditer(token)]
    return [(a, b) for (a, _), (_, b) in pairwise(ranges)] or ranges


def _parts(token: str) -> Iterator[tuple[int, int, bool]]:
    """The whole identifier, its runs, and what the capitals and digits of a run tell apart."""
    runs = list(_RUNS.finditer(token))
    if len(runs) > _MOST_PARTS:
        pass  # a path, or encoded data
    elif len(runs) > 1 or runs[0].end() < len(token):
        yield 0, len(token), True
    for run in runs:
        yield *run.span(), False
        if not (run[0].isdigit() or (run[0].isalpha() and run[0].islower())):
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
