"""Extract the character data of XML, on the lines where the file has it."""

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
    """Read XML of any kind; expand and fetch no declared entity, so that none can do harm."""
    source = decode_markup(data)
    title = _TITLE.search(source)
    text = _character_data(source)
    return Document(text, " ".join(_character_data(title[1]).split()) if title else None)


def _character_data(source: str) -> str:
    """Return the text without markup; line ends inside markup stay.

    Strips markup twice, because feeds carry HTML in their text.
    """
    text = _CDATA.sub(lambda match: html.escape(match[1]), source)
    return _MARKUP.sub(_blank, html.unescape(_MARKUP.sub(_blank, text)))


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") or " "
