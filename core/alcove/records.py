"""The records that cross the border of the index: plain values, no behaviour."""

from dataclasses import dataclass

from alcove.errors import Reason


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document and where it stands.

    Attributes:
        start: offset of the heading in the document's text, in code points.
        level: 1 for the highest.
        text: the heading's words, without markup.
    """

    start: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from a file: one per file, or one per message of a mailbox.

    Attributes:
        text: the whole text; every offset counts its code points.
        title: the title found inside the document, never the file's name; None where it has none.
        headings: in the order of the text.
        page_starts: offset at which each page (sheet, slide) begins, ascending, the first at 0;
            empty where the format has no pages.
    """

    text: str
    title: str | None = None
    headings: tuple[Heading, ...] = ()
    page_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text that fits the encoder's window.

    Attributes:
        start: first code point of the passage in the document's text.
        end: one past the last.
        page: page on which it starts, from 1; None where the document has no pages.
        line: line on which it starts, from 1; None where the document has pages.
        headings: the headings that it stands under, outermost first.
    """

    start: int
    end: int
    page: int | None
    line: int | None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """What the file system says of a file; another signature means that it may have changed.

    Attributes:
        device: only helps to recognise moves, since it changes between mounts.
        inode: number of the file on its device.
        size: bytes.
        mtime_ns: last change of the content, nanoseconds since the epoch.
        ctime_ns: last change of content, name or permissions, nanoseconds since the epoch.
    """

    device: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """A path as a scan found it.

    Attributes:
        path: absolute, as bytes.
        signature: at the time of the scan.
        reason: why it will not be read at all; None for a file to be read.
    """

    path: bytes
    signature: Signature
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class ContentKey:
    """What makes two files the same document.

    Attributes:
        sha256: digest of the file's bytes, 32 bytes.
        format: how the bytes are read; the same bytes as .md and as .csv are two texts.
        recipe: version of our way of reading.
    """

    sha256: bytes
    format: str
    recipe: int


@dataclass(frozen=True, slots=True)
class EncoderInput:
    """A passage on its way to the encoder.

    Attributes:
        id: of the row in `inputs`.
        title: of its document.
        headings: that the passage stands under.
        text: the passage's own.
    """

    id: int
    title: str | None
    headings: tuple[str, ...]
    text: str
