"""Convert HTML, of web pages and of EPUB chapters, to the text that a person sees.

Our own, on the standard library's parser: kreuzberg decodes every page as UTF-8, leaves Markdown
in the text (links, emphasis, pictures as base64) and drops parts that it takes for boilerplate.
"""

import re
from html.parser import HTMLParser

from alcove.documents.readers.builder import DocumentBuilder
from alcove.documents.readers.cleaning import sensible_title
from alcove.documents.readers.decoding import decode
from alcove.records import Document

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a document declares its encoding
_SPACE = re.compile(r"[ \t\n\r\f]+")

_UNSEEN = frozenset({"script", "style", "template", "noscript", "select", "iframe", "title"})
_UNSEEN |= {"annotation", "annotation-xml", "rt", "rp"}  # beside formulas and Chinese characters
_MENU = "nav"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LINES = frozenset({"li", "dt", "dd", "tr", "option"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = """
    address article aside blockquote body caption center details dialog div dl fieldset
    figcaption figure footer form header hr main ol p pre section summary table tbody text
    tfoot thead title ul
"""
_LONG_ROW = 500  # characters; longer rows lay out a page and keep their lines


def decode_markup(data: bytes) -> str:
    """Decode HTML or XML; a byte order mark or valid UTF-8 outranks the declared encoding."""
    declared = _DECLARED.search(data[:_HEAD])
    return decode(data, declared[1].decode("ascii", "replace") if declared else None)


def read_html(data: bytes) -> Document:
    """Read a web page.

    Raises:
        ReadError: the page has no text.
    """
    builder = DocumentBuilder()
    title = add_html(builder, decode_markup(data))
    return builder.build(sensible_title(title))


def add_html(builder: DocumentBuilder, source: str) -> str:
    """Add a page's text and headings to a document; return the page's title."""
    parser = _PageParser(builder, source)
    parser.feed(source)
    parser.close()
    parser.flush()
    return parser.title


class _PageParser(HTMLParser):
    """A parser that converts tags into blocks of text. Owned by one call."""

    def __init__(self, builder: DocumentBuilder, source: str) -> None:
        super().__init__()
        self.title = ""
        self._builder = builder
        self._pieces: list[str] = []
        self._unseen: list[str] = []
        self._verbatim = self._rows = 0
        self._blocks = frozenset(_BLOCKS.split())
        closed = source.count("<nav") == source.count("</nav")  # unclosed, it would hide the rest
        self._hidden = _UNSEEN | {_MENU} if closed else _UNSEEN

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._hidden:
            self._unseen.append(tag)
        elif tag == "br":
            self._pieces.append("\n")
        elif tag == "img":
            self._pieces.append(dict(attrs).get("alt") or "")
        elif tag in _CELLS:
            self._pieces.append("\t")
        else:
            self._boundary(tag, opens=True)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag not in self._hidden:
            self._boundary(tag, opens=False)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._pieces.append(data if self._verbatim else _SPACE.sub(" ", data))
        elif self._unseen[-1] == "title" and not self.title:
            self.title = data

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))

    def _boundary(self, tag: str, *, opens: bool) -> None:
        """Begin or end a block; inside a table row, each block is a line of the row."""
        if tag in _HEADINGS:
            self.flush(level=0 if opens else _HEADINGS[tag])
        elif tag in _LINES:
            self.flush(gap="\n")
            self._rows = max(0, self._rows + (1 if opens else -1)) if tag == "tr" else self._rows
        elif tag in self._blocks and self._rows and tag != "table":
            self._pieces.append("\n")
        elif tag in self._blocks:
            self.flush()
            self._builder.end_block()
        if tag == "pre":
            self._verbatim = max(0, self._verbatim + (1 if opens else -1))

    def flush(self, *, gap: str = "\n\n", level: int = 0) -> None:
        """Add the collected text as one block, or as a heading if `level` is not 0."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text or text.isspace():
            return
        if self._verbatim:
            self._builder.add(text, code=True)
        elif level:
            self._builder.add_heading(level, text)
        elif self._rows and len(text) < _LONG_ROW:
            cells = (" ".join(cell.split()) for cell in text.split("\t"))
            self._builder.add("\t".join(filter(None, cells)), gap="\n")
        else:
            self._builder.add(re.sub(r"[ \t]*\n[ \t]*", "\n", text), gap=gap)
