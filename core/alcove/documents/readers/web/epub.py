"""Read EPUB books: their chapters, in reading order.

Our own reader: kreuzberg 4.10.4 panics where a chapter begins with Hebrew or Japanese
(`epub/mod.rs:381`).
"""

import re
import zipfile
import zlib
from html import unescape
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from alcove.documents.readers.builder import DocumentBuilder
from alcove.documents.readers.cleaning import sensible_title
from alcove.documents.readers.web.html_text import add_html, decode_markup
from alcove.errors import ReadError, Reason
from alcove.records import Document

_PACKAGE = re.compile(r"full-path\s*=\s*[\"']([^\"']+)")
_ITEM = re.compile(r"<(?:\w+:)?item\s[^>]*>")
_CHAPTER = re.compile(r"<(?:\w+:)?itemref\s[^>]*>")
_TITLE = re.compile(r"<dc:title[^>]*>([^<]+)<")


def read_epub(data: bytes) -> Document:
    """Read a book.

    Raises:
        ReadError: the book is damaged or has no text.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as book:
            return _read_book(book)
    except (KeyError, zipfile.BadZipFile, zlib.error):
        raise ReadError(Reason.DAMAGED, "Parts of the book are missing.") from None


def _read_book(book: zipfile.ZipFile) -> Document:
    container = _PACKAGE.search(decode_markup(book.read("META-INF/container.xml")))
    package_path = container[1] if container else ""
    package = decode_markup(book.read(package_path))
    hrefs = {_attribute(item, "id"): _attribute(item, "href") for item in _ITEM.findall(package)}
    names = set(book.namelist())
    builder = DocumentBuilder()
    for chapter in _CHAPTER.findall(package):
        href = unquote(hrefs.get(_attribute(chapter, "idref"), ""))
        path = normpath(join(dirname(package_path), href))
        if path in names:
            add_html(builder, decode_markup(book.read(path)))
            builder.end_block()
    title = _TITLE.search(package)
    return builder.build(sensible_title(unescape(title[1])) if title else None)


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf"\s{name}\s*=\s*[\"']([^\"']*)", tag)
    return match[1] if match else ""
