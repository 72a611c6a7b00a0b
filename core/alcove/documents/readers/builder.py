"""Build a document block by block, so that its offsets are right by construction."""

from dataclasses import replace

from alcove.documents.formats import MAX_TEXT
from alcove.documents.readers.cleaning import clean_block, clean_line, sensible_title
from alcove.errors import ReadError, Reason
from alcove.records import Document, Heading

_MAX_HEADINGS = 10_000
_MAX_HEADING = 200  # characters
_MAX_TITLE = 300  # characters


class DocumentBuilder:
    """One document under construction, block by block. Owned by the call that reads it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._headings: list[Heading] = []
        self._page_starts: list[int] = []

    def __bool__(self) -> bool:
        return bool(self._parts)

    def start_page(self) -> None:
        """Begin a page, sheet or slide; text added next belongs to it."""
        if self._parts:
            self._gap = "\n\n"
        self._page_starts.append(self._length + len(self._gap))

    def add(self, text: str, *, gap: str = "\n\n", code: bool = False) -> None:
        """Clean a block of text and add it; `gap` separates it from the next block."""
        block = clean_block(text, code=code)
        if block:
            self._append(block)
            self._gap = gap

    def add_heading(self, level: int, text: str) -> None:
        """Add a heading on a line of its own; level 1 is the highest."""
        line = clean_line(text)
        if line:
            self._headings.append(Heading(self._length + len(self._gap), max(1, level), line))
            self.add(line)

    def add_unsaid(self, text: str) -> None:
        """Add a block of text unless all of its lines were added before (deduplicate)."""
        lines = {line for part in self._parts for line in part.split("\n")}
        if not lines.issuperset(clean_block(text).split("\n")):
            self.add(text)

    def end_block(self) -> None:
        """Put a blank line before the next block."""
        self._gap = "\n\n" if self._parts else ""

    def build(self, title: str | None = None) -> Document:
        """Return the document.

        Args:
            title: the title that the file itself states.

        Raises:
            ReadError: the document has no text, or more than `MAX_TEXT`.
        """
        text = "".join(self._parts)
        starts = tuple(min(start, len(text)) for start in self._page_starts)
        return finished(Document(text, title, tuple(self._headings), starts))

    def _append(self, block: str) -> None:
        self._parts += (self._gap, block)
        self._length += len(self._gap) + len(block)
        if self._length > MAX_TEXT:
            raise too_long()


def finished(document: Document) -> Document:
    """Return the document with a clean title, and with title and headings limited for display.

    Raises:
        ReadError: the document has no text, or more than `MAX_TEXT`.
    """
    if not document.text or document.text.isspace():
        raise ReadError(Reason.NO_TEXT, "There is no text in it.")
    if len(document.text) > MAX_TEXT:
        raise too_long()
    headings = tuple(
        replace(heading, text=heading.text[:_MAX_HEADING])
        for heading in document.headings[:_MAX_HEADINGS]
    )
    title = clean_line(document.title or "")[:_MAX_TITLE]
    return replace(document, title=title or None, headings=headings)


def top_heading(document: Document) -> str | None:
    """Return the first heading of the highest level as a substitute title; None if unusable."""
    highest = min((heading.level for heading in document.headings), default=0)
    tops = (heading.text for heading in document.headings if heading.level == highest)
    return sensible_title(next(tops, None))


def too_long() -> ReadError:
    """Return the error for a document with more text than `MAX_TEXT`."""
    millions = MAX_TEXT / 1e6
    return ReadError(Reason.TOO_LARGE, f"It holds more than {millions:.0f} million characters.")
