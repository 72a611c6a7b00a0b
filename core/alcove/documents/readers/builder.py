"""Puts a document together block by block, so that its offsets are right by construction."""

from dataclasses import replace

from alcove.documents.formats import MAX_TEXT
from alcove.documents.readers.cleaning import clean_block, clean_line, sensible_title
from alcove.errors import ReadError, Reason
from alcove.records import Document, Heading

_MAX_HEADINGS = 10_000
_MAX_HEADING = 200  # characters
_MAX_TITLE = 300  # characters


class DocumentBuilder:
    """Collects the blocks of one document; owned by the one call that reads it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._headings: list[Heading] = []
        self._page_starts: list[int] = []

    def __bool__(self) -> bool:
        return bool(self._parts)

    def start_page(self) -> None:
        """Begin a page, sheet or slide: what is added next stands on it."""
        if self._parts:
            self._gap = "\n\n"
        self._page_starts.append(self._length + len(self._gap))

    def add(self, text: str, *, gap: str = "\n\n", code: bool = False) -> None:
        """Add a block of text, cleaned; `gap` is what separates it from the block after it."""
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
        """Add a block of text, unless each of its lines has been added already."""
        said = {line for part in self._parts for line in part.split("\n")}
        if not said.issuperset(clean_block(text).split("\n")):
            self.add(text)

    def end_block(self) -> None:
        """Separate what is added next by a blank line."""
        self._gap = "\n\n" if self._parts else ""

    def build(self, title: str | None = None) -> Document:
        """Return the document.

        Args:
            title: what the document says its title is.

        Raises:
            ReadError: there is no text in it, or more than `MAX_TEXT`.
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
    """Return the document with a title and headings that can be shown.

    Raises:
        ReadError: there is no text in it, or more than `MAX_TEXT`.
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
    """Return the first of a document's highest headings, to stand for a title."""
    highest = min((heading.level for heading in document.headings), default=0)
    tops = (heading.text for heading in document.headings if heading.level == highest)
    return sensible_title(next(tops, None))


def too_long() -> ReadError:
    """Return the error for a document that has more text than we index."""
    millions = MAX_TEXT / 1e6
    return ReadError(Reason.TOO_LARGE, f"It holds more than {millions:.0f} million characters.")
