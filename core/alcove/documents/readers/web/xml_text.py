"""XML: its character data, on the lines where the file has it."""

import html
import re

from alcove.documents.readers.web.html_text import decode_markup
from alcove.records import Document

_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_MARKUP = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\w[^<>\[]*(?:\[.*?\]\s*)?>|</?[\w:][^<>]*>", re.DOTALL
)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def read_xml(data: bytes) -> Document:
    """Read XML of any kind; nothing is expanded or looked up, so no entity can do harm."""
    source = decode_markup(data)
    title = _TITLE.search(source)
    text = _character_data(source)
    return Document(text, " ".join(_character_data(title[1]).split()) if title else None)


def _character_data(source: str) -> str:
    """Strip markup twice: feeds carry HTML in their text. Line ends inside markup stay."""
    text = _CDATA.sub(lambda found: html.escape(found[1]), source)
    return _MARKUP.sub(_blank, html.unescape(_MARKUP.sub(_blank, text)))


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n") or " "
