"""Build the encoder's input for a passage: title and headings as context, then the text."""

import re

_PART = 96  # bytes of UTF-8; a title and a heading then fit a quarter of a 256-token window
_SEPARATOR = " > "
_MARKS = " \t\n#=*-~_`\"'"  # markup that may surround a heading's words in the text

# Encoded data (keys, pictures, signatures): one long word, or several lines of one word each.
# The quantifiers are possessive, so that matching takes linear time on any text.
BLOB = re.compile(
    r"(?<![\w+/=-])(?:[\w+/=-]{200,}+|[\w+/=-]{60,}+(?:\s++[\w+/=-]{60,}+){2,}+)", re.ASCII
)


def encoder_text(title: str | None, headings: tuple[str, ...], text: str) -> str:
    """Return the encoder's input: title and headings on one line, then the passage.

    Replaces encoded data inside the passage by "…": it means nothing to the model.

    Args:
        title: the document's title, if it has one.
        headings: the headings above the passage, outermost first.
        text: the passage.
    """
    context = context_line(title, headings, text)
    body = BLOB.sub("…", text)
    return f"{context}\n{body}" if context else body


def context_line(title: str | None, headings: tuple[str, ...], opening: str = "") -> str:
    """Return title and headings as one short line, without those that the passage opens with.

    Args:
        title: the document's title, if it has one.
        headings: the headings above the passage, outermost first.
        opening: the passage's first text; the line is never longer with one than without.
    """
    opening = " ".join(opening[: 4 * _PART].strip(_MARKS).casefold().split())
    parts = _context_parts(title, headings)
    return _SEPARATOR.join(part for part in parts if not opening.startswith(part.casefold()))


def _context_parts(title: str | None, headings: tuple[str, ...]) -> list[str]:
    """Return title and headings without repeats; only the first and the last if all are too long.

    The last heading is the one nearest to the text.
    """
    parts: list[str] = []
    for raw in (title or "", *headings):
        part = _truncated(" ".join(raw.split()))
        if part and part.casefold() not in {other.casefold() for other in parts}:
            parts.append(part)
    fits = len(_SEPARATOR.join(parts).encode("utf-8", "replace")) <= 2 * _PART
    return parts if fits else [parts[0], parts[-1]]


def _truncated(part: str) -> str:
    data = part.encode("utf-8", "replace")
    if len(data) <= _PART:
        return part
    prefix = data[:_PART].decode("utf-8", "ignore")
    return prefix.rpartition(" ")[0] or prefix
