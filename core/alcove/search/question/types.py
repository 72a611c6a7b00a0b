"""Map everyday names of document types, such as "spreadsheet", to formats."""

from collections.abc import Mapping
from typing import Final

from alcove.documents import Format, format_named

_WORD = (Format.DOCX, Format.DOC, Format.ODT, Format.RTF)
_EXCEL = (Format.XLSX, Format.XLS, Format.ODS)
_POWERPOINT = (Format.PPTX, Format.PPT, Format.ODP)
_MAIL = (Format.EML, Format.MSG, Format.MBOX)
_TEXT = (Format.TXT, Format.MD, Format.RST, Format.ORG)

_KINDS: Final[Mapping[str, tuple[Format, ...]]] = {
    "book": (Format.EPUB,),
    "document": (*_WORD, Format.PDF),
    "ebook": (Format.EPUB,),
    "email": _MAIL,
    "excel": _EXCEL,
    "letter": _WORD,
    "mail": _MAIL,
    "markdown": (Format.MD,),
    "message": _MAIL,
    "notebook": (Format.IPYNB,),
    "photo": (Format.IMAGE,),
    "picture": (Format.IMAGE,),
    "powerpoint": _POWERPOINT,
    "presentation": _POWERPOINT,
    "scan": (Format.IMAGE,),
    "script": (Format.CODE,),
    "slide": _POWERPOINT,
    "source": (Format.CODE,),
    "spreadsheet": (*_EXCEL, Format.CSV, Format.TSV),
    "table": (*_EXCEL, Format.CSV, Format.TSV),
    "text": _TEXT,
    "web": (Format.HTML,),
    "webpage": (Format.HTML,),
    "word": _WORD,
}


def formats_of(word: str) -> tuple[str, ...]:
    """Return the formats for a word after type:; empty if there are none.

    The word is a format, a kind in singular or plural, or a file extension.
    """
    word = word.strip().lower()
    if word in set(Format):
        return (str(Format(word)),)
    kinds = _KINDS.get(word) or _KINDS.get(word.removesuffix("s"))
    if kinds:
        return tuple(str(format_) for format_ in kinds)
    format_ = format_named(word) or format_named(word.removesuffix("s"))
    return (str(format_),) if format_ else ()


def type_names() -> list[str]:
    """Return the words that are allowed after type:, except for extensions, sorted."""
    return sorted({*_KINDS, *Format})
