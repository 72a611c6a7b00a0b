"""What the encoder is given for a passage: where it stands, then its text."""

import re

_PART = 96  # bytes of UTF-8: a quarter of a window of 256 tokens holds a title and a heading
_SEPARATOR = " > "
_MARKS = " \t\n#=*-~_`\"'"  # what may stand around a heading's words in the text

# Encoded data (keys, pictures, signatures): one word of it, or several lines of one such word.
# Possessive, so that no text takes more than linear time.
BLOB = re.compile(
    r"(?<![\w+/=-])(?:[\w+/=-]{200,}+|[\w+/=-]{60,}+(?:\s++[\w+/=-]{60,}+){2,}+)", re.ASCII
)


def encoder_text(title: str | None, headings: tuple[str, ...], text: str) -> str:
    """Return what the encoder is given: title and headings on a line, then the passage.

    Encoded data inside the passage is left out: it means nothing to the model.

    Args:
        title: the document's title, if it has one.
        headings: those that the passage stands under, outermost first.
        text: the passage.
    """
    context = context_line(title, headings, text)
    body = BLOB.sub("…", text)
    return f"{context}\n{body}" if context else body


def context_line(title: str | None, headings: tuple[str, ...], opening: str = "") -> str:
    """Return title and headings as one short line, without what the passage opens with.

    The line for an opening is never longer than that for none.
    """
    opening = " ".join(opening[: 4 * _PART].strip(_MARKS).casefold().split())
    parts = [part for part in _chosen(title, headings) if not opening.startswith(part.casefold())]
    return _SEPARATOR.join(parts)


def _chosen(title: str | None, headings: tuple[str, ...]) -> list[str]:
    """Choose what says most in little room: the title, and the heading nearest to the text."""
    parts: list[str] = []
    for raw in (title or "", *headings):
        part = _short(" ".join(raw.split()))
        if part and part.casefold() not in {known.casefold() for known in parts}:
            parts.append(part)
    fits = len(_SEPARATOR.join(parts).encode("utf-8", "replace")) <= 2 * _PART
    return parts if fits else [parts[0], parts[-1]]


def _short(part: str) -> str:
    data = part.encode("utf-8", "replace")
    if len(data) <= _PART:
        return part
    cut = data[:_PART].decode("utf-8", "ignore")
    return cut.rpartition(" ")[0] or cut
