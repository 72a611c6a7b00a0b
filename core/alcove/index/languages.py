"""Which language a document is in, as it is stored beside it."""

from alcove.language import detect

_NO_PROSE = frozenset({"code", "csv", "json", "tsv"})  # formats whose text is not sentences


def document_language(format_: str, text: str) -> str | None:
    """The language of a document's text, ISO 639-1; None for code, tables and what is too short."""
    return None if format_ in _NO_PROSE else detect(text)
