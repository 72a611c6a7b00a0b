"""Read a file's documents with the reader of its format; touch nothing but the file's bytes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO

from alcove.documents.formats import Format, size_limit
from alcove.documents.readers import markup
from alcove.documents.readers.builder import finished, top_heading
from alcove.documents.readers.containers import true_format
from alcove.documents.readers.decoding import decode
from alcove.documents.readers.mail.mbox import read_mailbox
from alcove.documents.readers.mail.message import read_mail
from alcove.documents.readers.notebook import read_notebook
from alcove.documents.readers.office import read_image, read_msg, read_office
from alcove.documents.readers.pdf.pages import read_pdf
from alcove.documents.readers.web.epub import read_epub
from alcove.documents.readers.web.html_text import read_html
from alcove.documents.readers.web.xml_text import read_xml
from alcove.errors import ReadError, Reason
from alcove.records import Document

_MARKUP: Mapping[Format, Callable[[str], Document]] = {
    Format.MD: markup.markdown,
    Format.ORG: markup.org,
    Format.RST: markup.restructured_text,
    Format.TEX: markup.tex,
}
_PLAIN = frozenset({Format.CODE, Format.CSV, Format.JSON, Format.TSV, Format.TXT})
_READERS: Mapping[Format, Callable[[bytes], Document]] = {
    Format.EML: read_mail,
    Format.EPUB: read_epub,
    Format.HTML: read_html,
    Format.IPYNB: read_notebook,
    Format.MSG: read_msg,
    Format.XML: read_xml,
}
# Formats whose headings name a part, never the whole: a sheet, an entry of a PDF's outline.
_UNTITLED = frozenset({Format.ODS, Format.PDF, Format.XLS, Format.XLSX})
_WITH_PICTURES = {Format.PDF: read_pdf, Format.IMAGE: read_image}


def read(file: BinaryIO, format_: Format, ocr: Sequence[str] = ()) -> list[Document]:
    """Read the documents in a file: one, or one for each message of a mailbox.

    Args:
        file: opened for reading, at its start.
        format_: the result of `format_of`; a file that is plainly something else is read as that.
        ocr: Tesseract's languages for text in images; empty to skip images.

    Raises:
        ReadError: no text can be extracted from the file.
    """
    if format_ is Format.MBOX:
        return read_mailbox(file)
    data = _whole(file, format_)
    format_ = true_format(data, format_)
    document = finished(_read(data, format_, ocr))
    if document.title is None and format_ not in _UNTITLED:
        document = replace(document, title=top_heading(document))
    return [document]


def _whole(file: BinaryIO, format_: Format) -> bytes:
    limit = size_limit(format_)
    data = file.read(limit + 1)
    if not data:
        raise ReadError(Reason.EMPTY, "It is empty.")
    if len(data) > limit:
        raise ReadError(Reason.TOO_LARGE, f"It is larger than {limit >> 20} MB.")
    return data


def _read(data: bytes, format_: Format, ocr: Sequence[str]) -> Document:
    if format_ in _WITH_PICTURES:
        return _WITH_PICTURES[format_](data, ocr)
    if format_ in _READERS:
        return _READERS[format_](data)
    if format_ in _MARKUP:
        return _MARKUP[format_](decode(data))
    return Document(decode(data)) if format_ in _PLAIN else read_office(data, format_)
