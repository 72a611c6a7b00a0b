"""The part of a passage that is shown: around what answers, on one line, with what to mark."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alcove.search.passage_text import PassageText

if TYPE_CHECKING:
    from alcove.search.evidence.answer_sentence import Evidence
    from alcove.search.evidence.marks import Range

_SHOWN = 240  # characters
_BEFORE = 60  # of them, at most, that lead up to what answers
_LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a passage; ranges are [start, end) in its text.

    Attributes:
        text: without control characters; white space is single blanks, "…" stands at either end
            where something is left out.
        sentence: what answers, as far as it is shown; None where nothing tells.
        words: what matched.
    """

    text: str
    sentence: "Range | None" = None
    words: "tuple[Range, ...]" = ()


def excerpt(
    passage: PassageText, evidence: "Evidence | None", *, shown: int = _SHOWN, before: int = _BEFORE
) -> Excerpt:
    """Cut what is shown out of a passage.

    Args:
        passage: the whole.
        evidence: what in it answers.
        shown: characters, about.
        before: of them, at most, that lead up to the sentence that answers.
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
    """Characters on one line, each with its place in the passage."""

    def __init__(self, text: str, start: int, end: int) -> None:
        kept = list(_kept(text, start, end))
        opened = f"{_LEFT_OUT} " if start else ""
        closed = f" {_LEFT_OUT}" if end < len(text) else ""
        self._shift = len(opened)
        self._places = [at for at, _ in kept]
        self.text = f"{opened}{''.join(char for _, char in kept)}{closed}"

    def place(self, found: "Range", shift: int) -> "Range | None":
        """Where a range of the document stands in the line; None where it is not shown."""
        first, last = (bisect_left(self._places, at - shift) for at in found)
        return (first + self._shift, last + self._shift) if first < last else None


def _kept(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The characters that are shown, with their places: no blanks at the ends, nor two together."""
    blank: int | None = None
    begun = False
    for at in range(start, end):
        char = text[at]
        if char.isspace():
            blank = at if blank is None else blank
        elif char.isprintable():
            if blank is not None and begun:
                yield blank, " "
            yield at, char
            blank, begun = None, True


def _start(text: str, answer: int, before: int) -> int:
    """Where to begin: at the passage's beginning, or a little before what answers."""
    if answer <= before:
        return 0
    blank = text.find(" ", answer - before, answer)
    return answer if blank < 0 else blank + 1


def _end(text: str, start: int, shown: int) -> int:
    if len(text) - start <= shown:
        return len(text)
    blank = text.rfind(" ", start + shown // 2, start + shown)
    return start + shown if blank < 0 else blank
