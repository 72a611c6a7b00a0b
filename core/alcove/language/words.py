"""Tokenizer: find the words of a text: runs of letters, parts of identifiers, character bigrams."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from alcove.language.folding import fold, lower
from alcove.language.scripts import JOINED, JOINED_MARKS, MARKS

LONGEST = 64
"""Maximum bytes of UTF-8 in a word; longer ones are encoded data, which nobody types."""

# Letters and digits, and marks after them. Compiling the large set takes 3 ms of every start, so it
# occurs once: `(?=[^\W_])` ensures that no mark begins a run.
_RUN = rf"(?:(?=[^\W_])(?:[^\W_{JOINED}]++|[{MARKS}]++)++)"
_UNIT = f"(?:[{JOINED}][{JOINED_MARKS}]*+)"
# Runs connected by one sign are one identifier: snake_case, part-no, 4711-B/2, v2.3.1,
# name@host.org, R&D; C++ and C# end in their sign.
JOINT = "(?:[-./@&+#\u2010\u2011]|_++)"
TOKEN = re.compile(rf"(?P<joined>{_UNIT}++)|{_RUN}(?:{JOINT}{_RUN})*+(?:\+\+|#)?")
"""One token: a sequence of unspaced characters (group `joined`), or a chain of runs."""

_RUNS = re.compile(_RUN)
_MAX_PARTS = 8  # of an identifier that is kept whole, or of one run split at its capitals


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: also a whole identifier, and each of its parts.

    Attributes:
        start: its first code point in the text.
        end: one past its last.
        folded: lower case, diacritics folded.
        lower: lower case with its diacritics, for stemmers.
        whole: whether it is an identifier of several parts, which is not stemmed.
        lone: whether it is a single character of an unspaced script.
    """

    start: int
    end: int
    folded: str
    lower: str
    whole: bool = False
    lone: bool = False


def words(text: str) -> list[Word]:
    """Return the words of a text, in order; the parts of an identifier follow the whole.

    Unspaced scripts give overlapping bigrams of characters; an isolated character gives itself.
    """
    return [word for token in TOKEN.finditer(text) for word in _words(token)]


def surface(text: str) -> list[str]:
    """Return the runs of letters in order, folded, to match phrases.

    Signs between words are ignored; characters of unspaced scripts are left out.
    """
    runs = (
        run
        for token in TOKEN.finditer(text)
        if not token["joined"]
        for run in _RUNS.findall(token[0])
    )
    return [folded for run in runs if (folded := fold(run)) and len(folded.encode()) <= LONGEST]


def characters(text: str) -> list[str]:
    """Return the characters of unspaced scripts in a text, folded, each with its marks."""
    return [folded for unit in _units().findall(text) if (folded := fold(unit))]


@cache
def _units() -> re.Pattern[str]:
    return re.compile(_UNIT)  # takes 4 ms, and most searches do not need it


def _words(token: re.Match[str]) -> Iterator[Word]:
    if token["joined"]:
        ranges = _bigrams(token[0])
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


def _bigrams(token: str) -> list[tuple[int, int]]:
    """Return the ranges of all bigrams of characters, or of the only character."""
    ranges = [unit.span() for unit in _units().finditer(token)]
    return [(a, b) for (a, _), (_, b) in pairwise(ranges)] or ranges


def _parts(token: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, whole) of the identifier, its runs, and the CamelCase parts of a run."""
    runs = list(_RUNS.finditer(token))
    if len(runs) > _MAX_PARTS:
        pass  # a path, or encoded data
    elif len(runs) > 1 or runs[0].end() < len(token):
        yield 0, len(token), True
    for run in runs:
        yield *run.span(), False
        if not (run[0].isdigit() or (run[0].isalpha() and run[0].islower())):
            yield from ((run.start() + a, run.start() + b, False) for a, b in humps(run[0]))


_HUMPS = re.compile("U+(?=Ul)|U?l+|U+|d+")


def humps(run: str) -> list[tuple[int, int]]:
    """Return the ranges of the parts of CamelCase, HTMLPage or covid19; none for a plain word.

    Parts of one character are left out.
    """
    kinds = "".join("d" if c.isdigit() else "U" if c.isupper() else "l" for c in run)
    if kinds.endswith("Ul") and run[-1] == "s":
        kinds = f"{kinds[:-1]}U"  # keep PDFs whole: not PD and Fs
    ranges = [hump.span() for hump in _HUMPS.finditer(kinds)]
    if not 1 < len(ranges) <= _MAX_PARTS or len(run) > LONGEST:
        return []
    return [(start, end) for start, end in ranges if end - start > 1]
