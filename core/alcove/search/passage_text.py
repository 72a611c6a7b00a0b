"""The text of one passage, with its place in the document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage to show.

    Attributes:
        text: as it stands in the document.
        start: offset of its first code point in the document's text.
        end: one past the last.
    """

    text: str
    start: int
    end: int
