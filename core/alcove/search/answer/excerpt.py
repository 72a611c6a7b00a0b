"""Make a one-line snippet of a passage around the evidence, with the ranges to highlight."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alcove.search.passage_text import PassageText

if TYPE_CHECKING:
    from alcove.search.evidence.answer_sentence import Evidence
    from alcove.search.evidence.marks import Range

_SHOWN = 240  # characters
_BEFORE = 60  # of these, at most, before the evidence
_LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A snippet of a passage on one line; ranges are [start, end) in code points of its text.

    Attributes:
        text: without control characters; white space is collapsed to single blanks; "…" marks an
            end where text is left out.
        sentence: the part of the evidence sentence that is shown; None without one.
        words: the matched words that are shown.
    """

    text: str
    sentence: "Range | None" = None
    words: "tuple[Range, ...]" = ()


def excerpt(
    passage: PassageText, evidence: "Evidence | None", *, shown: int = _SHOWN, before: int = _BEFORE
) -> Excerpt:
    """Return the snippet of a passage.

    Args:
        passage: the whole passage.
        evidence: its evidence.
        shown: about how many characters to show.
        before: how many of them, at most, before the evidence sentence.
    """
    text, shift = passage.text, passage.start
    sentence = evidence.sentence if evidence else None
    start = _start(text, sentence[0] - shift if sentence else 0, before)
    end = _end(text, start, shown)
    line = _Line(text, start, end)
    words = evidence.words if evidence else ()
    return Excerpt(
        line.text,
        line.place(sentence, shift) if sentence else None,
        tuple(place for word in words if (place := line.place(word, shift))),
    )


class _Line:
    """Characters on one line, each with its offset in the passage."""

    def __init__(self, text: str, start: int, end: int) -> None:
        kept = list(_kept(text, start, end))
        opened = f"{_LEFT_OUT} " if start else ""
        closed = f" {_LEFT_OUT}" if end < len(text) else ""
        self._shift = len(opened)
        self._places = [at for at, _ in kept]
        self.text = f"{opened}{''.join(char for _, char in kept)}{closed}"

    def place(self, found: "Range", shift: int) -> "Range | None":
        """Return a range of the document as a range of the line; None if it is not shown."""
        first, last = (bisect_left(self._places, at - shift) for at in found)
        return (first + self._shift, last + self._shift) if first < last else None


def _kept(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the shown characters with their offsets; collapse blanks and strip them at the ends."""
    blank: int | None = None
    has_begun = False
    for at in range(start, end):
        char = text[at]
        if char.isspace():
            blank = at if blank is None else blank
        elif char.isprintable():
            if blank is not None and has_begun:
                yield blank, " "
            yield at, char
            blank, has_begun = None, True


def _start(text: str, answer: int, before: int) -> int:
    """Return where the snippet begins: at the passage's start or a little before the evidence."""
    if answer <= before:
        return 0
    blank = text.find(" ", answer - before, answer)
    return answer if blank < 0 else blank + 1


def _end(text: str, start: int, shown: int) -> int:
    if len(text) - start <= shown:
        return len(text)
    blank = text.rfind(" ", start + shown // 2, start + shown)
    return start + shown if blank < 0 else blank
