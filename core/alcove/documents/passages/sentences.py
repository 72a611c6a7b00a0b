"""Find sentence, paragraph and line boundaries, by rules that hold for most languages."""

import re

# A full stop after a single letter or one of these abbreviations does not end a sentence: "J. Doe",
# "e.g. this", "Fig. 3". Each lookbehind must have one fixed width.
_ABBREVIATIONS = (
    r"(?<![ (.][A-Za-z]\.)"
    r"(?<!\b(?:Mr|Dr|Ms|St|No|Nr|vs|cf|pp|al|ca|ed|Hr|Fr|Bd|Jr|Sr)\.)"
    r"(?<!\b(?:Mrs|etc|Fig|fig|Sec|Vol|vol|Inc|Ltd|Eqs|bzw|usw|inc)\.)"
    r"(?<!\b(?:Prof|Figs|Abb\.|resp|dept|Dept)\.)"
)
_END = re.compile(
    rf"[.!?…؟।]{_ABBREVIATIONS}[\"')\]”’»]*\s+(?=[^a-z\s])"  # noqa: RUF001
    r"|[。！？｡][」』）”’]*"  # noqa: RUF001
    r"|\n[ \t]*\n\s*"
)


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which sentences and paragraphs begin, except the first."""
    return [end.end() for end in _END.finditer(text)]


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins, the first at 0."""
    return [0, *(end.end() for end in re.finditer("\n", text))]
