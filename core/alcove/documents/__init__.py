"""From files to text to passages; a stranger's bytes are parsed in a process of their own."""

from alcove.documents.formats import (
    HEAD_SIZE,
    RECIPE_VERSION,
    Format,
    format_named,
    format_of,
    format_of_name,
    is_told_by_name,
    named_as,
    size_limit,
)
from alcove.documents.passages.splitting import Tokenizer, encoder_text, split
from alcove.documents.process.reader import Reader
from alcove.documents.readers.pdf.ocr import ocr_languages
from alcove.sandbox.confinement import Sandbox, sandbox_level

__all__ = [
    "HEAD_SIZE",
    "RECIPE_VERSION",
    "Format",
    "Reader",
    "Sandbox",
    "Tokenizer",
    "encoder_text",
    "format_named",
    "format_of",
    "format_of_name",
    "is_told_by_name",
    "named_as",
    "ocr_languages",
    "sandbox_level",
    "size_limit",
    "split",
]
