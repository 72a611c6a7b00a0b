"""Read office documents, Outlook messages and pictures through kreuzberg."""

import re
from collections.abc import Sequence

from alcove.documents.formats import Format
from alcove.documents.readers.builder import DocumentBuilder
from alcove.documents.readers.cleaning import sensible_title
from alcove.documents.readers.extraction.kreuzberg_call import extract
from alcove.documents.readers.extraction.structure import add_structure
from alcove.errors import ReadError, Reason
from alcove.records import Document

_LOCKED_PART = re.compile(r"\.(?:pgp-encrypted|p7m|asc)$", re.IGNORECASE)


def read_office(data: bytes, format_: Format) -> Document:
    """Read a document of an office suite.

    Raises:
        ReadError: the document is encrypted or damaged, or has no text.
    """
    result = extract(data, format_)
    builder = DocumentBuilder()
    add_structure(builder, result, format_)
    return builder.build(sensible_title(result.metadata.get("title")))


def read_msg(data: bytes) -> Document:
    """Read a message saved by Outlook.

    Raises:
        ReadError: the message is encrypted or damaged, or has no text.
    """
    result = extract(data, Format.MSG)
    attachments = [str(name) for name in result.metadata.get("attachments") or ()]
    if any(map(_LOCKED_PART.search, attachments)):
        raise ReadError(Reason.ENCRYPTED, "It is an encrypted message.")
    builder = DocumentBuilder()
    add_structure(builder, result, Format.MSG)
    for name in attachments:
        builder.add(f"Attachment: {name}", gap="\n")
    return builder.build(result.metadata.get("subject"))


def read_image(data: bytes, ocr: Sequence[str]) -> Document:
    """Read the text in a picture by OCR.

    Args:
        data: the whole file.
        ocr: Tesseract's languages; empty if OCR is off.

    Raises:
        ReadError: OCR is off, the picture is damaged, or it has no text.
    """
    if not ocr:
        raise ReadError(Reason.NEEDS_OCR, "It is a picture.")
    builder = DocumentBuilder()
    add_structure(builder, extract(data, Format.IMAGE, ocr), Format.IMAGE)
    return builder.build()
