"""Records that go into and out of the index: plain values, no behaviour."""

from dataclasses import dataclass

from alcove.errors import Reason


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document and its position.

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
    """Text and structure read from a file: one per file, or one per message of a mailbox.

    Attributes:
        text: the whole text; every offset counts code points in it.
        title: the title found inside the document, never the file's name; None for no title.
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
        headings: headings of the sections that contain it, outermost first.
    """

    start: int
    end: int
    page: int | None
    line: int | None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """File system metadata of a file; a different signature means that it may have changed.

    Attributes:
        device: number of the device; only helps to recognise moves, as it changes between mounts.
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
    """A path found by a scan.

    Attributes:
        path: absolute, as bytes.
        signature: at the time of the scan.
        reason: why it is never read; None for a file to be read.
    """

    path: bytes
    signature: Signature
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class ContentKey:
    """Identity of a document: files with equal keys are one document (deduplication).

    Attributes:
        sha256: digest of the file's bytes, 32 bytes.
        format: how the bytes are read; the same bytes as .md and as .csv are two texts.
        recipe: version of our reading code.
    """

    sha256: bytes
    format: str
    recipe: int


@dataclass(frozen=True, slots=True)
class EncoderInput:
    """A passage with its context, as input to the encoder.

    Attributes:
        id: row id in the table `inputs`.
        title: its document's title; None for no title.
        headings: headings of the sections that contain the passage.
        text: the passage's own text.
    """

    id: int
    title: str | None
    headings: tuple[str, ...]
    text: str
