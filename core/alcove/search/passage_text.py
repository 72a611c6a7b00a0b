"""The text of one passage and its offsets in the document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageText:
    """The text of a passage to show.

    Attributes:
        text: verbatim from the document.
        start: offset of its first code point in the document's text.
        end: one past the last.
    """

    text: str
    start: int
    end: int
